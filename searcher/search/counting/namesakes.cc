// Of the articles that name anything so, a few records are read, and the names that their entities
// have are joined to entities. Articles are told apart by terms: those of whole names, and for a
// surname alone its term without those of full names, within the months in which it means somebody.
//
// Tested by tests/searcher/search/counting/namesakes_test.cc.
#include "searcher/search/counting/namesakes.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "common/names/comparison.h"
#include "common/names/plain_words.h"
#include "common/names/spelling.h"
#include "common/schema/fields.h"
#include "common/text/values.h"
#include "searcher/query/query.h"

namespace dateline::search {
namespace {

// Records that are read to tell who is meant.
constexpr std::size_t kRecordsOfName = 200;
constexpr std::int32_t kMonthsOfAYear = 12;

Xapian::Query without(const Xapian::Query& query, const Xapian::Query& what) {
  if (query.empty() || what.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, what};
}

bool is_lone_surname(const NamedEntity& entity) {
  return entity.type == EntityType::kPerson && !lone_surname(entity.name).empty();
}

// Each is called what most articles call it. Votes first; a surname alone is meant only where nobody
// has it in full.
void finish(std::vector<NamedEntity>& entities) {
  for (NamedEntity& entity : entities) {
    const auto most =
        std::max_element(entity.shown.begin(), entity.shown.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    entity.name = most->first;
  }
  std::stable_sort(entities.begin(), entities.end(),
                   [](const NamedEntity& a, const NamedEntity& b) { return a.votes > b.votes; });
  if (entities.empty() || !is_lone_surname(entities.front())) return;
  const std::string surname = lone_surname(entities.front().name);
  const auto full = std::find_if(entities.begin(), entities.end(), [&](const NamedEntity& one) {
    return one.type == EntityType::kPerson && surname_of(one.name) == surname;
  });
  if (full != entities.end()) std::rotate(entities.begin(), full, full + 1);
}

}  // namespace

std::vector<Xapian::docid> evenly(const std::vector<Xapian::docid>& all, std::size_t most) {
  if (all.size() <= most) return all;
  std::vector<Xapian::docid> out;
  out.reserve(most);
  for (std::size_t i = 0; i < most; ++i) out.push_back(all[i * all.size() / most]);
  return out;
}

// Whether an entity goes by the name that was asked for.
class Namesakes::Asked {
 public:
  // By a word of an organisation's name; by another spelling of a word; by the name or its word.
  enum class Fit { kNone, kByAWord, kAlike, kByName };

  Asked(const std::string& name, const names::Aliases* aliases)
      : name_(name), folded_(text::fold_value(name)), aliases_(aliases) {
    const auto words = names::plain_words(name, 2);
    if (words.size() == 1) word_ = names::spell(words.front());
  }

  Fit fit(const Entity& entity) const {
    if (aliases_ != nullptr) {
      const auto* alias = aliases_->find(entity.type, name_);
      const bool same = alias != nullptr && alias == aliases_->find(entity.type, entity.name);
      if (same) return Fit::kByName;
      if (alias != nullptr && aliases_->reach() == names::Aliases::Reach::kAllNames) {
        return Fit::kNone;
      }
    }
    Fit best = fit_of(entity.name, entity.type);
    for (const std::string& form : entity.forms) best = std::max(best, fit_of(form, entity.type));
    return best;
  }

 private:
  // A person goes by any word of the name, and by a surname of several words. What has a word of an
  // organisation's name may be another organisation, and so may a person whose name is merely spelled
  // like it be another person.
  Fit fit_of(const std::string& form, EntityType type) const {
    if (text::fold_value(form) == folded_) return Fit::kByName;
    if (names::compare_names(form, name_, type).same) return Fit::kByName;
    if (type == EntityType::kPerson && surname_of(form) == folded_) return Fit::kByName;
    if (!word_ || type == EntityType::kPlace) return Fit::kNone;
    const auto words = names::plain_words(form, names::kMaxSpelledLetters);
    const bool has_word = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return names::same_spelling(names::spell(word), *word_, names::kSurelySameSpelling);
    });
    if (!has_word) return Fit::kNone;
    if (type != EntityType::kPerson) return Fit::kByAWord;
    const bool exactly = std::find(words.begin(), words.end(), folded_) != words.end();
    return exactly ? Fit::kByName : Fit::kAlike;
  }

