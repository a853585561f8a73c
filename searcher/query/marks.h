// What a hit may be marked with: the plan of a query, reduced to what can be seen in a text.
//
//   troops "non binding" -iran      words of the stem troop; "non" where "binding" follows it, both
//   headline:vote                   vote, in headlines alone
//   vote NEAR/3 iraq                both words, where they stand so near
//   person:esper                    names of persons with the word esper in them
//
// What is under a NOT is in no hit. Stop words that a query may do without are met by chance, so no
// mark shows them; those that count (in phrases, after +, by themselves) are marks like all others.
// Tested by tests/searcher/query/marks_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/plan/sequences.h"

namespace dateline::query {

struct Mark {
  enum class Kind : std::uint8_t {
    kStems,   // a word with one of `texts` for its stem; one that is not stemmed has its form there
    kForms,   // a word with one of `texts` among its forms
    kValues,  // a whole name, folded, that is one of `texts`
    kNear,    // `operands`, as positions say
  };

  Kind kind = Kind::kForms;
  // A kText or kEntity field; none for headline, standfirst and body.
  const schema::Field* field = nullptr;
  std::vector<std::string> texts;
  // kNear: by operand, every way in which it may be met. A phrase is one operand.
  std::vector<std::vector<Sequence>> operands;
  std::uint32_t distance = 1;  // kNear, as of positions/near_match.h
  bool ordered = true;         // kNear

  friend bool operator==(const Mark&, const Mark&) = default;
};

// Each mark once, in the order of the query.
std::vector<Mark> marks_of(const Plan& plan);

}  // namespace dateline::query
