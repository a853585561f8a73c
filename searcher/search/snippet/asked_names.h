// The names in an article that a query's person:, org:, place: and entity: are met by.
//
// An article is found by any name of an entity, and the index says so of its words and whole names.
// Which stretches of the text those are is in the record: the forms of each of its entities.
#pragma once

#include <string>
#include <vector>

#include "common/document/article.h"
#include "searcher/query/marks.h"
#include "searcher/search/snippet/word_marker.h"

namespace dateline::search {

// Not thread-safe.
class AskedNames {
 public:
  // `stemmers` must outlive this.
  AskedNames(const std::vector<query::Mark>& marks, Stemmers& stemmers);

  // False where the query asks for no names.
  bool any() const { return !marks_.empty(); }

  // All forms of the entities that are met by a mark, with that mark's number.
  std::vector<WordMarker::Name> in(const Article& article);

 private:
  struct NameMark {
    std::size_t number;
    EntityType type;
    std::vector<std::string> values;  // whole names, or
    WordMarker words;                 // what is to be in one
  };

  static bool is_met(NameMark& mark, const Entity& entity);
  static bool is_met(NameMark& mark, const std::string& name);

  std::vector<NameMark> marks_;
};

}  // namespace dateline::search
