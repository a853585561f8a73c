#include "indexer/entities/words/lexicon.h"

#include <array>
#include <cstddef>

#include "common/base/strings.h"
#include "indexer/entities/words/tables.h"
#include "indexer/entities/words/word.h"

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
constexpr std::size_t kSlots = std::size_t{1} << 16U;

std::uint32_t category_of(std::string_view section) {
  for (const Section& row : kSections) {
    if (row.name == section) return row.category;
  }
  return 0;
}

// The tag is never 0, which marks a free slot.
std::uint32_t tag_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32U) | 1U; }

std::size_t home_of(std::uint64_t key) {
  return static_cast<std::size_t>((key ^ (key >> 29U)) & (kSlots - 1));
}

}  // namespace

const Lexicon& Lexicon::get() {
  static const Lexicon kLexicon(entity_tables());
  return kLexicon;
}

Lexicon::Lexicon(std::span<const std::string_view> tables) : slots_(kSlots, Slot{0, 0}) {
  for (const std::string_view table : tables) read_table(table);
}

std::uint32_t Lexicon::find(std::uint64_t key) const {
  const std::uint32_t tag = tag_of(key);
  for (std::size_t at = home_of(key);; at = (at + 1) & (kSlots - 1)) {
    if (slots_[at].tag == tag) return slots_[at].categories;
    if (slots_[at].tag == 0) return 0;
  }
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
  std::size_t at = home_of(key);
  while (slots_[at].tag != 0 && slots_[at].tag != tag) at = (at + 1) & (kSlots - 1);
  if (slots_[at].tag == 0) {
    if (taken_ == kSlots / 2) return;
    ++taken_;
    slots_[at].tag = tag;
  }
  slots_[at].categories |= categories;
}

}  // namespace dateline::indexer
