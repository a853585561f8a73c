// Xapian walks a value's list beside the query and asks what each article gets. Tested by
// tests/searcher/search/matching/recency_test.cc.
#include "searcher/search/matching/recency.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

constexpr auto kInstantOfRecency = static_cast<Xapian::valueno>(schema::Slot::kInstant);

class RecencySource final : public Xapian::ValuePostingSource {
 public:
  RecencySource(std::chrono::days half_life, std::chrono::sys_seconds now, double most)
      : ValuePostingSource(kInstantOfRecency), half_life_(half_life), now_(now), most_(most) {}

  void init(const Xapian::Database& segment) override {
    ValuePostingSource::init(segment);
    set_maxweight(most_);
  }

  double get_weight() const override {
    const double instant = Xapian::sortable_unserialise(get_value());
    const double age = static_cast<double>(now_.time_since_epoch().count()) - instant;
    const double most_seconds = static_cast<double>(std::chrono::seconds(kMaxHalfLife).count());
    // Beyond what seconds can be told in nothing is left anyway; what is no number gets nothing.
    if (!(age < 100 * most_seconds)) return 0;
    return extra_for_age(std::chrono::seconds(static_cast<std::int64_t>(std::max(age, 0.0))),
                         half_life_, most_);
  }

  PostingSource* clone() const override {
    return std::make_unique<RecencySource>(half_life_, now_, most_).release();
  }
  std::string get_description() const override {
    return fmt::format("recency: halved every {} days", half_life_.count());
  }

 private:
  std::chrono::days half_life_;
  std::chrono::sys_seconds now_;
  double most_;
};

double days_of(char unit) {
  constexpr double kYear = 365.25;
  switch (unit) {
    case 'd':
      return 1;
    case 'w':
      return 7;
    case 'm':
      return kYear / 12;
    case 'y':
      return kYear;
    default:
      return 0;
  }
}

}  // namespace

Result<std::chrono::days> half_life_from(std::string_view text) {
  const double unit = text.empty() ? 0 : days_of(text.back());
  int number = 0;
  const char* const end = text.data() + (text.empty() ? 0 : text.size() - 1);
  const auto read = std::from_chars(text.data(), end, number);
  const bool is_number = read.ec == std::errc() && read.ptr == end && number > 0;
  const double days = unit * number;
  if (unit == 0 || !is_number || days > static_cast<double>(kMaxHalfLife.count())) {
    return failure(ErrorCode::kUsage, fmt::format("“{}” is no half-life", text),
                   "give days, weeks, months or years, at most 100y: 30d, 2w, 6m, 1y");
  }
  return std::chrono::days(std::lround(days));
}

double extra_for_age(std::chrono::seconds age, std::chrono::days half_life, double most) {
  const auto half = static_cast<double>(std::chrono::seconds(half_life).count());
  return most * std::exp2(-static_cast<double>(std::max<std::int64_t>(age.count(), 0)) / half);
}

Xapian::Query favouring_recent(const Xapian::Query& query, std::chrono::days half_life,
                               std::chrono::sys_seconds now, double most) {
  auto source = recency_source(half_life, now, most);
  // release() twice: the first hands the object to Xapian's reference count, as its manual asks.
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source.release()->release())};
}

std::unique_ptr<Xapian::PostingSource> recency_source(std::chrono::days half_life,
                                                      std::chrono::sys_seconds now, double most) {
  return std::make_unique<RecencySource>(half_life, now, most);
}

}  // namespace dateline::search
