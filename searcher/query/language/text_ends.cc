#include "searcher/query/language/text_ends.h"

#include <charconv>

#include "common/base/strings.h"
#include "searcher/query/language/field_names.h"
#include "searcher/query/language/types.h"

namespace dateline::query {

std::size_t digits_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_ascii_digit(text[length])) ++length;
  return length;
}

std::size_t number_length(std::string_view text) {
  std::size_t length = digits_length(text);
  if (length < text.size() && text[length] == '.') {
    const std::size_t fraction = digits_length(text.substr(length + 1));
    if (fraction > 0) length += 1 + fraction;
  }
  return length;
}

std::size_t name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_ascii_alpha(text[length]) ||
                                  (length > 0 && (text[length] == '_' || text[length] == '-')))) {
    ++length;
  }
  return length;
}

std::optional<std::uint32_t> read_distance(std::string_view digits) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || value < 1 || value > kMaxDistance) {
    return std::nullopt;
  }
  return value;
}

std::optional<double> read_weight(std::string_view number) {
  double value = 0;
  const char* end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, value, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end || !(value >= 0 && value <= 1000)) {
    return std::nullopt;
  }
  return value;
}

bool holds_operators(std::string_view text) {
  if (text.find_first_of("()") != std::string_view::npos) return true;
  for (std::string_view word : split(text, ' ')) {
    const std::size_t letters = name_length(word);
    const bool field = letters > 0 && letters + 1 < word.size() && word[letters] == ':' &&
                       !scope_named(word.substr(0, letters)).is_anywhere();
    const std::string_view name = word.substr(0, word.find('/'));
    if (field || word == "AND" || word == "OR" || word == "NOT" || name == "NEAR" ||
        name == "ADJ") {
      return true;
    }
  }
  return false;
}

}  // namespace dateline::query
