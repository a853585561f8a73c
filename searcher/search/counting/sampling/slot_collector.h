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
#include <optional>
#include <string_view>
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
  // makes them numbers of the whole. What has a column in `index`, always the same one, is read from
  // that, where all shards have it once all is met.
  void read_from(const store::IndexReader& index, std::shared_ptr<const MatchedShard> shard);

  void operator()(const Xapian::Document& document, double weight) override;

  // A match by its number in the whole, after read_from(). value_of(place) gives its values of
  // listed() slots.
  template <typename ValueOf>
  void meet(Xapian::docid document, const ValueOf& value_of) {
    ++met_;
    if (!is_kept(document)) return;
    kept_.begin(document);
    for (const std::size_t place : listed_) kept_.add(value_of(place));
    if (kept_.size() > most_) thin_out();
  }

  // Whether every slot's values can be counted as matches are met: then none has to be kept, however
  // many they are. After read_from().
  bool can_count_all() const;
  void count_all();
  bool counts_all() const { return !by_place_.empty(); }

  // A match of a shard by its number there, where counts_all(); of such a collector each_counted()
  // alone tells anything.
  void count(std::size_t shard, Xapian::docid number) {
    ++met_;
    for (std::size_t place = 0; place < slots_.size(); ++place) {
      Counted& one = by_place_[place][shard][columns_.of(shard, place)->place(number)];
      ++one.articles;
      one.number = number;
    }
  }

  // The places of the slots whose values have to be known when a match is met.
  const std::vector<std::size_t>& listed() const { return listed_; }
  const std::vector<schema::Slot>& slots() const { return slots_; }
  const SlotColumns& columns() const { return columns_; }

  // Matches met, and how many matches each that was kept stands for (1: all were kept).
  std::uint64_t met() const { return met_; }
  double each_stands_for() const;

  // Only one in `step` of the matches has been met.
  void met_one_in(std::uint32_t step) { step_ = step; }

  // Calls visit(document, slot's place in the list, value) for each value that is not empty; those
  // of a slot in the order in which the documents matched.
  template <typename Visit>
  void each(const Visit& visit) const {
    each_listed(visit);
    for (const std::size_t place : columned_) each_of_column(place, visit);
  }

  // Calls visit(document, place, value, articles) so that each value that is not empty is told of
  // with all articles that have it, once or several times; `document` is one of these.
  template <typename Visit>
  void each_counted(const Visit& visit) const {
    const auto one = [&](Xapian::docid document, std::size_t place, std::string_view value) {
      visit(document, place, value, std::uint32_t{1});
    };
    each_listed(one);
    for (const std::size_t place : columned_) {
      if (counts_all()) {
        each_count(by_place_[place], place, visit);
      } else if (has_dictionaries(place) && is_worth_counting(place)) {
        each_count(counted(place), place, visit);
      } else {
        each_of_column(place, one);
      }
    }
  }

  // The value of a document that was kept; nothing where that has to be looked up in lists.
  std::optional<std::string_view> value(Xapian::docid document, std::size_t place) const {
    if (columns_.has_all(place)) return columns_.value(document, place);
    return std::nullopt;
  }

  // The documents that were kept.
  const std::vector<Xapian::docid>& documents() const { return kept_.documents(); }

 private:
  struct Counted {
    std::uint32_t articles = 0;
    Xapian::docid number = 0;  // of the last of them, in the shard
  };
  // Of one slot: of each shard, by the place in the column's dictionary.
  using Counts = std::vector<std::vector<Counted>>;

  template <typename Visit>
  void each_listed(const Visit& visit) const {
    kept_.each([&](Xapian::docid document, std::size_t i, std::string_view value) {
      visit(document, listed_[i], value);
    });
  }

  template <typename Visit>
  void each_of_column(std::size_t place, const Visit& visit) const {
    for (const Xapian::docid document : documents()) {
      const std::string_view value = columns_.value(document, place);
      if (!value.empty()) visit(document, place, value);
    }
  }

  template <typename Visit>
  void each_count(const Counts& counts, std::size_t place, const Visit& visit) const {
    for (std::size_t shard = 0; shard < counts.size(); ++shard) {
      const store::Column& column = *columns_.of(shard, place);
      for (std::uint32_t at = 1; at < counts[shard].size(); ++at) {
        const Counted& one = counts[shard][at];
        if (one.articles == 0) continue;
        visit(columns_.in_whole(shard, one.number), place, column.value_at(at), one.articles);
      }
    }
  }

  bool has_dictionaries(std::size_t place) const;
  bool is_worth_counting(std::size_t place) const;
  Counts no_counts(std::size_t place) const;
  Counts counted(std::size_t place) const;
  bool is_kept(Xapian::docid document) const;
  void thin_out();

  std::vector<schema::Slot> slots_;
  std::size_t most_;
  std::shared_ptr<const MatchedShard> shard_;
  SlotColumns columns_;
  std::vector<std::size_t> listed_;    // places
  std::vector<std::size_t> columned_;  // the others
  std::uint64_t met_ = 0;
  std::uint32_t step_ = 1;
  std::uint32_t mask_ = 0;        // documents whose hash has none of these bits are kept
  KeptValues kept_;               // of listed_
  std::vector<Counts> by_place_;  // where all are counted
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

// The same as collect() for a query of terms alone that have few postings (matching/sets/plain_matches.h),
// or a million where the collector can count all; false, and nothing is done, for any other.
bool collect_plain(const store::IndexReader& index, const Xapian::Query& query, Deadline& deadline,
                   SlotCollector& into);

// Collects these documents, which all count.
void collect_known(const store::IndexReader& index, std::vector<Xapian::docid> documents,
                   Deadline& deadline, SlotCollector& into);

}  // namespace dateline::search
