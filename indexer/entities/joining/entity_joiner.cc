// Every join goes through a hash table from a short form to the one longer name that it can mean,
// or to kAmbiguous where there are two: "Schumacher" stays alone between Mick and Michael.
//
// Tested by tests/indexer/entities/joining/entity_joiner_test.cc.
#include "indexer/entities/joining/entity_joiner.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "common/base/strings.h"
#include "common/names/organisation_name.h"
#include "common/names/personal_name.h"
#include "common/names/place_name.h"
#include "common/text/values.h"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kAmbiguous = 0xFFFFFFFF;

// Longer forms are kept, but not looked at for parts.
constexpr std::size_t kLongestName = 200;

using Meanings = std::unordered_map<std::string, std::uint32_t>;

void mean(Meanings& meanings, std::string_view short_form, std::uint32_t name) {
  const auto [at, is_new] = meanings.try_emplace(std::string(short_form), name);
  if (!is_new && at->second != name) at->second = kAmbiguous;
}

std::uint32_t meaning_of(const Meanings& meanings, const std::string& short_form) {
  const auto at = meanings.find(short_form);
  return at == meanings.end() ? kAmbiguous : at->second;
}

bool is_loud(std::string_view form) {
  return std::none_of(form.begin(), form.end(), is_ascii_lower);
}

// Fuller forms have more words, then more letters; loud ones ("REUTERS") yield to quiet ones.
bool is_fuller(std::string_view a, std::string_view b) {
  const auto rank = [](std::string_view form) {
    const auto words = std::count(form.begin(), form.end(), ' ');
    return std::make_tuple(words, !is_loud(form), form.size());
  };
  return rank(a) > rank(b);
}

}  // namespace

void EntityJoiner::add_mention(std::string_view form, EntityType type) {
  const Place at = place_of(form);
  Name& name = names_[at.name];
  name.forms[at.form].mentioned = true;
  ++name.mentions;
  ++name.votes[static_cast<std::size_t>(type)];
}

void EntityJoiner::declare(std::string_view form, EntityType type) {
  Name& name = names_[place_of(form).name];
  name.declared = true;
  name.type = type;
}

bool EntityJoiner::knows(std::string_view form) const {
  return by_form_.contains(std::string(form));
}

EntityJoiner::Place EntityJoiner::place_of(std::string_view form) {
  std::string spelled(form);
  if (const auto at = by_form_.find(spelled); at != by_form_.end()) return at->second;
  const auto next = static_cast<std::uint32_t>(names_.size());
  std::string folded = text::fold_value(form);
  if (folded.empty()) folded = spelled;
  const auto [at, is_new] = by_folded_.try_emplace(folded, next);
  if (is_new) {
    names_.emplace_back();
    names_.back().folded = std::move(folded);
    names_.back().joined_to = next;
  }
  std::vector<Form>& forms = names_[at->second].forms;
  const Place place{at->second, static_cast<std::uint32_t>(forms.size())};
  forms.push_back({spelled, false});
  by_form_.emplace(std::move(spelled), place);
  return place;
}

std::vector<Entity> EntityJoiner::join(std::size_t most) {
  settle_types();
  join_spellings();
  join_people();
  join_organisations();
  join_places();
  std::vector<std::vector<std::uint32_t>> members(names_.size());
  for (std::uint32_t i = 0; i < names_.size(); ++i) members[root_of(i)].push_back(i);
  std::vector<Entity> out;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (members[i].empty()) continue;
    if (Entity entity = entity_of(i, members[i]); entity.mentions > 0) {
      out.push_back(std::move(entity));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Entity& a, const Entity& b) { return a.mentions > b.mentions; });
  if (out.size() > most) out.resize(most);
  return out;
}

void EntityJoiner::settle_types() {
  std::unordered_set<std::string> declared_surnames;
  for (const Name& name : names_) {
    if (!name.declared || name.type != EntityType::kPerson) continue;
    const auto parts = names::split_personal_name(name.first_form());
    declared_surnames.insert(text::fold_value(parts.surname));
  }
  for (Name& name : names_) {
    if (name.declared) continue;
    if (declared_surnames.contains(name.folded)) {
      name.type = EntityType::kPerson;
      continue;
    }
    const auto best = std::max_element(name.votes.begin(), name.votes.end());
    name.type = static_cast<EntityType>(best - name.votes.begin());
  }
}

