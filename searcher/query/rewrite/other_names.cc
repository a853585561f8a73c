// Example: of person:suleimani the sound key proposes words of the index, soleimani and suleymani
// among them; common/names/spelling.h says which of those are spellings of it. Tested by
// tests/searcher/query/rewrite/rewriter_test.cc and, through the program, by
// tests/cli/search_test.py.
#include "searcher/query/rewrite/other_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/names/country_names.h"
#include "common/names/given_names.h"
#include "common/names/place_name.h"
#include "common/names/sound_key.h"
#include "common/names/spelling.h"
#include "common/schema/fields.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"
#include "searcher/query/rewrite/rewrite_state.h"
#include "searcher/query/vocabulary/name_sets.h"

namespace dateline::query {
namespace {

// Words of names that begin with the same word are looked through up to so many first words.
constexpr std::size_t kMostFirstWords = 16;
// Shown in the notice; more would hide what it says.
constexpr std::size_t kShownNames = 8;

std::vector<std::string> folded_names_of(const names::AliasedEntity& entity) {
  std::vector<std::string> out;
  for (const std::string& name : entity.names) {
    std::string folded = text::fold_value(name);
    if (std::find(out.begin(), out.end(), folded) == out.end()) out.push_back(std::move(folded));
  }
  return out;
}

}  // namespace

OtherNames::OtherNames(RewriteState& state, const Node& node, const schema::Field& field)
    : state_(state), node_(node), field_(field), folded_(text::fold_value(node.text)) {
  for (const text::OwnedToken& token : text::tokenize(node.text)) {
    if (!token.further) words_.push_back(token.form);
  }
}

const names::AliasedEntity* OtherNames::aliased(names::Aliases::Reach reach) const {
  const names::Aliases* aliases = state_.options.aliases;
  if (aliases == nullptr || aliases->reach() != reach) return nullptr;
  return aliases->find(*field_.entity, folded_);
}

std::optional<Plan> OtherNames::by_alias() {
  const names::AliasedEntity* entity = aliased(names::Aliases::Reach::kAllNames);
  if (entity == nullptr) return std::nullopt;
  state_.note("alias", fmt::format("“{}” was looked for by all names of {} in the alias file",
                                   node_.text, entity->name));
  return make_leaf(Plan::Kind::kValues, &field_,
                   state_.afford(folded_names_of(*entity), node_.text));
}

Plan OtherNames::or_aliases(Plan written) {
  const names::AliasedEntity* entity = aliased(names::Aliases::Reach::kSomeNames);
  if (entity == nullptr || node_.exact) return written;
  std::vector<std::string> names = folded_names_of(*entity);
  std::erase_if(names, [&](const std::string& name) {
    return name == folded_ || !state_.vocabulary.has(field_.value_prefix, name);
  });
  names = state_.afford(std::move(names), node_.text);
  if (names.empty()) return written;
  state_.note("alias", fmt::format("“{}” was also looked for as {}: names of {}", node_.text,
                                   join(names, ", "), entity->name));
  std::vector<Plan> ways;
  ways.push_back(std::move(written));
  ways.push_back(make_leaf(Plan::Kind::kValues, &field_, std::move(names)));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

Plan OtherNames::or_surname(Plan written) {
  const bool in_full = field_.id == schema::FieldId::kPerson && words_.size() > 1;
  if (!in_full || node_.exact || node_.edits || !state_.options.surnames_alone) return written;
  auto alone = state_.options.surnames_alone(folded_);
  if (!alone) return written;
  state_.note("surnames",
              fmt::format("“{}” was also looked for as “{}” alone, where articles around show that "
                          "nobody else is meant; --names written looks for the name alone",
                          node_.text, alone->surname));
  std::vector<Plan> times;
  for (const DayRange& days : alone->when) {
    times.emplace_back();
    times.back().kind = Plan::Kind::kDays;
    times.back().days = days;
  }
  std::vector<Plan> parts;
  parts.push_back(make_leaf(Plan::Kind::kValues, &field_, {alone->surname}));
  parts.push_back(join_plans(Plan::Kind::kOr, std::move(times)));
  auto others = state_.afford(std::move(alone->others), node_.text);
  if (!others.empty()) {
    Plan other = make_leaf(Plan::Kind::kValues, &field_, std::move(others));
    parts.push_back(make_list(Plan::Kind::kNot, {std::move(other)}));
  }
  std::vector<Plan> ways;
  ways.push_back(std::move(written));
  ways.push_back(make_weight(make_list(Plan::Kind::kAnd, std::move(parts)), kOtherWeight));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

Plan OtherNames::beside(Plan written) {
  if (field_.id == schema::FieldId::kPlace) {
    std::vector<std::string> names = names_of_place();
    if (!names.empty()) return or_others(std::move(written), Plan::Kind::kValues, std::move(names));
  }
  if (words_.size() == 1) {
    return or_others(std::move(written), Plan::Kind::kForms, other_words());
  }
  return or_others(std::move(written), Plan::Kind::kValues, other_whole_names());
}

// The names of countries are known; what is merely spelled like one is another.
std::vector<std::string> OtherNames::names_of_place() {
  std::vector<std::string> out;
  const std::string key = names::place_key(node_.text);
  for (const std::string& name : names::names_of_country(key)) {
    if (name != folded_ && state_.vocabulary.has(field_.value_prefix, name)) out.push_back(name);
  }
  if (out.empty() && key != folded_ && state_.vocabulary.has(field_.value_prefix, key)) {
    out.push_back(key);
  }
  return out;
}

std::vector<std::string> OtherNames::spellings_of(const std::string& word,
                                                  SpellingSet::Likeness enough) {
  const names::Spelling spelling = names::spell(word);
  if (!spelling.latin || spelling.letters.size() < 2) return {};
  std::vector<std::string> prefixes;
  for (const std::string& key : names::near_keys(spelling.key)) {
    prefixes.push_back(std::string(schema::kNameKeyPrefix) + to_ascii_lower(key) + " ");
  }
  SpellingSet set(word, enough);
  return state_.vocabulary.expand({prefixes.begin(), prefixes.end()}, set, kMost).words;
}

// A person's name is looked for in other spellings anyway; a word of another name only where it is
// asked for by ~, or the index has no such name.
std::vector<std::string> OtherNames::other_words() {
  const bool person = field_.id == schema::FieldId::kPerson;
  const bool known = state_.vocabulary.has(field_.word_prefix, words_.front());
  if (!node_.edits && !person && known) return {};
  const bool country = !names::country_named(folded_).empty();
  if (field_.id == schema::FieldId::kPlace && country) return {};
  const auto enough =
      node_.edits ? SpellingSet::Likeness::kSame : SpellingSet::Likeness::kSurelySame;
  std::vector<std::string> out = spellings_of(words_.front(), enough);
  std::erase_if(out, [&](const std::string& word) {
    return !state_.vocabulary.has(field_.word_prefix, word);
  });
  return out;
}

std::vector<std::string> OtherNames::other_whole_names() {
  if (words_.empty()) return {};
  std::vector<std::string> firsts = spellings_of(words_.front(), SpellingSet::Likeness::kSame);
  firsts.insert(firsts.begin(), words_.front());
  if (firsts.size() > kMostFirstWords) firsts.resize(kMostFirstWords);
  std::vector<std::string> out;
  for (std::string& first : firsts) {
    WholeNameSet set(std::move(first), folded_, *field_.entity);
    auto found = state_.vocabulary.expand({field_.value_prefix}, set, kMost).words;
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

Plan OtherNames::all_words(std::vector<Plan> words) {
  std::vector<std::string> others;
  for (Plan& word : words) {
    if (word.kind != Plan::Kind::kForms || word.texts.size() != 1) continue;
    auto spellings = spellings_of(word.texts.front(), SpellingSet::Likeness::kSurelySame);
    for (std::string& other : state_.afford(std::move(spellings), word.texts.front())) {
      if (!state_.vocabulary.has(field_.word_prefix, other)) continue;
      others.push_back(other);
      word.texts.push_back(std::move(other));
    }
  }
  note_others(others);
  return make_list(Plan::Kind::kAnd, std::move(words));
}

void OtherNames::note_others(const std::vector<std::string>& others) {
  if (others.empty()) return;
  std::vector<std::string> shown(
      others.begin(),
      others.begin() + static_cast<std::ptrdiff_t>(std::min(others.size(), kShownNames)));
  const std::size_t more = others.size() - shown.size();
  state_.note("other-names",
              fmt::format("“{}” was also looked for as {}{}", node_.text, join(shown, ", "),
                          more > 0 ? fmt::format(" and {} more", more) : std::string()));
}

Plan OtherNames::or_others(Plan written, Plan::Kind kind, std::vector<std::string> others) {
  others = state_.afford(std::move(others), node_.text);
  if (others.empty()) return written;
  note_others(others);
  std::vector<Plan> ways;
  ways.push_back(std::move(written));
  ways.push_back(make_weight(make_leaf(kind, &field_, std::move(others)), kOtherWeight));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

}  // namespace dateline::query
