#include "searcher/query/marks.h"

#include <algorithm>
#include <tuple>

#include "common/base/strings.h"

namespace dateline::query {
namespace {

void collect_marks(const Plan& plan, std::vector<MarkedWord>& out) {
  const bool readable = plan.field == nullptr || plan.field->kind == schema::Kind::kText ||
                        plan.field->kind == schema::Kind::kEntity;
  switch (plan.kind) {
    case Plan::Kind::kNot:
      return;
    case Plan::Kind::kStem:
      for (const std::string& stem : plan.texts) {
        if (readable) out.push_back({stem, true});
      }
      return;
    case Plan::Kind::kForms:
      for (const std::string& form : plan.texts) {
        if (readable) out.push_back({form, false});
      }
      return;
    case Plan::Kind::kValues:
      for (const std::string& name : plan.texts) {
        for (const std::string_view word : split(name, ' ')) {
          if (readable) out.push_back({std::string(word), false});
        }
      }
      return;
    default:
      for (const Plan& child : plan.children) collect_marks(child, out);
  }
}

}  // namespace

std::vector<MarkedWord> marks_of(const Plan& plan) {
  std::vector<MarkedWord> marks;
  collect_marks(plan, marks);
  const auto key = [](const MarkedWord& mark) { return std::tie(mark.form, mark.is_stem); };
  std::sort(marks.begin(), marks.end(),
            [&](const MarkedWord& a, const MarkedWord& b) { return key(a) < key(b); });
  marks.erase(
      std::unique(marks.begin(), marks.end(),
                  [&](const MarkedWord& a, const MarkedWord& b) { return key(a) == key(b); }),
      marks.end());
  return marks;
}

}  // namespace dateline::query
