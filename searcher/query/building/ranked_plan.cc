// Tested by tests/searcher/query/building/ranked_plan_test.cc.
#include "searcher/query/building/ranked_plan.h"

#include <algorithm>
#include <string_view>

#include "common/schema/fields.h"
#include "searcher/query/rewrite/words.h"

namespace dateline::query {
namespace {

bool is_body(const schema::Field* field) {
  return field != nullptr && field->id == schema::FieldId::kBody;
}

bool is_words(const Plan& plan) {
  if (is_filter(plan.field)) return false;
  // Another spelling counts as the word itself, which is more than a sum; and what is in the body
  // alone is what some other list has not.
  if (plan.kind == Plan::Kind::kStem) {
    const std::size_t stems = plan.texts.size();
    return !is_body(plan.field) && stems > 0 && stems <= kMostRankedTogether &&
           (stems == 1 || !plan.as_one);
  }
  return plan.kind == Plan::Kind::kForms && plan.texts.size() == 1;
}

std::vector<RankedTerm> terms_of_words(const Plan& plan, const WeightsAbove& above,
                                       const WeightOfWord& weight_of_word) {
  std::vector<RankedTerm> terms;
  if (plan.kind == Plan::Kind::kForms) {
    for (const std::string_view prefix : word_prefixes(plan.field)) {
      terms.push_back({schema::make_term(prefix, plan.texts.front()), above.factor});
    }
    return terms;
  }
  const std::string_view prefix = plan.field == nullptr ? "" : plan.field->word_prefix;
  const double factor = above.factor * telling(plan, above, weight_of_word);
  for (const std::string& text : plan.texts) {
    terms.push_back({schema::make_stem_term(prefix, text), factor});
  }
  return terms;
}

}  // namespace

bool is_filter(const schema::Field* field) {
  return field != nullptr &&
         (field->kind == schema::Kind::kPhrase || field->kind == schema::Kind::kKeyword);
}

// A headline has each of its words once, so that nothing is told of words that are looked for there.
double telling(const Plan& plan, const WeightsAbove& above, const WeightOfWord& weight_of_word) {
  const bool tells = plan.field == nullptr || is_body(plan.field);
  if (!above.is_asked || !tells || !weight_of_word) return 1;
  std::vector<std::string> terms;
  terms.reserve(plan.texts.size());
  for (const std::string& text : plan.texts) terms.push_back(schema::make_stem_term("", text));
  return weight_of_word(terms);
}

std::optional<std::vector<RankedTerm>> ranked_terms_of(const Plan& plan, const WeightsAbove& above,
                                                       const WeightOfWord& weight_of_word) {
  if (is_words(plan)) return terms_of_words(plan, above, weight_of_word);
  if (plan.kind == Plan::Kind::kWeight && plan.weight > 0) {
    return ranked_terms_of(plan.children[0], above.below(plan), weight_of_word);
  }
  if (plan.kind != Plan::Kind::kOr) return std::nullopt;
  std::vector<RankedTerm> all;
  for (const Plan& child : plan.children) {
    const auto terms = ranked_terms_of(child, above, weight_of_word);
    if (!terms) return std::nullopt;
    all.insert(all.end(), terms->begin(), terms->end());
    if (all.size() > kMostRankedTogether) return std::nullopt;
  }
  if (all.empty()) return std::nullopt;
  return all;
}

bool is_ranked_by_terms(const Plan& plan) {
  if (ranked_terms_of(plan, {}, {})) return true;
  if (plan.kind == Plan::Kind::kWeight) {
    return plan.weight > 0 && is_ranked_by_terms(plan.children[0]);
  }
  if (plan.kind != Plan::Kind::kAnd) return false;
  const auto weighs_nothing = [](const Plan& part) {
    return part.kind == Plan::Kind::kNot || is_filter(part.field);
  };
  const auto fits = [&](const Plan& part) {
    return weighs_nothing(part) || is_ranked_by_terms(part);
  };
  return std::all_of(plan.children.begin(), plan.children.end(), fits) &&
         !std::all_of(plan.children.begin(), plan.children.end(), weighs_nothing);
}

}  // namespace dateline::query
