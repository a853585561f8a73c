// The values of all matches' slots, or of a fair sample of them where they are many.
//
// Counting while matching would be of no use once there turn out to be too many: so the values are
// put aside, and thinned out by a hash of the document's number when there are more than bounds
// allow. What is left is counted afterwards. Where a part of the matches is enough, most need not be
// met at all: collect_sample().
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "common/store/index_reader.h"
#include "searcher/search/counting/sampling/kept_values.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/slot_columns.h"

namespace dateline::search {

// Up to so many matching articles, all of them are looked at.
inline constexpr std::size_t kMostCounted = 50'000;

class SlotCollector : public Xapian::MatchSpy {
 public:
  explicit SlotCollector(std::vector<schema::Slot> slots, std::size_t most = kMostCounted);

  // Documents are told to the collector by their numbers within their shards; from now on `shard`
  // makes them numbers of the whole, and values are read from the columns of `index`, which has to
  // outlive this, where a slot has one.
  void read_from(const store::IndexReader& index, std::shared_ptr<const MatchedShard> shard);

  void operator()(const Xapian::Document& document, double weight) override;

  // Matches met, and how many matches each that was kept stands for (1: all were kept).
  std::uint64_t met() const { return met_; }
  double each_stands_for() const;

  // Only one in `step` of the matches has been met.
  void met_one_in(std::uint32_t step) { step_ = step; }

  // Calls visit(document, slot's place in the list, value) for each value that is not empty, in the
  // order in which the documents matched.
  template <typename Visit>
  void each(const Visit& visit) const {
    kept_.each(visit);
  }

  // The documents that were kept.
  const std::vector<Xapian::docid>& documents() const { return kept_.documents(); }

 private:
  bool is_kept(Xapian::docid document) const;

  std::vector<schema::Slot> slots_;
  std::size_t most_;
  std::shared_ptr<const MatchedShard> shard_;
  SlotColumns columns_;
  std::uint64_t met_ = 0;
  std::uint32_t step_ = 1;
  std::uint32_t mask_ = 0;  // documents whose hash has none of these bits are kept
  KeptValues kept_;
};

// Runs `query` over everything live, without weights. Throws Xapian::Error. Stops at the deadline.
void collect(const store::IndexReader& index, const Xapian::Query& query,
             const std::shared_ptr<Deadline>& deadline, SlotCollector& into);

// What a count is made of. Of 25,000, a value that a tenth of the matches have is counted to within 2
// in 100 of that, as the root of (1 - share) / (share * sample) says. 10,000 take less than half of
// the time, but then months of which each has a 400th of the matches, and of which those show that
// come out highest, were a third too high.
struct SampleSize {
  std::uint64_t all_of = kMostCounted;    // of so many all are met, and of some more
  std::uint64_t part = kMostCounted / 2;  // of more, so many or a little less at least
};

// collect() where the number of matches need not be exact: of many, only those are met that lie in
// runs of documents which are spread evenly over the index (runs.h), and the others are stepped
// over. `into` is to be empty. Remote shards are met whole.
void collect_sample(const store::IndexReader& index, const Xapian::Query& query,
                    const std::shared_ptr<Deadline>& deadline, SlotCollector& into,
                    SampleSize size = {});

}  // namespace dateline::search
