// The words that a query asks for, as ranking looks at them once more in the articles that matched.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/plan/plan.h"

namespace dateline::query {

// One word of the query, in all the ways in which it is looked for.
struct AskedWord {
  std::vector<std::string>
      stems;  // without a prefix; none for a word that is looked for as written
  std::vector<std::string> forms;        // as they were typed, and their other spellings
  const schema::Field* field = nullptr;  // none for headline, standfirst and body
  double weight = 1;                     // how much it counts beside the others
};

// In the order in which they were written, but stop words last. Those alone that say what an
// article is about: words of prose, in any field, that are not under a NOT.
std::vector<AskedWord> asked_words(const Plan& plan);

}  // namespace dateline::query