  const std::string& name_;
  std::string folded_;
  const names::Aliases* aliases_;
  std::optional<names::Spelling> word_;
};

std::vector<NamedEntity> Namesakes::of(const std::string& name,
                                       const std::vector<Xapian::docid>& articles) {
  const Asked asked(name, aliases());
  std::map<Asked::Fit, std::vector<NamedEntity>> by_fit;
  for (const Xapian::docid document : evenly(articles, kRecordsOfName)) {
    if (call_.deadline->check()) break;
    const Article* article = names_.record(document);
    if (article == nullptr) continue;
    for (const Entity& entity : article->entities) {
      const Asked::Fit fit = asked.fit(entity);
      if (fit == Asked::Fit::kNone) continue;
      add({entity.type, shown(entity, document), {text::fold_value(entity.name)}, 1, {}},
          by_fit[fit]);
    }
  }
  std::vector<NamedEntity> out = std::move(by_fit[Asked::Fit::kByName]);
  std::vector<NamedEntity>& alike = by_fit[Asked::Fit::kAlike];
  if (out.empty()) out.swap(alike);
  for (NamedEntity& one : alike) {
    if (entity_like(one, out) != nullptr) add(std::move(one), out);
  }
  std::vector<NamedEntity>& by_a_word = by_fit[Asked::Fit::kByAWord];
  finish(out);
  finish(by_a_word);
  std::move(by_a_word.begin(), by_a_word.end(), std::back_inserter(out));
  return out;
}

void Namesakes::add(NamedEntity entity, std::vector<NamedEntity>& to) const {
  if (entity.shown.empty()) entity.shown[entity.name] = entity.votes;
  NamedEntity* same = entity_like(entity, to);
  if (same == nullptr) {
    to.push_back(std::move(entity));
    return;
  }
  same->names.merge(entity.names);
  same->votes += entity.votes;
  for (const auto& [name, votes] : entity.shown) same->shown[name] += votes;
}

std::string Namesakes::shown(const Entity& entity, Xapian::docid document) {
  if (!folds()) return entity.name;
  std::string name = canonical_name(aliases(), entity.type, entity.name);
  if (entity.type != EntityType::kPerson) return name;
  const std::string surname = lone_surname(name);
  if (surname.empty()) return name;
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::kDay);
  const std::string day = index_.database().get_document(document).get_value(slot);
  const Surname& known = surnames_.of(surname);
  const auto meant = known.meant(month_of(day));
  return meant ? known.bearers()[*meant].name : name;
}

NamedEntity* Namesakes::entity_like(const NamedEntity& entity,
                                    std::vector<NamedEntity>& among) const {
  const auto same = std::find_if(among.begin(), among.end(), [&](const NamedEntity& one) {
    if (one.type != entity.type) return false;
    if (one.name == entity.name) return true;
    return folds() && names::compare_names(one.name, entity.name, entity.type).same;
  });
  return same == among.end() ? nullptr : &*same;
}

bool Namesakes::is(const NamedEntity& entity, EntityType type, const std::string& name) const {
  if (type != entity.type) return false;
  const std::string folded = text::fold_value(name);
  if (entity.names.contains(folded)) return true;
  if (!folds()) return name == entity.name;
  if (canonical_name(aliases(), type, name) == entity.name) return true;
  if (names::compare_names(name, entity.name, type).same) return true;
  return type == EntityType::kPerson && folded == surname_of(entity.name);
}

