// A name is followed from its first word to the last one that can end it:
//
//   Apple Inc | announced                      its last word says what it is
//   Ministry of Health and Social Affairs | …  its first word does, and a phrase with "of" follows
//   Free Syrian Army | fled                    a nationality within
//   Culture and Tourism Ministry | closed      two everyday words share the last one
//
// Tested by tests/indexer/entities/rules/organisation_reader_test.cc.
#include "indexer/entities/rules/organisation_reader.h"

#include <algorithm>

#include "indexer/entities/rules/name_reader_words.h"

namespace dateline::indexer {
namespace {

// Longer phrases stand in no table; names with more words are read in pieces.
constexpr std::uint32_t kLongestPhrase = 8;
constexpr std::uint32_t kLongestOrganisation = 10;
constexpr std::uint32_t kLongestSoberOrganisation = 2;
constexpr std::uint32_t kLongestPart = 5;  // of a phrase with "of"

}  // namespace

// The longest entry of one of `categories` that begins at `at`.
OrganisationReader::Match OrganisationReader::match(std::uint32_t at,
                                                    std::uint32_t categories) const {
  Match found;
  std::uint64_t key = words_[at].key;
  std::uint32_t known = words_[at].categories;
  for (std::uint32_t end = at + 1;; ++end) {
    const bool whole = words_[end - 1].shape != Shape::kLower || (categories & kTitle) != 0;
    if ((known & categories) != 0 && whole) found = {end, known};
    if ((known & kBeginsPhrase) == 0 || end >= last_ || end - at >= kLongestPhrase) return found;
    if (words_[end].opens && !words_[end - 1].dotted) return found;
    key = phrase_key(key, words_[end].key);
    known = lexicon_.find(key);
  }
}

bool OrganisationReader::nameable(std::uint32_t at) const {
  const Word& word = words_[at];
  if (word.shape == Shape::kOther) return word.is(kEntity | kThing | kTeam);
  if (!word.is_capital()) return false;
  if (!sober_) return true;
  if (word.is(kEntity | kPersonal | kNoName | kTitle | kBeginsPhrase)) return true;
  return !word.is(kCommon | kModifier) && !evidence_.written_small(word.key);
}

// True if a capital here is no sign of a name.
bool OrganisationReader::proves_nothing(std::uint32_t at) const {
  return sober_ || (words_[at].opens && words_[at].shape == Shape::kCapital);
}

// True if the word after a nationality makes a name of both: "Irish Times", "French Alps", "Syrian
// Observatory for Human Rights"; not "Iraqi Ministry of Defense", nor "Israeli Army".
bool OrganisationReader::begins_name(std::uint32_t at, std::uint32_t end) const {
  if (at >= end || !words_[at].joined) return false;
  if (purpose_end(at, end) > at) return true;
  if (!words_[at].is(kOrganisationEnd | kPlaceEnd) || words_[at].is(kModifier | kTitle))
    return false;
  return of_phrase_end(at) == at + 1;
}

// The end of "Observatory for Human Rights" or "Press Group for Free Radio"; `at` where no such
// phrase begins. What is for something is an organisation if it is no office.
std::uint32_t OrganisationReader::purpose_end(std::uint32_t at, std::uint32_t end) const {
  constexpr std::uint32_t kMostWords = 2;
  for (std::uint32_t next = at; next < end && next < at + kMostWords && !sober_; ++next) {
    const Word& word = words_[next];
    if (!word.is_capital() || word.is(kNoName | kTitle | kPersonal)) return at;
    // "The Swiss League for FC Basel" is no name.
    if (next + 2 < last_ && words_[next + 1].joined && words_[next + 1].key == kFor &&
        !words_[next + 2].is(kOrganisation)) {
      const std::uint32_t phrase = of_phrase_end(next);
      return phrase > next + 1 ? phrase : at;
    }
  }
  return at;
}

// True if `at` is a nationality within an organisation's name: behind everyday words with capitals
// and before its last word, "Free Syrian Army".
bool OrganisationReader::is_inner_nationality(std::uint32_t first, std::uint32_t at,
                                              std::uint32_t end) const {
  if (!words_[at].is(kNationality) || at + 1 >= end || proves_nothing(first)) return false;
  if (!words_[at + 1].joined || !words_[at + 1].is(kOrganisationEnd)) return false;
  return std::all_of(words_.begin() + first, words_.begin() + at, [this](const Word& word) {
    const bool everyday =
        word.is(kCommon | kModifier | kOrganisationEnd) || evidence_.written_small(word.key);
    return everyday && !word.is(kEntity | kPersonal | kNoName | kTitle | kOpener | kDirection);
  });
}

// The end of an organisation named by its last word ("Apple Inc") or by its first and an of-phrase
// ("Ministry of Defense"); `at` if there is none.
std::uint32_t OrganisationReader::organisation_end(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t found = at;
  const std::uint32_t limit =
      std::min(end, at + (sober_ ? kLongestSoberOrganisation : kLongestOrganisation));
  for (std::uint32_t next = at; next < limit; ++next) {
    const Word& word = words_[next];
    if (next > at && words_[next - 1].is(kNationality)) {
      if (const std::uint32_t purpose = purpose_end(next, end); purpose > next) return purpose;
    }
    const bool inner = next > at && is_inner_nationality(at, next, end);
    if (next > at && word.is(kNoName | kTitle) && !word.is(kOrganisationEnd) && !inner) break;
    if (word.is(kOrganisationHead) && (next == at || !sober_)) {
      const std::uint32_t of = of_phrase_end(next);
      if (of > next + 1) return of;
    }
    const bool team = word.is(kTeam) && next > at && words_[next - 1].is(kPlace);
    if (next > at && (word.is(kOrganisationEnd) || team)) found = next + 1;
  }
  return found > at ? found : double_organisation_end(at, end);
}

// The end of "Culture and Tourism Ministry": everyday words, "and", then an organisation's last
// word.
std::uint32_t OrganisationReader::double_organisation_end(std::uint32_t at,
                                                          std::uint32_t end) const {
  constexpr std::uint32_t kMostWords = 3;
  const bool linked = end - at <= kMostWords && end + 1 < last_ && words_[end].joined &&
                      words_[end].key == kAnd && words_[end + 1].joined && nameable(end + 1);
  if (!linked) return at;
  for (std::uint32_t next = at; next < end; ++next) {
    const Word& word = words_[next];
    const bool everyday = word.is(kCommon | kModifier) || evidence_.written_small(word.key);
    if (!everyday || word.is(kEntity | kPersonal)) return at;
  }
  for (std::uint32_t next = end + 2; next < last_ && next <= end + 1 + kMostWords; ++next) {
    if (!words_[next].joined || !nameable(next) || words_[next].is(kTitle)) return at;
    if (words_[next].is(kOrganisationEnd)) return next + 1;
  }
  return at;
}

// The end of "Ministry of Health and Social Affairs", `head` being its first word; head + 1 where
// no such phrase follows.
std::uint32_t OrganisationReader::of_phrase_end(std::uint32_t head) const {
  std::uint32_t end = head + 1;
  for (int phrases = 0; phrases < 3; ++phrases) {
    std::uint32_t next = end;
    if (next >= last_ || !words_[next].joined) return end;
    const std::uint64_t link = words_[next].key;
    const bool first = end == head + 1;
    if (link != kOf && link != kFor && (first || link != kAnd)) return end;
    ++next;
    if (next < last_ && words_[next].joined && words_[next].key == kThe) ++next;
    if (next >= last_ || !words_[next].joined || !nameable(next)) return end;
    if (link == kAnd &&
        (words_[next].is(kEntity | kNoName | kPersonal | kTitle) || words_[end - 1].is(kEntity))) {
      return end;
    }
    if (const Match place = match(next, kEntity); place.end > next) {
      end = place.end;
      continue;
    }
    while (next < last_ && next < end + kLongestPart && (words_[next].joined) && nameable(next) &&
           !words_[next].is(kTitle | kCalendar)) {
      ++next;
    }
    if (next <= end + 1) return end;
    end = next;
  }
  return end;
}

}  // namespace dateline::indexer
