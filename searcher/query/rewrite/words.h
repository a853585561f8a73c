// Written text → what it asks the index for, word by word.
//
// A position of the text becomes an operand: a form ("troops"), or for a compound its spellings.
// `non-binding` and, where the index knows them as one word, `nonbinding` and "non binding" all
// become ("non binding"|nonbinding).
//
// Compounds of three and four parts are met in the same way: stateoftheart, "state of the art".
//
// They are known as one word where the index has the hyphenated form (common/text/tokenizer.h says
// why), or where the first part is a listed prefix and the index does not speak against it:
// "recent" in hundreds of articles and "re-cent" in none is no compound of "re". So `therapist`
// never meets "the rapist".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/plan/plan.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

class WordReader {
 public:
  explicit WordReader(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // An operand for each position of `text`; none if there are no words in it. `field` is nullptr
  // for headline, standfirst and body.
  std::vector<Plan> operands(std::string_view text, const schema::Field* field) const;

  // The same without other spellings: the forms as written, a compound as its hyphenated form.
  std::vector<Plan> exact_operands(std::string_view text, const schema::Field* field) const;

  // True if the index has `word` as a form in `field`.
  bool is_known(std::string_view word, const schema::Field* field) const;

 private:
  using Operands = std::vector<Plan>::iterator;
  std::optional<Plan> solid_of(Operands first, Operands last) const;
  std::vector<Plan> join_many(std::vector<Plan> operands) const;
  std::vector<Plan> join_pairs(std::vector<Plan> operands) const;
  Plan split_solid(Plan operand) const;
  Plan split_in_many(Plan word) const;
  Plan split_at(Plan word, std::size_t at) const;
  bool are_joined(const Plan& first, const Plan& second) const;
  bool is_common(std::string_view word, const schema::Field* field) const;
  bool are_one_word(std::string_view first, std::string_view second,
                    const schema::Field* field) const;

  Vocabulary& vocabulary_;
};

// The prefixes behind which words of `field` stand; of headline, standfirst and body for nullptr.
std::vector<std::string_view> word_prefixes(const schema::Field* field);

}  // namespace dateline::query
