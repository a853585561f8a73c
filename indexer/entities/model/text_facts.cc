// Example of a run: in "officials of the Bank of the South said", Bank and South have capitals,
// and the small words between them may belong to a name, so that "Bank of the South" is judged and
// nothing else. Tested by tests/indexer/entities/model/text_facts_test.cc.
#include "indexer/entities/model/text_facts.h"

#include <algorithm>
#include <cstddef>

#include "common/base/strings.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer {
namespace {

// Small words within a name: "Bank of the South", "Médecins du Monde".
constexpr std::uint32_t kMostWeakWords = 3;
constexpr std::uint32_t kLongestPhrase = 8;

Gap gap_kind(char c) {
  switch (c) {
    case ',':
      return Gap::kComma;
    case '(':
    case '[':
      return Gap::kOpenBracket;
    case ')':
    case ']':
      return Gap::kCloseBracket;
    case '"':
      return Gap::kQuote;
    case '-':
      return Gap::kDash;
    case '/':
      return Gap::kSlash;
    case ':':
    case ';':
      return Gap::kColon;
    default:
      return Gap::kOther;
  }
}

bool is_possessive(std::string_view gap) {
  const std::string_view mark = trim(gap);
  return mark == "'s" || mark == "\u2019s" || mark == "'S" || mark == "'" || mark == "\u2019";
}

// Typographic quotes and dashes begin with these bytes.
Gap wide_gap(std::string_view gap) {
  if (gap.find("\u201C") != std::string_view::npos ||
      gap.find("\u201D") != std::string_view::npos) {
    return Gap::kQuote;
  }
  const bool dash =
      gap.find("\u2013") != std::string_view::npos || gap.find("\u2014") != std::string_view::npos;
  return dash ? Gap::kDash : Gap::kOther;
}

Gap read_gap(std::string_view gap, bool opens) {
  if (gap.empty()) return Gap::kNothing;
  const bool ends = gap.find_first_of("\n.!?") != std::string_view::npos;
  if (ends) return Gap::kEnd;
  const std::size_t mark = gap.find_first_not_of(" \t\xC2\xA0");
  if (mark == std::string_view::npos) return opens ? Gap::kEnd : Gap::kBlank;
  if (is_possessive(gap)) return Gap::kPossessive;
  const Gap kind = gap_kind(gap[mark]);
  return kind == Gap::kOther ? wide_gap(gap) : kind;
}

// True if no name goes on behind the gap.
bool separates(Gap gap) {
  return gap == Gap::kEnd || gap == Gap::kOpenBracket || gap == Gap::kCloseBracket ||
         gap == Gap::kSlash || gap == Gap::kColon;
}

bool has_capital(const Word& word, std::string_view form) {
  if (word.is_capital()) return true;
  if (word.shape == Shape::kLower) return false;
  return std::any_of(form.begin(), form.end(), is_ascii_upper);
}

}  // namespace

TextFacts::TextFacts(std::string_view text, const WordHabits& habits)
    : text_(text),
      words_(split_words(text, &Lexicon::get())),
      habits_(habits),
      rules_(text_, words_),
      rule_names_(rules_.names()),
      facts_(words_.size()) {
  read_gaps();
  find_runs();
  read_casing();
  read_rules();
  read_phrases();
}

const Word* TextFacts::neighbour(std::uint32_t at, int offset) const {
  const std::int64_t to = static_cast<std::int64_t>(at) + offset;
  if (to < 0 || to >= static_cast<std::int64_t>(words_.size())) return nullptr;
  const auto other = static_cast<std::size_t>(to);
  return facts_[other].sentence == facts_[at].sentence ? &words_[other] : nullptr;
}

bool TextFacts::is_title_phrase(std::uint32_t at) const {
  const std::uint32_t category = facts_[at].phrase / 4U;
  return category != 0 &&
         (category == main_category(kHonorific) || category == main_category(kRole));
}

void TextFacts::read_gaps() {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    facts_[i].category = static_cast<std::uint8_t>(main_category(words_[i].categories));
    if (i == 0) continue;
    const std::size_t end = words_[i - 1].end;
    facts_[i].gap = read_gap(text_.substr(end, words_[i].begin - end), words_[i].opens);
    facts_[i].sentence = facts_[i - 1].sentence + (facts_[i].gap == Gap::kEnd ? 1 : 0);
  }
}

bool TextFacts::is_strong(std::uint32_t at) const {
  return has_capital(words_[at], form(at)) ||
         (words_[at].shape == Shape::kOther && words_[at].is(kPlace | kOrganisation));
}

bool TextFacts::is_weak(std::uint32_t at) const {
  const Word& word = words_[at];
  if (word.is(kParticle | kOpener | kLeadingParticle | kPlacePreposition)) return true;
  const char c = text_[word.begin];
  return word.end - word.begin <= 3 || is_ascii_digit(c);
}

