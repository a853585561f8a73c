// What the tables say of a word or a phrase: a hash table from keys to categories, built once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/base/probe_table.h"

namespace dateline::indexer {

// Categories are bits: "Georgia" is a place and a given name, "Post" ends organisations' names.
enum Category : std::uint32_t {
  kGivenName = 1U << 0U,
  kSurname = 1U << 1U,
  kNationality = 1U << 2U,
  kPlace = 1U << 3U,
  kOrganisation = 1U << 4U,
  kOrganisationEnd = 1U << 5U,   // "Inc", "University"
  kOrganisationHead = 1U << 6U,  // "Ministry" (of …)
  kTeam = 1U << 7U,              // "Rockets", after a place
  kPlaceEnd = 1U << 8U,          // "River", "Airport"
  kPlaceHead = 1U << 9U,         // "Lake", "Mount"
  kDirection = 1U << 10U,        // "Northern"
  kHonorific = 1U << 11U,        // "Mr."
  kRole = 1U << 12U,             // "President", "spokesman"
  kModifier = 1U << 13U,         // "Deputy", "Defense", before a role
  kCalendar = 1U << 14U,
  kThing = 1U << 15U,   // "COVID-19", "World Cup"
  kCommon = 1U << 16U,  // an everyday word
  kGerman = 1U << 17U,  // a German word of grammar
  kParticle = 1U << 18U,
  kSuffix = 1U << 19U,  // "Jr.", "III"
  kPlacePreposition = 1U << 20U,
  kPlaceNoun = 1U << 21U,
  kSpeech = 1U << 22U,
  kLeadingParticle = 1U << 23U,  // "von" in "… said von der Leyen"
  kOpener = 1U << 24U,           // "The", "However"
  kThingEnd = 1U << 25U,         // "Act", "Prize", "War"
  kThingHead = 1U << 26U,        // "Hurricane"
  kBeginsPhrase = 1U << 27U,     // a longer entry begins with these words
  kEnglish = 1U << 28U,          // an English word of grammar
};

// The key of an empty text; grown a folded character at a time (FNV-1a).
inline constexpr std::uint64_t kEmptyKey = 0xCBF29CE484222325ULL;

constexpr std::uint64_t extend_key(std::uint64_t key, char32_t folded) {
  return (key ^ folded) * 0x100000001B3ULL;
}

// The key of a phrase that goes on with one more word.
constexpr std::uint64_t phrase_key(std::uint64_t phrase, std::uint64_t word) {
  return ((phrase << 7U | phrase >> 57U) ^ word) * 0x9E3779B97F4A7C15ULL;
}

class Lexicon {
 public:
  // The one of entity_tables().
  static const Lexicon& get();

  // Reads tables in the format of entity_tables(); an unknown section is left out. At most 2^15
  // keys: a larger table is cut there.
  explicit Lexicon(std::span<const std::string_view> tables);

  // Categories of a word's or phrase's key; 0 where no table has it. Keys are trusted: two texts of
  // one key would be taken for one another, at odds of 1 in 2^46 a look-up.
  std::uint32_t find(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;  // 0: free
    std::uint32_t categories = 0;

    bool is_free() const { return tag == 0; }
  };

  void read_table(std::string_view table);
  void read_line(std::string_view line, std::uint32_t category);
  void add_entry(std::string_view entry, std::uint32_t category);
  void add(std::uint64_t key, std::uint32_t categories);

  ProbeTable<Slot> slots_;
};

}  // namespace dateline::indexer
