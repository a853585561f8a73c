// Lines are compared with one table of phrases (tables/furniture_phrases.inc), in lower case:
//
//   "Share this article with friends"   begins with "share this": furniture
//   "Related articles:"                 is "related articles" and no more: furniture follows
//   "Share thistles"                    begins with no whole phrase: text
//
// Tested in phrases_test.cc.
#include "indexer/extract/page/phrases.h"

#include <algorithm>
#include <string>

#include "common/base/strings.h"
#include "indexer/extract/tables/furniture.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

bool is_word_end(std::string_view line, std::size_t at) {
  return at >= line.size() || !is_ascii_alnum(line[at]);
}

}  // namespace

bool is_furniture_line(std::string_view line) {
  // A short opening says enough of a short line alone.
  constexpr std::size_t kLongest = 500;
  constexpr std::size_t kShort = 200;
  if (line.size() > kLongest) return false;
  const std::string lower = to_ascii_lower(line);
  return std::any_of(kFurniturePhrases.begin(), kFurniturePhrases.end(), [&](const auto& phrase) {
    const std::string_view words = phrase.words;
    if (!phrase.begins() || (words.size() < 10 && line.size() > kShort)) return false;
    return lower.compare(0, words.size(), words) == 0 &&
           (!is_ascii_alnum(words.back()) || is_word_end(lower, words.size()));
  });
}

bool is_consent_text(std::string_view text) {
  if (find_ignoring_ascii_case(text, "partners process data") != std::string_view::npos)
    return true;
  constexpr std::string_view kCookie = "cookie";
  if (find_ignoring_ascii_case(text, kCookie) == std::string_view::npos) return false;
  // They stand close together, where one such word beside it, or several far from it, are in many a
  // text on baking or on browsers. Stretches overlap by half, so that none is cut apart.
  constexpr std::size_t kStretch = 500;
  constexpr std::ptrdiff_t kFew = 2;
  for (std::size_t begin = 0; begin < text.size(); begin += kStretch / 2) {
    const std::string_view stretch = text.substr(begin, kStretch);
    if (find_ignoring_ascii_case(stretch, kCookie) == std::string_view::npos) continue;
    const auto words =
        std::count_if(kConsentWords.begin(), kConsentWords.end(), [&](std::string_view word) {
          return find_ignoring_ascii_case(stretch, word) != std::string_view::npos;
        });
    if (words >= kFew) return true;
  }
  return false;
}

bool opens_furniture(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return false;
  std::string lower = to_ascii_lower(line);
  while (!lower.empty() && (lower.back() == ':' || lower.back() == ' ' || lower.back() == '.')) {
    lower.pop_back();
  }
  // "Never miss a story: get our brief".
  const std::string_view name = std::string_view(lower).substr(0, lower.find(':'));
  return std::any_of(
      kFurniturePhrases.begin(), kFurniturePhrases.end(),
      [&](const FurniturePhrase& phrase) { return phrase.heads() && phrase.words == name; });
}

}  // namespace dateline::indexer::page