// "John F. Kennedy" and "John Kennedy", unless the article has a John G. Kennedy as well.
void EntityJoiner::join_spellings() {
  Meanings full;
  std::vector<std::string> keys(names_.size());
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].type != EntityType::kPerson || names_[i].folded.size() > kLongestName) continue;
    const auto parts = names::split_personal_name(names_[i].first_form());
    keys[i] = names::personal_key(parts);
    if (parts.given.size() > 1) mean(full, keys[i], i);
  }
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (keys[i].empty()) continue;
    const auto parts = names::split_personal_name(names_[i].first_form());
    if (parts.given.size() == 1) join_to(i, meaning_of(full, keys[i]));
  }
}

// The last words of a full name ("Lopez Obrador") and its first ("Mick") mean its bearer, where the
// article has only one.
void EntityJoiner::join_people() {
  Meanings ends;
  Meanings firsts;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const std::string& folded = names_[i].folded;
    if (names_[i].type != EntityType::kPerson || folded.size() > kLongestName) continue;
    const std::size_t space = folded.find(' ');
    if (space == std::string::npos) continue;
    mean(firsts, folded.substr(0, space), root_of(i));
    const auto parts = names::split_personal_name(names_[i].first_form());
    mean(ends, text::fold_value(parts.surname), root_of(i));
    for (std::size_t at = space; at != std::string::npos; at = folded.find(' ', at + 1)) {
      mean(ends, folded.substr(at + 1), root_of(i));
    }
  }
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].type != EntityType::kPerson || names_[i].joined_to != i) continue;
    const bool is_end = ends.contains(names_[i].folded);
    join_to(i, meaning_of(is_end ? ends : firsts, names_[i].folded));
  }
}

// "Pfizer Inc" and "Pfizer", "U.N. Security Council" and "Security Council"; acronyms and what they
// stand for.
void EntityJoiner::join_organisations() {
  Meanings formal;
  Meanings acronyms;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].type != EntityType::kOrganisation) continue;
    const std::string& form = names_[i].first_form();
    if (form.size() > kLongestName || form.find(' ') == std::string::npos) continue;
    const std::string_view plain = names::strip_legal_form(form);
    if (plain.size() < form.size()) mean(formal, text::fold_value(plain), i);
    const std::string& folded = names_[i].folded;
    const std::size_t second = folded.find(' ') + 1;
    if (folded.find(' ', second) != std::string::npos) mean(formal, folded.substr(second), i);
    for (const std::string& acronym : names::acronyms_of(form)) mean(acronyms, acronym, i);
  }
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].type != EntityType::kOrganisation) continue;
    join_to(i, meaning_of(formal, names_[i].folded));
    if (names_[i].joined_to == i && names::looks_like_acronym(names_[i].first_form())) {
      join_to(i, meaning_of(acronyms, names_[i].folded));
    }
  }
}

void EntityJoiner::join_places() {
  Meanings first;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].type != EntityType::kPlace || names_[i].folded.size() > kLongestName) continue;
    const auto [at, is_new] = first.try_emplace(names::place_key(names_[i].first_form()), i);
    if (!is_new) join_to(i, at->second);
  }
}

void EntityJoiner::join_to(std::uint32_t name, std::uint32_t longer) {
  if (longer == kAmbiguous || root_of(longer) == name) return;
  names_[name].joined_to = root_of(longer);
}

// Joins are few and go from shorter to longer names, so that chains are of one or two steps.
std::uint32_t EntityJoiner::root_of(std::uint32_t name) const {
  while (names_[name].joined_to != name) name = names_[name].joined_to;
  return name;
}

Entity EntityJoiner::entity_of(std::uint32_t root,
                               const std::vector<std::uint32_t>& members) const {
  Entity out;
  out.type = names_[root].type;
  out.mentions = 0;
  for (const std::uint32_t member : members) {
    const Name& name = names_[member];
    out.mentions += name.mentions;
    for (const Form& form : name.forms) {
      if (out.name.empty() || is_fuller(form.text, out.name)) out.name = form.text;
      if (form.mentioned) out.forms.push_back(form.text);
    }
  }
  return out;
}

}  // namespace dateline::indexer
