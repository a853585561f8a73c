// The matching is ended from within: a spy counts, and ends the deadline that the query is joined
// with. Tested by tests/searcher/search/matching/pages/equal_scores_test.cc and date_walk_test.cc.
#include "searcher/search/matching/pages/match_count.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <utility>

#include "common/schema/fields.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/unweighted.h"

namespace dateline::search {
namespace {

// Ends the matching once enough has been met.
class EnoughMet final : public Xapian::MatchSpy {
 public:
  EnoughMet(std::shared_ptr<Deadline> end, std::uint64_t enough)
      : end_(std::move(end)), enough_(enough) {}

  void operator()(const Xapian::Document& /*document*/, double /*weight*/) override {
    if (++met_ >= enough_) end_->end();
  }
  std::uint64_t met() const { return met_; }

 private:
  std::shared_ptr<Deadline> end_;
  std::uint64_t enough_;
  std::uint64_t met_ = 0;
};

Total total_from(std::uint64_t met, std::uint64_t estimate, bool all) {
  if (all) return {met, TotalRelation::kExact};
  return {std::max(met, estimate), TotalRelation::kEstimate};
}

}  // namespace

CountedMatches count_matches(const store::IndexReader& index, const Xapian::Query& query,
                             Collapse collapse, std::uint64_t estimate, std::uint64_t most) {
  auto end = std::make_shared<Deadline>(std::chrono::hours(1));
  EnoughMet spy(end, most);
  Xapian::Enquire enquire(index.database());
  weigh_nothing(enquire, index, query);
  enquire.set_query(bounded_by(query, end));
  enquire.add_matchspy(&spy);
  const bool of_stories = collapse == Collapse::kStory;
  if (of_stories) enquire.set_collapse_key(static_cast<Xapian::valueno>(schema::Slot::kStory));
  const Xapian::MSet found = enquire.get_mset(0, 0, index.database().get_doccount());
  const bool all = spy.met() < most;
  CountedMatches counted{total_from(spy.met(), estimate, all), {}};
  if (!of_stories || spy.met() == 0) return counted;
  const std::uint64_t stories = found.get_matches_lower_bound();
  const double share = static_cast<double>(stories) / static_cast<double>(spy.met());
  counted.stories = total_from(
      stories,
      static_cast<std::uint64_t>(std::llround(share * static_cast<double>(counted.articles.value))),
      all);
  return counted;
}

}  // namespace dateline::search
