#include "indexer/input/head.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

// UTF-16 announces itself by its mark, or by every other byte of its markup being zero.
bool is_utf16(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return true;
  const std::string_view start = head.substr(0, 256);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0' ? 1 : 0;
  const std::size_t many = start.size() * 2 / 5;  // of the half that could be
  return many > 0 && (zeros[0] >= many) != (zeros[1] >= many);
}

std::string without_zeros(std::string_view head) {
  std::string ascii(head);
  ascii.erase(std::remove(ascii.begin(), ascii.end(), '\0'), ascii.end());
  return ascii;
}

// ESC, form feed and the like are part of texts in some encodings.
bool is_binary_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && !is_ascii_space(c) && byte != 0x1B;
}

// Stray control characters do get into pages; one in a hundred is no accident.
bool has_binary_bytes(std::string_view text) {
  const auto count = std::count_if(text.begin(), text.end(), is_binary_byte);
  return static_cast<std::size_t>(count) * 100 >= text.size();
}

std::string_view without_mark_and_space(std::string_view text) {
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  return trim(text);
}

}  // namespace

Head::Head(std::string_view bytes) : bytes_(bytes) {
  const bool wide = is_utf16(bytes);
  if (wide) ascii_ = without_zeros(bytes);
  text_ = without_mark_and_space(wide ? std::string_view(ascii_) : bytes);
  binary_ = !text_.empty() && has_binary_bytes(text_);
}

}  // namespace dateline::indexer
