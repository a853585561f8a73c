// Tested by tests/searcher/query/rewrite/rewriter_test.cc, which compares plans as they are
// printed.
#include "searcher/query/plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/strings.h"

namespace dateline::query {
namespace {

// More would hide the rest of the query.
constexpr std::size_t kShownForms = 8;

std::string print_forms(const std::vector<std::string>& forms) {
  if (forms.size() == 1) return forms.front();
  std::vector<std::string> shown(
      forms.begin(),
      forms.begin() + static_cast<std::ptrdiff_t>(std::min(forms.size(), kShownForms)));
  if (forms.size() > kShownForms) shown.push_back(fmt::format("+{}", forms.size() - kShownForms));
  return "{" + join(shown, "|") + "}";
}

std::string in_field(const Plan& leaf, const std::string& text) {
  return leaf.field == nullptr ? text
                               : fmt::format("{}:{}", leaf.field->query_names.canonical(), text);
}

std::string print_list(const Plan& plan, std::string_view joint) {
  std::vector<std::string> parts;
  for (const Plan& child : plan.children) parts.push_back(print(child));
  return "(" + join(parts, joint) + ")";
}

// The field stands before the whole phrase, not before each of its words.
std::string print_bare(const Plan& plan);

std::string print_phrase(const Plan& plan) {
  std::vector<std::string> parts;
  for (const Plan& child : plan.children) parts.push_back(print_bare(child));
  return "\"" + join(parts, " ") + "\"";
}

std::string print_near(const Plan& plan) {
  std::vector<std::string> parts;
  for (const Plan& child : plan.children) parts.push_back(print_bare(child));
  const std::string_view name = plan.kind == Plan::Kind::kNear ? "NEAR" : "ADJ";
  return "(" + join(parts, fmt::format(" {}/{} ", name, plan.distance)) + ")";
}

std::string print_bare(const Plan& plan) {
  switch (plan.kind) {
    case Plan::Kind::kForms:
      return print_forms(plan.texts);
    case Plan::Kind::kPhrase:
      return print_phrase(plan);
    case Plan::Kind::kOr: {
      std::vector<std::string> parts;
      for (const Plan& child : plan.children) parts.push_back(print_bare(child));
      return "(" + join(parts, "|") + ")";
    }
    default:
      return print(plan);
  }
}

}  // namespace

Plan make_leaf(Plan::Kind kind, const schema::Field* field, std::vector<std::string> texts) {
  Plan plan;
  plan.kind = texts.empty() ? Plan::Kind::kNothing : kind;
  plan.field = field;
  plan.texts = std::move(texts);
  return plan;
}

Plan make_list(Plan::Kind kind, std::vector<Plan> children) {
  Plan plan;
  plan.kind = kind;
  if (!children.empty()) plan.field = children.front().field;
  plan.children = std::move(children);
  return plan;
}

Plan join_plans(Plan::Kind kind, std::vector<Plan> children) {
  if (children.size() == 1) return std::move(children.front());
  return make_list(kind, std::move(children));
}

Plan make_weight(Plan child, double weight) {
  std::vector<Plan> children;
  children.push_back(std::move(child));
  Plan plan = make_list(Plan::Kind::kWeight, std::move(children));
  plan.weight = weight;
  return plan;
}

std::string print(const Plan& plan) {
  switch (plan.kind) {
    case Plan::Kind::kEverything:
      return "*";
    case Plan::Kind::kNothing:
      return "nothing";
    case Plan::Kind::kStem:
      return in_field(plan, fmt::format("[{}]", join(plan.texts, "|")));
    case Plan::Kind::kForms:
      return in_field(plan, print_forms(plan.texts));
    case Plan::Kind::kValues:
      return in_field(plan, fmt::format("<{}>", print_forms(plan.texts)));
    case Plan::Kind::kDays:
      return "date:" + print(plan.days);
    case Plan::Kind::kPhrase:
      return in_field(plan, print_phrase(plan));
    case Plan::Kind::kAdj:
    case Plan::Kind::kNear:
      return in_field(plan, print_near(plan));
    case Plan::Kind::kAnd:
      return print_list(plan, " AND ");
    case Plan::Kind::kOr:
      return print_list(plan, " OR ");
    case Plan::Kind::kNot:
      return "NOT " + print(plan.children[0]);
    case Plan::Kind::kMaybe:
      return print_list(plan, " MAYBE ");
    case Plan::Kind::kWeight:
      return fmt::format("{}^{}", print(plan.children[0]), plan.weight);
  }
  return {};
}

}  // namespace dateline::query
