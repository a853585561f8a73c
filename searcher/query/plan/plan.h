// The third stage: what the query comes to. Words are folded, stems taken, wildcards expanded,
// fields pushed down to the leaves; builder.h turns it into Xapian's terms.
//
// print() shows it on one line:
//   [troop]                  a stem, in headline, standfirst or body
//   headline:walked          this form
//   {elect|elected|+20}      any of these forms
//   source:<le monde>        a whole value
//   "onward movement"        next to each other and in this order
//   (a NEAR/3 b)  (a ADJ/3 b)
//   (a MAYBE b)              a; b adds weight where it stands
//   (x AND y)  (x OR y)  NOT x
//   x^2                      x, where it counts twice as much
//   *                        every article
//   nothing                  none
//   date:2020-01-01..2020-01-31
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "searcher/query/language/dates.h"

namespace dateline::query {

struct Plan {
  enum class Kind : std::uint8_t {
    kEverything,
    kNothing,
    kStem,    // any of texts: one word's stems, in one language or several
    kForms,   // any of texts, as a word; of a written word, its form is the first
    kValues,  // any of texts, as a whole value
    kDays,
    kPhrase,  // kPhrase, kAdj, kNear: children are kForms, kPhrase or kOr of these
    kAdj,
    kNear,
    kAnd,
    kOr,
    kNot,
    kMaybe,  // the first child; the others add weight
    kWeight,
  };

  Kind kind = Kind::kNothing;
  const schema::Field* field = nullptr;  // leaves: where; none for headline, standfirst and body
  std::vector<std::string> texts;
  std::vector<std::string> forms;  // kStem: what was written, whose stems texts are
  DayRange days;
  std::uint32_t distance = 1;  // kAdj, kNear
  double weight = 1;
  bool stemmable = false;    // kForms of one word: a stem may stand for it
  bool as_one = false;       // kStem: other spellings are among texts; they rank as one word would
  bool compound = false;     // kPhrase: one word in several, which nobody typed so
  bool dispensable = false;  // kWeight: a stop word that adds a little and is not asked for
  std::string written;       // kForms of one word with accents, which tell some languages' stems
  std::vector<Plan> children;
};

Plan make_leaf(Plan::Kind kind, const schema::Field* field, std::vector<std::string> texts);
Plan make_list(Plan::Kind kind, std::vector<Plan> children);
// The list, or its only member.
Plan join_plans(Plan::Kind kind, std::vector<Plan> children);
Plan make_weight(Plan child, double weight);

std::string print(const Plan& plan);

}  // namespace dateline::query
