// Which of a positional plan's spellings Xapian's own operators can take.
//
//   (("non binding"|nonbinding) ADJ/3 vote)  →  "non binding" ADJ/3 vote  |  nonbinding ADJ/3 vote
//
// The second is two single words in order, which Xapian runs itself; the first has a phrase for an
// operand, which only a posting source of ours takes. The rewriter asks so that it can refuse such
// a query to a remote index, and the builder so that it can choose. Tested through both, by
// semantics_test.cc and oracle_test.cc.
#pragma once

#include <optional>
#include <vector>

#include "searcher/query/plan/plan.h"
#include "searcher/query/plan/sequences.h"

namespace dateline::query {

// One spelling of every operand at a time; none where that would be too many, or each of a
// wildcard's words would be looked for many times.
std::optional<std::vector<Choice>> split_operands(const std::vector<Plan>& operands);

// What has to stand in a row: of a phrase all words one by one.
Choice row_of(const Plan& positional, const Choice& choice);

// Xapian's operators take single words, and in any order different ones.
bool suits_xapian(const Choice& words, bool ordered);

// Whether a kPhrase, kNear or kAdj becomes a posting source of ours (position_source.h), which
// remote indexes cannot run.
bool needs_position_source(const Plan& positional);

}  // namespace dateline::query
