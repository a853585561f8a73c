// The documents of a segment that have any of some ranked words.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "common/store/bounds/segment_bounds.h"
#include "searcher/query/positions/work.h"
#include "searcher/search/matching/bounds/bounded_list.h"

namespace dateline::search {

// What the sources of all segments share.
struct RankedWords {
  std::vector<RankedWord> words;
  std::shared_ptr<const store::BoundsByUuid> bounds;
  std::shared_ptr<query::Work> work;
};

class AnyWordSource final : public Xapian::PostingSource {
 public:
  explicit AnyWordSource(std::shared_ptr<const RankedWords> ranked);

  void init(const Xapian::Database& segment) override;

  Xapian::doccount get_termfreq_min() const override { return least_; }
  Xapian::doccount get_termfreq_est() const override { return estimated_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }

  double get_weight() const override;
  void next(double min_weight) override { settle(at_ + 1, min_weight); }
  void skip_to(Xapian::docid to, double min_weight) override {
    if (to > at_) settle(to, min_weight);
  }
  bool at_end() const override { return at_ == BoundedList::kNone; }
  Xapian::docid get_docid() const override { return at_; }

  PostingSource* clone() const override;
  std::string get_description() const override;

 private:
  struct Step;

  void count(Xapian::doccount documents);
  void settle(Xapian::docid from, double min_weight);
  void settle_one(Xapian::docid from, double least);
  void settle_any(Xapian::docid from, double least);
  std::size_t split(double least) const;
  Xapian::docid first_of_decisive(Xapian::docid from, std::size_t decisive);
  Step bound_at(Xapian::docid document, std::size_t decisive);
  bool reaches(Xapian::docid document, std::size_t decisive, double least);

  std::shared_ptr<const RankedWords> ranked_;
  Xapian::Database segment_;
  std::vector<BoundedList> lists_;       // of those that the segment has, in the query's order
  std::vector<BoundedList*> by_most_;    // what weighs least at most, first
  std::vector<double> most_together_{};  // of so many of the first of by_most_
  Xapian::doccount least_ = 0;
  Xapian::doccount estimated_ = 0;
  Xapian::doccount most_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace dateline::search
