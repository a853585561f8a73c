#include "searcher/search/trends/day_counts.h"

#include <optional>
#include <string>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "searcher/query/positions/work.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;

constexpr auto kDaySlot = static_cast<Xapian::valueno>(schema::Slot::kDay);

std::optional<chrono::sys_days> day_of(std::string_view digits) {
  constexpr std::size_t kDigits = 8;
  if (digits.size() != kDigits) return std::nullopt;
  int number = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  const auto day = make_day(number / 10'000, static_cast<unsigned>(number / 100 % 100),
                            static_cast<unsigned>(number % 100));
  if (!day) return std::nullopt;
  return chrono::sys_days(*day);
}

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

}  // namespace

void DayCounts::add(std::string_view day) {
  ++articles_;
  if (const auto known = day_of(day)) {
    ++days_[*known];
  } else {
    ++undated_;
  }
}

void DayCounts::take_away(std::string_view day) {
  const auto known = day_of(day);
  if (!known) return;
  const auto at = days_.find(*known);
  if (at != days_.end() && at->second > 0) --at->second;
}

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

DayCounts days_of_all(const store::IndexReader& index, chrono::sys_days first,
                      chrono::sys_days last, const std::shared_ptr<Deadline>& deadline) {
  DayCounts counts;
  const std::string from = term_of(first);
  const std::string to = term_of(last);
  const std::string prefix(schema::kDayPrefix);
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& shard = index.shard(i);
    auto term = shard.allterms_begin(prefix);
    for (term.skip_to(from); term != shard.allterms_end(prefix) && *term <= to; ++term) {
      if (deadline->check()) return counts;
      const std::string name = *term;
      const auto day = day_of(std::string_view(name).substr(prefix.size()));
      if (day) counts.add(*day, term.get_termfreq());
    }
    const store::SharedTombstones gone = index.gone(i);
    if (gone) take_away_gone(shard, *gone, *deadline, counts);
  }
  return counts;
}

}  // namespace dateline::search
