// A name is looked up with its semicolon first; failing that the longest of its beginnings that the
// table has without one is meant:
//
//   "&notin; x"   →   "∉ x"        "&notit; x"   →   "¬it; x"
//
// Tested in references_test.cc.
#include "indexer/extract/markup/references.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer::page {
namespace {

using NamedReference = std::pair<std::string_view, std::string_view>;

constexpr auto kNames = std::to_array<NamedReference>({
#include "indexer/extract/tables/named_references.inc"
});
static_assert(kNames.size() == 2231);

constexpr std::size_t kLongestName = 32;  // "CounterClockwiseContourIntegral;"

// Browsers read the numbers 128 to 159 as windows-1252.
constexpr std::array<char32_t, 32> kLatinControls{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t character_of(std::uint64_t number) {
  if (number >= 128 && number < 160) return kLatinControls[number - 128];
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  if (number == 0 || number > 0x10FFFF || surrogate) return kReplacementCharacter;
  return static_cast<char32_t>(number);
}

int digit_of(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = ascii_lower(c);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "&#8217;" and "&#x2019;"; the semicolon may be missing.
Reference read_number(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = hex ? 3 : 2;
  std::size_t at = begin;
  std::uint64_t number = 0;
  for (; at < text.size() && digit_of(text[at], hex) >= 0; ++at) {
    const auto digit = static_cast<std::uint64_t>(digit_of(text[at], hex));
    number = std::min<std::uint64_t>(number * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (at == begin) return {};
  if (at < text.size() && text[at] == ';') ++at;
  Reference out{{}, at};
  append_utf8(out.characters, character_of(number));
  return out;
}

const NamedReference* find_name(std::string_view name) {
  const auto* at =
      std::lower_bound(kNames.begin(), kNames.end(), name,
                       [](const NamedReference& e, std::string_view n) { return e.first < n; });
  return at != kNames.end() && at->first == name ? at : nullptr;
}

Reference read_name(std::string_view text, ReferencePlace place) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_ascii_alnum(text[end])) ++end;
  const std::string_view name = text.substr(1, end - 1);
  if (end < text.size() && text[end] == ';') {
    if (const NamedReference* entry = find_name(text.substr(1, end))) {
      return {std::string(entry->second), end + 1};
    }
  }
  // Those without a semicolon have two to six letters.
  constexpr std::size_t kLongestBare = 6;
  for (std::size_t size = std::min(kLongestBare, name.size()); size >= 2; --size) {
    const NamedReference* entry = find_name(name.substr(0, size));
    if (entry == nullptr) continue;
    const char next = size + 1 < text.size() ? text[size + 1] : ' ';
    if (place == ReferencePlace::kAttribute && (next == '=' || is_ascii_alnum(next))) return {};
    return {std::string(entry->second), size + 1};
  }
  return {};
}

}  // namespace

Reference read_reference(std::string_view text, ReferencePlace place) {
  if (text.size() < 3) return {};
  if (text[1] == '#') return read_number(text);
  return is_ascii_alpha(text[1]) ? read_name(text, place) : Reference{};
}

std::string decode_references(std::string_view text, ReferencePlace place) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text, at, mark - at);
    at = mark;
    if (at == text.size()) break;
    const Reference reference = read_reference(text.substr(at), place);
    if (reference.size == 0) {
      out += text[at++];
    } else {
      out += reference.characters;
      at += reference.size;
    }
  }
  return out;
}

}  // namespace dateline::indexer::page
