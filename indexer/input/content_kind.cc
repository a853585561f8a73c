#include "indexer/input/content_kind.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view code;
  std::string_view reason;
};

// What a person can do about them is worth more than the word "binary".
constexpr std::array kSignatures{
    Signature{0, "WARC/"sv, reject::kUnsupported, "a WARC archive: this version cannot read it"},
    Signature{0, "PK\x03\x04"sv, reject::kUnsupported,
              "a ZIP archive: this version cannot read it; unpack it"},
    Signature{0, "BZh"sv, reject::kUnsupported,
              "compressed by bzip2: this version cannot read it; unpack it"},
    Signature{0, "\xFD\x37zXZ"sv, reject::kUnsupported,
              "compressed by xz: this version cannot read it; unpack it"},
    Signature{257, "ustar"sv, reject::kUnsupported,
              "a tar archive: this version cannot read it; unpack it"},
    Signature{0, "%PDF-"sv, reject::kBinary, "a PDF, neither text nor markup"},
};

std::optional<Refusal> known_format(std::string_view head) {
  for (const Signature& known : kSignatures) {
    if (head.size() > known.at && head.substr(known.at).starts_with(known.bytes)) {
      return Refusal{known.code, std::string(known.reason)};
    }
  }
  return std::nullopt;
}

// UTF-16 announces itself by its mark, or by every other byte of its markup being zero.
bool is_utf16(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return true;
  const std::string_view start = head.substr(0, 256);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0' ? 1 : 0;
  const std::size_t many = start.size() * 2 / 5;  // of the half that could be
  return many > 0 && (zeros[0] >= many) != (zeros[1] >= many);
}

// ASCII as it would read: enough to see tags and braces.
std::string without_zeros(std::string_view head) {
  std::string ascii(head);
  ascii.erase(std::remove(ascii.begin(), ascii.end(), '\0'), ascii.end());
  return ascii;
}

// Bytes that no text has in any encoding that pages are written in. ESC, form feed and the like
// are, in some.
bool is_binary_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && !is_ascii_space(c) && byte != 0x1B;
}

// Stray control characters do get into pages; one in a hundred is no accident.
bool is_binary(std::string_view head) {
  const auto count = std::count_if(head.begin(), head.end(), is_binary_byte);
  return static_cast<std::size_t>(count) * 100 >= head.size();
}

std::string_view without_mark_and_space(std::string_view text) {
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  return trim(text);
}

constexpr std::array kOpenings{"<!doctype"sv, "<html"sv, "<head"sv, "<body"sv,
                               "<?xml"sv,     "<!--"sv,  "<meta"sv, "<title"sv};

// One of them in prose is a mention; two make a page.
constexpr std::array kTags{"<html"sv,  "<head"sv, "<body"sv, "<meta "sv,   "</title>"sv, "</p>"sv,
                           "</div>"sv, "</a>"sv,  "</h1>"sv, "<article"sv, "</script>"sv};

bool is_markup(std::string_view text) {
  constexpr std::size_t kLook = std::size_t{1} << 14;
  const std::string start = to_ascii_lower(text.substr(0, kLook));
  const auto opens = [&](std::string_view opening) { return start.starts_with(opening); };
  const auto holds = [&](std::string_view tag) { return start.find(tag) != std::string::npos; };
  if (std::any_of(kOpenings.begin(), kOpenings.end(), opens)) return true;
  const auto tags = std::count_if(kTags.begin(), kTags.end(), holds);
  return tags >= 2 || (tags == 1 && start.starts_with('<'));
}

std::optional<Refusal> known_markup(std::string_view text) {
  const std::string start = to_ascii_lower(text.substr(0, 1024));
  if (start.find("<html") != std::string::npos) return std::nullopt;
  const auto found = [&](std::string_view root) { return start.find(root) != std::string::npos; };
  if (found("<nitf"sv)) return Refusal{reject::kUnsupported, "NITF: this version cannot read it"};
  if (found("<newsitem"sv) || found("<newsmessage"sv)) {
    return Refusal{reject::kUnsupported, "NewsML-G2: this version cannot read it"};
  }
  return std::nullopt;
}

// "{" and then a key, or "}": braces in prose are followed by something else.
bool is_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view rest = trim(text.substr(1));
  return rest.empty() || rest.front() == '"' || rest.front() == '}';
}

bool is_array_of_objects(std::string_view text) {
  return text.starts_with('[') && is_object(trim(text.substr(1)));
}

// A record that is printed over many lines begins with a lone brace.
bool is_one_record(std::string_view text) {
  return trim(text.substr(0, text.find('\n'))) == "{" && text.find('\n') != std::string_view::npos;
}

}  // namespace

tl::expected<ContentKind, Refusal> content_kind(std::string_view head) {
  if (head.empty()) return tl::unexpected(Refusal{reject::kEmpty, "no bytes"});
  if (auto known = known_format(head)) return tl::unexpected(std::move(*known));
  const bool wide = is_utf16(head);
  const std::string ascii = wide ? without_zeros(head) : std::string();
  const std::string_view text = without_mark_and_space(wide ? std::string_view(ascii) : head);
  if (text.empty()) return tl::unexpected(Refusal{reject::kEmpty, "nothing but white space"});
  if (is_binary(text)) {
    return tl::unexpected(Refusal{reject::kBinary, "neither text nor markup"});
  }
  if (auto known = known_markup(text)) return tl::unexpected(std::move(*known));
  if (is_object(text)) return ContentKind{InputKind::kJsonl, is_one_record(text)};
  if (is_array_of_objects(text)) {
    return tl::unexpected(
        Refusal{reject::kUnsupported, "a JSON array: give one object a line (jq -c '.[]')"});
  }
  return ContentKind{is_markup(text) ? InputKind::kHtml : InputKind::kText, false};
}

}  // namespace dateline::indexer
