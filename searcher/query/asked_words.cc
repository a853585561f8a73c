#include "searcher/query/asked_words.h"

namespace dateline::query {
namespace {

bool is_prose(const schema::Field* field) {
  return field == nullptr || field->kind == schema::Kind::kText;
}

void collect_words(const Plan& plan, double weight, std::vector<AskedWord>& out) {
  switch (plan.kind) {
    case Plan::Kind::kNot:
    case Plan::Kind::kValues:
    case Plan::Kind::kDays:
      return;
    case Plan::Kind::kStem:
      if (is_prose(plan.field)) {
        out.push_back({plan.texts, plan.forms, plan.field, weight});
      }
      return;
    case Plan::Kind::kForms:
      if (is_prose(plan.field)) {
        out.push_back({{}, plan.texts, plan.field, weight});
      }
      return;
    default:
      for (const Plan& child : plan.children) collect_words(child, weight * plan.weight, out);
  }
}

}  // namespace

std::vector<AskedWord> asked_words(const Plan& plan) {
  std::vector<AskedWord> words;
  collect_words(plan, 1, words);
  return words;
}

}  // namespace dateline::query
