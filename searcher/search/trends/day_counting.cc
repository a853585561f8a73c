#include "searcher/search/trends/day_counting.h"

#include <optional>
#include <string>
#include <string_view>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "searcher/query/positions/work.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;

constexpr auto kDaySlot = static_cast<Xapian::valueno>(schema::Slot::kDay);

std::string term_of(chrono::sys_days day) {
  return schema::make_term(schema::kDayPrefix, replace_all(format_day(day), "-", ""));
}

class DaySpy final : public Xapian::MatchSpy {
 public:
  explicit DaySpy(DayCounts& counts) : counts_(counts) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    counts_.add(document.get_value(kDaySlot));
  }

 private:
  DayCounts& counts_;
};

// Days of all articles that match and count.
DayCounts days_of_matches(const store::IndexReader& index, const Xapian::Query& query,
                          const std::shared_ptr<Deadline>& deadline) {
  DayCounts counts;
  DaySpy spy(counts);
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  enquire.add_matchspy(&spy);
  enquire.set_query(bounded_by(index.live(query), deadline));
  try {
    enquire.get_mset(0, 0, index.database().get_doccount());
  } catch (const query::OutOfTime&) {
    // There was no time to count anything, which `deadline` knows.
  }
  return counts;
}

void take_away_gone(const Xapian::Database& shard, const store::Tombstones& gone,
                    Deadline& deadline, DayCounts& counts) {
  auto value = shard.valuestream_begin(kDaySlot);
  const auto end = shard.valuestream_end(kDaySlot);
  for (const std::uint32_t number : gone) {
    if (value == end || deadline.check()) return;
    value.skip_to(number);
    if (value != end && value.get_docid() == number) counts.take_away(*value);
  }
}

// Days of all articles that count.
DayCounts days_of_all(const store::IndexReader& index, const DayRange& range, Deadline& deadline) {
  DayCounts counts;
  const std::string prefix(schema::kDayPrefix);
  const std::string from = range.first ? term_of(*range.first) : prefix;
  const std::string to = range.last ? term_of(*range.last) : prefix + ":";  // after all digits
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& shard = index.shard(i);
    auto term = shard.allterms_begin(prefix);
    for (term.skip_to(from); term != shard.allterms_end(prefix) && *term <= to; ++term) {
      if (deadline.check()) return counts;
      const std::string name = *term;
      const auto day = day_from(std::string_view(name).substr(prefix.size()));
      if (day) counts.add(*day, term.get_termfreq());
    }
    const store::SharedTombstones gone = index.gone(i);
    if (gone) take_away_gone(shard, *gone, deadline, counts);
  }
  return counts;
}

}  // namespace

TrendCounts collect_trend(const store::IndexReader& index, Extent extent,
                          const std::vector<Xapian::Query>& queries, const Request& request,
                          const Clock& clock, const std::shared_ptr<Deadline>& deadline) {
  TrendCounts counts;
  counts.series.reserve(queries.size());
  for (const Xapian::Query& query : queries) {
    counts.series.push_back(days_of_matches(index, query, deadline));
  }
  const std::optional<DayRange> range = extent == Extent::kPart
                                            ? range_asked(request, clock)
                                            : range_shown(counts.series, request, clock);
  if (range) counts.all = days_of_all(index, *range, *deadline);
  counts.partial = deadline->passed();
  return counts;
}

}  // namespace dateline::search
