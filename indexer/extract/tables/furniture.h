// The wording of what stands around articles. Read by page/phrases.cc alone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::indexer::page {

enum class FurnitureRole : std::uint8_t {
  kBegins,  // a line that begins so is furniture
  kHeads,   // a line that says this alone stands above furniture
  kBoth,
};

struct FurniturePhrase {
  std::string_view words;
  FurnitureRole role;

  bool begins() const { return role != FurnitureRole::kHeads; }
  bool heads() const { return role != FurnitureRole::kBegins; }
};

// clang-format off: tables

// "share this", "related articles": see furniture_phrases.inc.
inline constexpr auto kFurniturePhrases = [] {
  using enum FurnitureRole;
  return std::to_array<FurniturePhrase>({
#include "indexer/extract/tables/furniture_phrases.inc"
  });
}();

// What a text about the page's cookies says beside "cookie", two of these at least. Matched:
// anywhere in it, within words too; capitals of ASCII letters are of no account.
inline constexpr auto kConsentWords = std::to_array<std::string_view>(
    {// English
     "website", "web site", "this site", "our site", "browser", "consent", "preferences", "privacy",
     "personal", "analytics", "use cookies", "uses cookies", "accept", "policy",
     // German, Spanish, Italian
     "seite", "navega", "sitio", "navigat", "sito"});
// clang-format on

}  // namespace dateline::indexer::page
