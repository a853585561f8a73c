// Who goes by a name, and which articles are of each.
//
//   Esper    Mark Esper {mark esper, mark t. esper}, and "Esper" alone where it means him
//            Tom Esper {tom esper}
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/document/article.h"
#include "searcher/search/call.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/surnames.h"

namespace dateline::search {

struct NamedEntity {
  EntityType type = EntityType::kPerson;
  std::string name;                               // as it is shown
  std::set<std::string> names;                    // folded: those that articles have it under
  std::size_t votes = 0;                          // articles that were read and have it
  std::map<std::string, std::size_t> shown = {};  // of these, by the name that stands for theirs
};

// `most` of them, evenly spread over the list.
std::vector<Xapian::docid> evenly(const std::vector<Xapian::docid>& all, std::size_t most);

// Lives no longer than the call; all throws Xapian::Error.
class Namesakes {
 public:
  Namesakes(const Call& call, const store::IndexReader& index)
      : call_(call),
        index_(index),
        names_(index.database()),
        surnames_(index, names_, call.options.aliases, *call.deadline) {}

  // The entities that go by `name` in these articles, of which some hundreds are read: first the one
  // that is meant, then the others, those in most articles first. Empty for none. A surname alone
  // is who it means in its article's time (surname.h), and an entity by itself where that is not
  // clear; it is meant only if nobody has the surname in full. Organisations that have but a word of
  // the name stand last.
  std::vector<NamedEntity> of(const std::string& name, const std::vector<Xapian::docid>& articles);

  // The articles of one of them, and of nobody else of that name.
  Xapian::Query articles_of(const NamedEntity& entity);

  // Whether an entity of one of its articles is it.
  bool is(const NamedEntity& entity, EntityType type, const std::string& name) const;

  EntityNames& names() { return names_; }

 private:
  class Asked;

  // The name that stands for the entity in lists.
  std::string shown(const Entity& entity, Xapian::docid document);
  // Joins it with the one that it is among them, or adds it to them.
  void add(NamedEntity entity, std::vector<NamedEntity>& to) const;
  NamedEntity* entity_like(const NamedEntity& entity, std::vector<NamedEntity>& among) const;
  bool folds() const { return call_.names == Names::kFolded; }
  const names::Aliases* aliases() const { return folds() ? call_.options.aliases : nullptr; }

  Xapian::Query alone(const std::string& surname, const NamedEntity& entity);
  Xapian::Query in_months_of(const Surname& surname, std::size_t bearer) const;
  Xapian::Query with_any(EntityType type, const std::set<std::string>& names) const;
  Xapian::Query with_term(const std::string& term) const;

  const Call& call_;
  const store::IndexReader& index_;
  EntityNames names_;
  Surnames surnames_;
};

}  // namespace dateline::search