// "The …", "However, …": an everyday word whose capital is the sentence's.
bool TextFacts::is_mere_opening(const Run& run) const {
  constexpr std::uint32_t kNames = kGivenName | kSurname | kPlace | kOrganisation | kTeam |
                                   kOrganisationEnd | kOrganisationHead | kPlaceEnd | kPlaceHead;
  const Word& word = words_[run.first];
  return run.last - run.first == 1 && word.opens && word.shape == Shape::kCapital &&
         word.is(kCommon | kOpener) && !word.is(kNames);
}

void TextFacts::find_runs() {
  const auto count = static_cast<std::uint32_t>(words_.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    if (!is_strong(at)) continue;
    Run run{at, run_end(at)};
    const bool free = runs_.empty() || runs_.back().last < at;
    if (free && leads(at)) --run.first;
    if (!is_mere_opening(run)) runs_.push_back(run);
    at = run.last - 1;
  }
}

// "von der Leyen", "37 Signals": the word before may belong to the name.
bool TextFacts::leads(std::uint32_t at) const {
  return at > 0 && words_[at].joined && facts_[at].gap != Gap::kEnd &&
         (words_[at - 1].is(kLeadingParticle) || is_ascii_digit(text_[words_[at - 1].begin]));
}

std::uint32_t TextFacts::run_end(std::uint32_t at) const {
  const auto count = static_cast<std::uint32_t>(words_.size());
  std::uint32_t end = at + 1;
  for (std::uint32_t next = end; next < count && next - end <= kMostWeakWords; ++next) {
    if (separates(facts_[next].gap)) break;
    if (is_strong(next)) {
      end = next + 1;
    } else if (!is_weak(next)) {
      break;
    }
  }
  // "Boeing 737".
  const bool trails = end < count && words_[end].joined && facts_[end].gap != Gap::kEnd &&
                      is_ascii_digit(text_[words_[end].begin]);
  return trails ? end + 1 : end;
}

void TextFacts::read_casing() {
  const auto count = static_cast<std::uint32_t>(words_.size());
  for (std::uint32_t first = 0; first < count;) {
    std::uint32_t last = first + 1;
    while (last < count && facts_[last].gap != Gap::kEnd) ++last;
    const Casing casing = casing_of(first, last);
    for (; first < last; ++first) facts_[first].casing = casing;
  }
}

// A sentence is loud if most of its longer words are; three of them at least.
Casing TextFacts::casing_of(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t kLongWord = 4;
  std::uint32_t longer = 0;
  std::uint32_t capital = 0;
  std::uint32_t upper = 0;
  for (std::uint32_t at = first; at < last; ++at) {
    const Word& word = words_[at];
    if (word.shape == Shape::kOther || word.end - word.begin < kLongWord) continue;
    ++longer;
    capital += word.is_capital() ? 1 : 0;
    upper += word.shape == Shape::kUpper ? 1 : 0;
  }
  if (longer < 3) return Casing::kPlain;
  if (upper * 5 >= longer * 4) return Casing::kUpper;
  return capital * 5 >= longer * 4 ? Casing::kTitle : Casing::kPlain;
}

void TextFacts::read_rules() {
  for (const Candidate& name : rule_names_) {
    for (std::uint32_t at = name.first; at < name.last; ++at) {
      facts_[at].rule =
          rule_opinion(name.type, at == name.first, at + 1 == name.last, name.certainty);
    }
  }
  for (const Run& run : runs_) {
    for (std::uint32_t at = run.first; at < run.last; ++at) {
      facts_[at].small = rules_.written_small(words_[at].key);
      facts_[at].habit = habits_.of(words_[at].key);
      const bool unknown = facts_[at].habit == Habit::kUnknown && words_[at].categories == 0;
      const bool open = words_[at].opens && words_[at].shape == Shape::kCapital;
      if (facts_[at].rule == 0 && unknown && open) facts_[at].rule = kNoOpinion;
    }
  }
}

void TextFacts::read_phrases() {
  for (const Run& run : runs_) {
    for (std::uint32_t at = run.first; at < run.last;) {
      const Phrase phrase = phrase_at(run, at);
      for (std::uint32_t i = at; i < phrase.end; ++i) {
        const unsigned place = place_in_name(i == at, i + 1 == phrase.end);
        facts_[i].phrase = static_cast<std::uint8_t>(phrase.category * 4 + place);
      }
      at = std::max(phrase.end, at + 1);
    }
  }
}

// The longest entry of several words that begins at `at`; its end is 0 where there is none.
TextFacts::Phrase TextFacts::phrase_at(const Run& run, std::uint32_t at) const {
  Phrase out;
  std::uint64_t key = words_[at].key;
  std::uint32_t known = words_[at].categories;
  for (std::uint32_t next = at + 1;
       (known & kBeginsPhrase) != 0 && next < run.last && next - at < kLongestPhrase; ++next) {
    if (facts_[next].gap != Gap::kBlank) break;
    key = phrase_key(key, words_[next].key);
    known = Lexicon::get().find(key);
    if ((known & ~kBeginsPhrase) != 0) out = {next + 1, main_category(known)};
  }
  return out;
}

}  // namespace dateline::indexer
