#include "common/schema/article_mark.h"

#include <algorithm>
#include <charconv>

#include "common/base/fingerprint.h"

namespace dateline::schema {
namespace {

constexpr std::size_t kMarkBytes = sizeof(ArticleMark);
constexpr unsigned kBitsOfByte = 8;

}  // namespace

ArticleMark article_mark(std::string_view id) {
  const std::string digits = fingerprint(id).substr(0, 2 * kMarkBytes);
  ArticleMark mark = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), mark, 16);
  return std::max<ArticleMark>(mark, 1);
}

std::string article_mark_value(ArticleMark mark) {
  std::string value(kMarkBytes, '\0');
  for (std::size_t i = kMarkBytes; i-- > 0; mark >>= kBitsOfByte) {
    value[i] = static_cast<char>(mark & 0xFFU);
  }
  return value;
}

std::optional<ArticleMark> article_mark_from_value(std::string_view value) {
  if (value.size() != kMarkBytes) return std::nullopt;
  ArticleMark mark = 0;
  for (const char c : value) mark = mark << kBitsOfByte | static_cast<unsigned char>(c);
  return mark == 0 ? std::nullopt : std::optional(mark);
}

}  // namespace dateline::schema
