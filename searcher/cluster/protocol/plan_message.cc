#include "searcher/cluster/protocol/plan_message.h"

#include <chrono>
#include <cmath>
#include <string>

#include "common/schema/fields.h"
#include "searcher/cluster/protocol/refusal.h"

namespace dateline::cluster {
namespace {

namespace chrono = std::chrono;

using Kind = query::Plan::Kind;

std::int32_t days_since_1970(chrono::year_month_day day) {
  return static_cast<std::int32_t>(chrono::sys_days(day).time_since_epoch().count());
}

// Years 1 to 9999, as dates of articles are.
Result<chrono::year_month_day> day_of(std::int32_t days) {
  constexpr std::int32_t kFirst = -719'162;
  constexpr std::int32_t kLast = 2'932'896;
  if (days < kFirst || days > kLast) return failure(senseless("a day that no calendar has"));
  return chrono::year_month_day(chrono::sys_days(chrono::days(days)));
}

template <typename Strings, typename Repeated>
void add_all(const Strings& from, Repeated& to) {
  for (const std::string& text : from) to.Add(std::string(text));
}

bool is_kind(std::uint32_t kind) { return kind <= static_cast<std::uint32_t>(Kind::kWeight); }

class PlanReader {
 public:
  Result<query::Plan> read(const wire::Plan& message, std::size_t depth) {
    if (depth > kMostPlanDepth) return failure(senseless("a plan that is nested too deeply"));
    if (++nodes_ > kMostPlanNodes) return failure(senseless("a plan of too many parts"));
    texts_ += static_cast<std::size_t>(message.texts_size() + message.forms_size());
    if (texts_ > kMostPlanTexts) return failure(senseless("a plan of too many words"));
    if (!is_kind(message.kind())) return failure(senseless("a plan of an unknown kind"));
    query::Plan plan;
    plan.kind = static_cast<Kind>(message.kind());
    if (message.field() > schema::kFields.size()) return failure(senseless("an unknown field"));
    if (message.field() > 0) {
      plan.field = &schema::field(static_cast<schema::FieldId>(message.field() - 1));
    }
    if (!takes_field(plan)) return failure(senseless("a part without the field that it needs"));
    plan.texts.assign(message.texts().begin(), message.texts().end());
    plan.forms.assign(message.forms().begin(), message.forms().end());
    auto days = range_of(message.days());
    if (!days) return failure(days.error());
    plan.days = *days;
    plan.distance = message.distance();
    plan.weight = message.weight();
    if (!std::isfinite(plan.weight) || plan.weight < 0) {
      return failure(senseless("a weight that is none"));
    }
    plan.stemmable = message.stemmable();
    plan.as_one = message.as_one();
    plan.compound = message.compound();
    plan.dispensable = message.dispensable();
    plan.written = message.written();
    for (const wire::Plan& child : message.children()) {
      auto read_child = read(child, depth + 1);
      if (!read_child) return read_child;
      plan.children.push_back(std::move(*read_child));
    }
    if (!has_its_children(plan)) return failure(senseless("a part without what it joins"));
    return plan;
  }

 private:
  static bool takes_field(const query::Plan& plan) {
    return plan.kind != Kind::kValues || plan.field != nullptr;
  }

  // What the builder takes for granted of a plan that the rewriter made.
  static bool has_its_children(const query::Plan& plan) {
    switch (plan.kind) {
      case Kind::kNot:
      case Kind::kWeight:
        return plan.children.size() == 1;
      case Kind::kMaybe:
        return plan.children.size() >= 2;
      case Kind::kAnd:
      case Kind::kOr:
        return !plan.children.empty();
      case Kind::kPhrase:
      case Kind::kAdj:
      case Kind::kNear:
        return joins_words(plan);
      case Kind::kStem:
      case Kind::kForms:
      case Kind::kValues:
        return !plan.texts.empty() && plan.children.empty();
      case Kind::kEverything:
      case Kind::kNothing:
      case Kind::kDays:
        return plan.children.empty();
    }
    return false;
  }

  static bool joins_words(const query::Plan& plan) {
    if (plan.children.empty()) return false;
    for (const query::Plan& child : plan.children) {
      if (child.kind == Kind::kForms) continue;
      if (child.kind == Kind::kPhrase && joins_words(child)) continue;
      if (child.kind == Kind::kOr && joins_words(child)) continue;
      return false;
    }
    return true;
  }

  std::size_t nodes_ = 0;
  std::size_t texts_ = 0;
};

}  // namespace

wire::Days message_of(const query::DayRange& range) {
  wire::Days message;
  if (range.first) message.set_first(days_since_1970(*range.first));
  if (range.last) message.set_last(days_since_1970(*range.last));
  return message;
}

Result<query::DayRange> range_of(const wire::Days& message) {
  query::DayRange range;
  if (message.has_first()) {
    const auto first = day_of(message.first());
    if (!first) return failure(first.error());
    range.first = *first;
  }
  if (message.has_last()) {
    const auto last = day_of(message.last());
    if (!last) return failure(last.error());
    range.last = *last;
  }
  return range;
}

wire::Plan message_of(const query::Plan& plan) {
  wire::Plan message;
  message.set_kind(static_cast<std::uint32_t>(plan.kind));
  if (plan.field != nullptr) message.set_field(static_cast<std::uint32_t>(plan.field->id) + 1);
  add_all(plan.texts, *message.mutable_texts());
  add_all(plan.forms, *message.mutable_forms());
  if (plan.days.first || plan.days.last) *message.mutable_days() = message_of(plan.days);
  message.set_distance(plan.distance);
  message.set_weight(plan.weight);
  message.set_stemmable(plan.stemmable);
  message.set_as_one(plan.as_one);
  message.set_compound(plan.compound);
  message.set_dispensable(plan.dispensable);
  message.set_written(plan.written);
  for (const query::Plan& child : plan.children) *message.add_children() = message_of(child);
  return message;
}

Result<query::Plan> plan_of(const wire::Plan& message) { return PlanReader().read(message, 0); }

wire::WordSet message_of(const query::WordSetSpec& spec) {
  wire::WordSet message;
  message.set_kind(static_cast<std::uint32_t>(spec.kind));
  message.set_text(spec.text);
  message.set_other(spec.other);
  message.set_number(spec.number);
  return message;
}

query::WordSetSpec spec_of(const wire::WordSet& message) {
  query::WordSetSpec spec;
  spec.kind = static_cast<query::WordSetSpec::Kind>(message.kind());
  spec.text = message.text();
  spec.other = message.other();
  spec.number = message.number();
  return spec;
}

wire::Matching message_of(const Matching& matching) {
  wire::Matching message;
  *message.mutable_plan() = message_of(matching.plan);
  if (matching.range) *message.mutable_range() = message_of(*matching.range);
  return message;
}

Result<Matching> matching_of(const wire::Matching& message) {
  auto plan = plan_of(message.plan());
  if (!plan) return failure(plan.error());
  Matching matching{std::move(*plan), std::nullopt};
  if (!message.has_range()) return matching;
  auto range = range_of(message.range());
  if (!range) return failure(range.error());
  matching.range = *range;
  return matching;
}

}  // namespace dateline::cluster