Xapian::Query Namesakes::articles_of(const NamedEntity& entity) {
  std::set<std::string> names = entity.names;
  names.insert(text::fold_value(entity.name));
  const names::AliasedEntity* aliased =
      aliases() == nullptr ? nullptr : aliases()->find(entity.type, entity.name);
  if (aliased != nullptr) {
    for (const std::string& name : aliased->names) names.insert(text::fold_value(name));
  }
  if (entity.type != EntityType::kPerson) return with_any(entity.type, names);
  const std::string full = surname_of(entity.name);
  const std::string surname = full.empty() ? lone_surname(entity.name) : full;
  // Articles have the surname for others too, who have it in full.
  if (aliased == nullptr) names.erase(surname);
  const Xapian::Query named = with_any(entity.type, names);
  const Xapian::Query lone = surname.empty() ? Xapian::Query() : alone(surname, entity);
  return Xapian::Query(Xapian::Query::OP_OR, named, lone);
}

// Articles that have the surname by itself, for this entity.
Xapian::Query Namesakes::alone(const std::string& surname, const NamedEntity& entity) {
  const Surname& known = surnames_.of(surname);
  const auto own = known.with_name(entity.names);
  std::set<std::string> others;
  for (std::size_t i = 0; i < known.bearers().size(); ++i) {
    const auto& names = known.bearers()[i].names;
    if (own != i) others.insert(names.begin(), names.end());
  }
  const Xapian::Query lone =
      without(with_any(EntityType::kPerson, {surname}), with_any(EntityType::kPerson, others));
  if (!is_lone_surname(entity)) {
    if (!folds() || !own) return {};
    const Xapian::Query months = in_months_of(known, *own);
    if (months.empty()) return {};
    return {Xapian::Query::OP_FILTER, lone, months};
  }
  Xapian::Query out = lone;
  for (std::size_t i = 0; folds() && i < known.bearers().size(); ++i) {
    out = without(out, in_months_of(known, i));
  }
  return out;
}

// The months in which the surname alone means the bearer: whole years where it does so all year,
// and what has no date where that is judged so.
Xapian::Query Namesakes::in_months_of(const Surname& surname, std::size_t bearer) const {
  std::vector<Xapian::Query> out;
  if (surname.meant(std::nullopt) == bearer) {
    const auto slot = static_cast<Xapian::valueno>(schema::Slot::kDay);
    out.push_back(without(Xapian::Query(std::string()),
                          Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, "0")));
  }
  const auto span = surname.span();
  for (std::int32_t year = span ? span->first / kMonthsOfAYear : 1;
       span && year <= span->second / kMonthsOfAYear; ++year) {
    std::vector<Xapian::Query> months;
    for (std::int32_t month = year * kMonthsOfAYear; month < (year + 1) * kMonthsOfAYear; ++month) {
      if (surname.meant(month) != bearer) continue;
      months.push_back(with_term(std::string(schema::kMonthPrefix) + month_digits(month)));
    }
    if (months.size() == static_cast<std::size_t>(kMonthsOfAYear)) {
      const std::string digits = month_digits(year * kMonthsOfAYear).substr(0, 4);
      months = {with_term(std::string(schema::kYearPrefix) + digits)};
    }
    out.insert(out.end(), months.begin(), months.end());
  }
  return {Xapian::Query::OP_OR, out.begin(), out.end()};
}

Xapian::Query Namesakes::with_any(EntityType type, const std::set<std::string>& names) const {
  std::vector<Xapian::Query> terms;
  terms.reserve(names.size());
  for (const std::string& name : names) {
    terms.push_back(with_term(schema::make_term(schema::field_of(type).value_prefix, name)));
  }
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::Query Namesakes::with_term(const std::string& term) const {
  return query::unweighted_term(term,
                                [this](const std::string& one) { return index_.misreads(one); });
}

}  // namespace dateline::search
