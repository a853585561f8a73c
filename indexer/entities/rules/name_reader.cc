// The order in which things are tried at the front of a run is the order of step(); an example
// stands in the header. Tested by tests/indexer/entities/rules/name_reader_test.cc, and as a whole
// by rule_tagger_test.cc.
#include "indexer/entities/rules/name_reader.h"

#include <algorithm>

#include "indexer/entities/rules/name_reader_words.h"

namespace dateline::indexer {
namespace {

// Bounds keep every step constant in the length of a run.
constexpr std::uint32_t kLongestTitle = 8;
constexpr std::uint32_t kLongestPlace = 5;
constexpr std::uint32_t kLongestThing = 6;
constexpr std::uint32_t kMostPersonWords = 5;

// "F." or "X".
bool is_initial(const Word& word) {
  return word.end - word.begin <= (word.dotted ? 2U : 1U) && word.is_capital();
}

}  // namespace

void NameReader::read(std::uint32_t first, std::uint32_t last, bool sober,
                      std::vector<Candidate>& out) {
  out_ = &out;
  last_ = last;
  sober_ = sober;
  for (std::uint32_t at = first; at < last;) {
    const bool particle = words_[at].is(kLeadingParticle) && words_[at].shape == Shape::kLower &&
                          at + 1 < last && words_[at + 1].joined && nameable(at + 1);
    if (particle) {
      const Match known = match(at, kEntity);
      at = known.end != 0 ? read_match(at, known, known.end)
                          : emit(at, person_end(at + 1, run_end(at + 1)), EntityType::kPerson,
                                 Certainty::kUnknown);
      continue;
    }
    if (!nameable(at)) {
      ++at;
      continue;
    }
    const std::uint32_t end = run_end(at);
    while (at < end) at = step(at, end);
  }
}

// True if the word at `at` may continue the name that the word before it belongs to.
bool NameReader::goes_on(std::uint32_t at) const {
  if (at >= last_ || !words_[at].joined || words_[at].opens) return false;
  if (nameable(at)) return true;
  const bool link = words_[at].key == kAmpersand ||
                    (words_[at].is(kParticle) && words_[at].shape == Shape::kLower);
  if (!link || at + 1 >= last_ || !words_[at + 1].joined) return false;
  const bool second_link = words_[at + 1].is(kParticle) && words_[at + 1].shape == Shape::kLower;
  const std::uint32_t name = second_link ? at + 2 : at + 1;
  return name < last_ && words_[name].joined && nameable(name);
}

std::uint32_t NameReader::run_end(std::uint32_t at) const {
  std::uint32_t end = at + 1;
  while (goes_on(end)) ++end;
  return end;
}

// Reads one thing at the front of the run [at, end); returns where to go on.
std::uint32_t NameReader::step(std::uint32_t at, std::uint32_t end) {
  if (const std::uint32_t next = skip(at, end); next > at) return next;
  const Match known = match(at, kEntity);
  if (const std::uint32_t thing = thing_end(at, end); thing > std::max(known.end, at)) return thing;
  if (known.end <= at + 1) {
    if (const std::uint32_t title = title_end(at); title > at) return read_titled(title, end);
  }
  if (sober_) {
    if (const std::uint32_t next = sober_step(at, end); next > at) return next;
  }
  const std::uint32_t organisation = organisation_end(at, end);
  if (organisation > std::max(known.end, at)) {
    return emit(at, organisation, EntityType::kOrganisation, Certainty::kSure);
  }
  const std::uint32_t place = place_end(at, end);
  if (place > std::max(known.end, at)) return emit(at, place, EntityType::kPlace, Certainty::kSure);
  if (known.end != 0) return read_match(at, known, end);
  if (words_[at].is(kGivenName)) {
    const std::uint32_t person = person_end(at, end);
    if (person > at + 1) return emit(at, person, EntityType::kPerson, Certainty::kSure);
  }
  return read_unknown(at, end);
}

// What a headline may be believed: names that the text has elsewhere, and a given name with the
// word after it, since what follows is as likely a verb.
std::uint32_t NameReader::sober_step(std::uint32_t at, std::uint32_t end) {
  if (const std::uint32_t name = evidence_.longest_known(at, end); name > at) {
    return emit(at, name, EntityType::kPerson, Certainty::kUnknown);
  }
  if (!words_[at].is(kGivenName) || words_[at].is(kEntity)) return at;
  std::uint32_t next = at + 1;
  while (next < end && (is_initial(words_[next]) || !words_[next].is_capital())) ++next;
  if (next >= end || words_[next].is(kNoName | kTitle | kOrganisationEnd)) return at;
  return emit(at, next + 1, EntityType::kPerson, Certainty::kSure);
}

// Past words at the front of a run that are no part of a name; `at` where there are none.
std::uint32_t NameReader::skip(std::uint32_t at, std::uint32_t end) const {
  const Word& word = words_[at];
  const Match any = match(at, kEntity | kNoName | kTitle);
  if (any.is(kNoName) && !any.is(kEntity)) {
    // "Bill Clinton", "Jan de Vries".
    const bool given = word.is(kGivenName) && at + 1 < end && !words_[at + 1].is(kNoName);
    const bool belongs = given || (any.is(kNationality) && begins_name(any.end, end));
    return belongs ? at : any.end;
  }
  if (any.end > at + 1) return at;
  if (word.is(kLeadingParticle) && at + 1 < end) return at;
  const bool small = word.is(kCommon) || evidence_.written_small(word.key);
  if (!small) return at;
  if (word.is(kGivenName) && !sober_ && at + 1 < end) return at;
  if (proves_nothing(at) && !word.is(kEntity | kTitle | kOrganisationHead | kModifier))
    return at + 1;
  if (proves_nothing(at) && word.is(kEntity) && at + 1 == end) return at + 1;
  // "The Foreign Ministry" within a sentence.
  return word.is(kOpener) && !word.is(kEntity) && word.shape == Shape::kCapital ? at + 1 : at;
}

// The end of a name of no kind that is indexed: "Affordable Care Act", "Hurricane Katrina".
std::uint32_t NameReader::thing_end(std::uint32_t at, std::uint32_t end) const {
  if (words_[at].is(kThingHead) && at + 1 < end) return at + 2;
  const std::uint32_t limit = std::min(end, at + kLongestThing);
  for (std::uint32_t next = at + 1; next < limit; ++next) {
    if (words_[next].is(kThingEnd | kBeginsPhrase)) {
      if (const Match thing = match(next, kThingEnd); thing.end != 0) return thing.end;
    }
    if (words_[next].is(kNoName | kTitle | kOrganisationEnd)) return at;
  }
  return at;
}

// The end of a sequence of offices, ranks and honorifics; `at` if there is none.
std::uint32_t NameReader::title_end(std::uint32_t at) const {
  std::uint32_t title = at;
  for (std::uint32_t next = at; next < last_ && next < at + kLongestTitle;) {
    if (next > at && !words_[next].joined) break;
    if (const Match role = match(next, kTitle); role.end != 0) {
      next = title = role.end;
      continue;
    }
    const bool modifier = words_[next].is(kModifier) && words_[next].is_capital();
    // "President and CEO".
    const bool link = next == title && next > at && next + 1 < last_ && words_[next].key == kAnd &&
                      words_[next + 1].is(kRole);
    if (!modifier && !link) break;
    ++next;
  }
  const bool department = title > at && title < last_ && words_[title].joined &&
                          words_[title].is_capital() && words_[title].is(kOrganisationEnd) &&
                          !words_[title].is(kPersonal);
  return department ? at : title;
}

std::uint32_t NameReader::person_end(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t names = 1;
  std::uint32_t next = at + 1;
  for (; next < end && names < kMostPersonWords && words_[next].joined; ++next) {
    const Word& word = words_[next];
    if (word.key == kAmpersand) break;
    if (!word.is_capital()) continue;  // a particle, since the run goes on
    if (word.is(kNoName) && !word.is(kSurname)) break;
    if (word.is(kTitle) && !word.is(kPersonal | kSuffix) && !word.dotted) break;
    if (word.is(kOrganisation) && word.shape == Shape::kUpper) break;
    ++names;
  }
  return next;
}

// The end of a place named by one of its words ("Lake Tahoe", "Cook County"); `at` if there is
// none.
std::uint32_t NameReader::place_end(std::uint32_t at, std::uint32_t end) const {
  if (words_[at].is(kDirection) && !words_[at].opens && at + 1 < end) {
    if (const Match place = match(at + 1, kPlace); place.end > at + 1) return place.end;
  }
  if (words_[at].is(kPlaceHead)) {
    if (const std::uint32_t of = of_phrase_end(at); of > at + 1) return of;
    const bool name = at + 1 < end && words_[at + 1].is_capital() && !words_[at].is(kCommon) &&
                      !words_[at + 1].is(kNoName | kTitle);
    if (name) return at + 2 < end && words_[at + 2].is(kPlaceEnd) ? at + 3 : at + 2;
  }
  const bool located =
      at > 0 && (words_[at - 1].is(kPlacePreposition) || words_[at - 1].key == kThe);
  std::uint32_t next = at + 1;
  for (; next < end && next < at + kLongestPlace; ++next) {
    if (words_[next].is(kNoName | kTitle)) return at;
    if (words_[next].is(kPlaceEnd)) break;
  }
  if (next >= end || next >= at + kLongestPlace) return at;
  // "Damon Hill", but "at Hyde Park".
  if (words_[at].is(kPersonal) && !words_[at].is(kPlace) && !located) return at;
  while (next + 1 < end && words_[next + 1].is(kPlaceEnd)) ++next;
  return next + 1;
}

std::uint32_t NameReader::read_titled(std::uint32_t title, std::uint32_t end) {
  // The run ends within a title such as "Secretary of State".
  if (title >= last_ || !words_[title].joined || !nameable(title)) return title;
  end = std::max(end, run_end(title));
  const Word& name = words_[title];
  if (name.is(kNoName) || (name.is(kEntity) && !name.is(kPersonal))) {
    return title;
  }
  return emit(title, person_end(title, end), EntityType::kPerson, Certainty::kSure);
}

std::uint32_t NameReader::read_match(std::uint32_t at, const Match& match, std::uint32_t end) {
  const bool single = match.end == at + 1;
  if (single && words_[at].is(kGivenName) && match.end < end &&
      !words_[match.end].is(kNoName | kTitle | kEntity)) {
    return emit(at, person_end(at, end), EntityType::kPerson, Certainty::kSure);
  }
  // "U.S. Food and Drug Administration".
  if (single && words_[at].shape == Shape::kUpper && match.end < last_ &&
      words_[match.end].joined) {
    const Match body = this->match(match.end, kOrganisation);
    if (body.end > match.end + 1) {
      return emit(at, body.end, EntityType::kOrganisation, Certainty::kSure);
    }
  }
  const EntityType type = match.is(kPlace) ? EntityType::kPlace : EntityType::kOrganisation;
  return emit(at, match.end, type, Certainty::kSure);
}

// A run that nothing tells about: as many words as belong together, of unknown kind. In a headline
// they may be anything.
std::uint32_t NameReader::read_unknown(std::uint32_t at, std::uint32_t end) {
  if (sober_) return at + 1;
  bool everyday = words_[at].is(kCommon | kModifier | kDirection | kOrganisationHead);
  bool personal = words_[at].is(kPersonal) || is_initial(words_[at]);
  std::uint32_t next = at + 1;
  for (; next < end; ++next) {
    const Word& word = words_[next];
    if (word.is(kNoName | kEntity) && !word.is(kSurname)) break;
    if (word.is(kTitle) && !word.is(kPersonal) && title_end(next) > next) break;
    everyday |= word.is(kCommon | kModifier | kDirection | kOrganisationHead | kOrganisationEnd);
    personal |= word.is(kPersonal | kSuffix) || is_initial(word);
  }
  const bool single = next == at + 1;
  if (single && words_[at].shape != Shape::kUpper && !words_[at].is(kPersonal) &&
      (everyday || evidence_.written_small(words_[at].key))) {
    return next;
  }
  if (words_[at].shape == Shape::kOther || (single && is_initial(words_[at]))) return next;
  const bool person = personal || (!single && !everyday);
  const bool given = single && words_[at].is(kGivenName) && !everyday;
  const Certainty certainty =
      given || (personal && !single) ? Certainty::kGuess : Certainty::kUnknown;
  emit(at, next, person ? EntityType::kPerson : EntityType::kOrganisation, certainty);
  return next;
}

std::uint32_t NameReader::emit(std::uint32_t first, std::uint32_t last, EntityType type,
                               Certainty certainty) {
  const bool needs_evidence =
      certainty == Certainty::kUnknown && (sober_ || (proves_nothing(first) && last == first + 1));
  out_->push_back({first, last, type, certainty, needs_evidence});
  return last;
}

}  // namespace dateline::indexer
