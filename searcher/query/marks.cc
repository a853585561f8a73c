#include "searcher/query/marks.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::query {
namespace {

// Where a text is read, so that marks can be seen; addresses, sources and codes are elsewhere.
bool is_readable(const schema::Field* field) {
  return field == nullptr || field->kind == schema::Kind::kText ||
         field->kind == schema::Kind::kEntity;
}

Mark word_mark(const Plan& plan) {
  Mark mark;
  mark.kind = plan.kind == Plan::Kind::kStem    ? Mark::Kind::kStems
              : plan.kind == Plan::Kind::kForms ? Mark::Kind::kForms
                                                : Mark::Kind::kValues;
  mark.field = plan.field;
  mark.texts = plan.texts;
  return mark;
}

// Of what can be met in too many ways no articles are found either.
std::vector<Sequence> ways_of(const Plan& operand) {
  return sequences_of(operand, kMostWays).value_or(std::vector<Sequence>{});
}

Mark near_mark(const Plan& plan) {
  Mark mark;
  mark.kind = Mark::Kind::kNear;
  mark.field = plan.field;
  mark.distance = plan.distance;
  mark.ordered = plan.kind != Plan::Kind::kNear;
  if (plan.kind == Plan::Kind::kPhrase) {
    mark.distance = 1;
    if (auto ways = sequences_of(plan, kMostWays)) {
      mark.operands.push_back(std::move(*ways));
      return mark;
    }
  }
  mark.operands.reserve(plan.children.size());
  for (const Plan& child : plan.children) mark.operands.push_back(ways_of(child));
  return mark;
}

class Collector {
 public:
  void collect(const Plan& plan) {
    switch (plan.kind) {
      case Plan::Kind::kNot:
      case Plan::Kind::kDays:
      case Plan::Kind::kEverything:
      case Plan::Kind::kNothing:
        return;
      case Plan::Kind::kStem:
      case Plan::Kind::kForms:
      case Plan::Kind::kValues:
        return add(word_mark(plan));
      case Plan::Kind::kPhrase:
      case Plan::Kind::kAdj:
      case Plan::Kind::kNear:
        return add(near_mark(plan));
      case Plan::Kind::kWeight:
        if (plan.dispensable) return;
        [[fallthrough]];
      default:
        for (const Plan& child : plan.children) collect(child);
    }
  }

  std::vector<Mark> take() { return std::move(marks_); }

 private:
  void add(Mark mark) {
    const bool known = std::find(marks_.begin(), marks_.end(), mark) != marks_.end();
    if (is_readable(mark.field) && !known) marks_.push_back(std::move(mark));
  }

  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> marks_of(const Plan& plan) {
  Collector collector;
  collector.collect(plan);
  return collector.take();
}

}  // namespace dateline::query
