// An entry of several words is found a word at a time: "new" begins a phrase, "new york" is a
// place. Keys are hashes, and the text of entries is not kept. Tested by
// tests/indexer/entities/words/lexicon_test.cc.
#include "indexer/entities/words/lexicon.h"

#include <array>
#include <cstddef>

#include "common/base/strings.h"
#include "indexer/entities/words/tables.h"
#include "indexer/entities/words/word.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer {
namespace {

struct Section {
  std::string_view name;
  Category category;
};

constexpr std::array kSections{
    Section{"given_names", kGivenName},
    Section{"surnames", kSurname},
    Section{"nationalities", kNationality},
    Section{"places", kPlace},
    Section{"place_ends", kPlaceEnd},
    Section{"place_heads", kPlaceHead},
    Section{"directions", kDirection},
    Section{"organisations", kOrganisation},
    Section{"organisation_ends", kOrganisationEnd},
    Section{"organisation_heads", kOrganisationHead},
    Section{"teams", kTeam},
    Section{"honorifics", kHonorific},
    Section{"roles", kRole},
    Section{"modifiers", kModifier},
    Section{"calendar", kCalendar},
    Section{"things", kThing},
    Section{"common", kCommon},
    Section{"german", kGerman},
    Section{"english", kEnglish},
    Section{"particles", kParticle},
    Section{"suffixes", kSuffix},
    Section{"place_prepositions", kPlacePreposition},
    Section{"place_nouns", kPlaceNoun},
    Section{"speech", kSpeech},
    Section{"leading_particles", kLeadingParticle},
    Section{"openers", kOpener},
    Section{"thing_ends", kThingEnd},
    Section{"thing_heads", kThingHead},
};

// The tables hold some 13,000 keys: at most half of the slots are taken, so that chains stay short.
constexpr std::size_t kMostKeys = std::size_t{1} << 15U;

std::uint32_t category_of(std::string_view section) {
  for (const Section& row : kSections) {
    if (row.name == section) return row.category;
  }
  return 0;
}

// The tag is never 0, which marks a free slot.
std::uint32_t tag_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32U) | 1U; }

std::uint64_t home_of(std::uint64_t key) { return key ^ (key >> 29U); }

}  // namespace

const Lexicon& Lexicon::get() {
  static const Lexicon kLexicon(entity_tables());
  return kLexicon;
}

Lexicon::Lexicon(std::span<const std::string_view> tables) : slots_(kMostKeys) {
  for (const std::string_view table : tables) read_table(table);
}

std::uint32_t Lexicon::find(std::uint64_t key) const {
  const std::uint32_t tag = tag_of(key);
  return slots_.find(home_of(key), [tag](const Slot& slot) { return slot.tag == tag; }).categories;
}

void Lexicon::read_table(std::string_view table) {
  std::uint32_t category = 0;
  for (const std::string_view line : split(table, '\n')) {
    if (line.starts_with('#')) continue;
    if (line.starts_with('@')) {
      category = category_of(trim(line.substr(1)));
    } else if (category != 0) {
      read_line(line, category);
    }
  }
}

void Lexicon::read_line(std::string_view line, std::uint32_t category) {
  for (const std::string_view entry : split(line, ',')) {
    if (const std::string_view name = trim(entry); !name.empty()) add_entry(name, category);
  }
}

void Lexicon::add_entry(std::string_view entry, std::uint32_t category) {
  // An abbreviation stands in the table before any word asks for it: "Brig. Gen." needs "Brig.".
  const std::vector<Word> words = split_words(entry, nullptr);
  std::uint64_t key = 0;
  for (const Word& word : words) {
    if (key != 0) add(key, kBeginsPhrase);
    key = key == 0 ? word.key : phrase_key(key, word.key);
  }
  if (key != 0) add(key, category);
}

void Lexicon::add(std::uint64_t key, std::uint32_t categories) {
  const std::uint32_t tag = tag_of(key);
  Slot& slot = slots_.find(home_of(key), [tag](const Slot& one) { return one.tag == tag; });
  if (!slot.is_free()) {
    slot.categories |= categories;
  } else if (slots_.size() < kMostKeys) {
    // The table has room for all from the start, and so never asks for their hashes again.
    slots_.take(slot, home_of(key), {tag, categories},
                [](const Slot&) { return std::uint64_t{0}; });
  }
}

}  // namespace dateline::indexer
