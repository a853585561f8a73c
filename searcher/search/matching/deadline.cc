// Xapian asks the source for every candidate; it answers "here too" until the time is up, and then
// that its list has ended, which ends the conjunction. Weights are not touched. The clock is
// looked at after every so many candidates. Tested by
// tests/searcher/search/matching/deadline_test.cc.
#include "searcher/search/matching/deadline.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/strings.h"
#include "common/store/index_reader.h"

namespace dateline::search {
namespace {

// A clock read costs 20-30 ns and a candidate about as much: every 64th keeps the hook's own cost
// under a hundredth.
constexpr unsigned kStepsBetweenReads = 64;

class DeadlineSource final : public Xapian::PostingSource {
 public:
  DeadlineSource(std::shared_ptr<Deadline> deadline, std::shared_ptr<MatchedShard> shard)
      : deadline_(std::move(deadline)), shard_(std::move(shard)) {}

  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }

  void next(double /*min_weight*/) override { advance(at_ + 1); }
  void skip_to(Xapian::docid to, double /*min_weight*/) override { advance(std::max(to, at_)); }
  bool at_end() const override { return ended_; }
  Xapian::docid get_docid() const override { return at_; }

  // One for each shard; all share the deadline.
  PostingSource* clone() const override {
    return std::make_unique<DeadlineSource>(deadline_, shard_).release();
  }

  void init(const Xapian::Database& shard) override {
    articles_ = shard.get_doccount();
    last_ = shard.get_lastdocid();
    at_ = 0;
    steps_ = 0;
    ended_ = false;
    if (shard_) number_ = shard_->begin(shard);
    // Removed articles leave holes in the docids. Xapian may drop the "all documents" of a purely
    // negative query beside us, and then nobody else would step over them.
    existing_ = articles_ == last_ ? Xapian::PostingIterator() : shard.postlist_begin("");
  }

  std::string get_description() const override { return "Deadline"; }

  // A remote server knows this source by the name of one of Xapian's own: it stands at every
  // document and weighs nothing, as this does for as long as there is time.
  std::string name() const override { return Xapian::FixedWeightPostingSource(0).name(); }
  std::string serialise() const override { return Xapian::FixedWeightPostingSource(0).serialise(); }

 private:
  void advance(Xapian::docid to) {
    const bool reads = steps_++ % kStepsBetweenReads == 0;
    if (deadline_->passed() || (reads && deadline_->check())) {
      ended_ = true;
      return;
    }
    at_ = to;
    if (shard_) shard_->set_current(number_);
    if (existing_ != Xapian::PostingIterator()) step_over_holes();
    ended_ = ended_ || at_ > last_;
  }

  void step_over_holes() {
    existing_.skip_to(at_);
    if (existing_ == Xapian::PostingIterator()) {
      ended_ = true;
    } else {
      // A damaged list can lead back to where the search has been, and for ever.
      if (*existing_ < at_) throw Xapian::DatabaseCorruptError("a list is out of order");
      at_ = *existing_;
    }
  }

  std::shared_ptr<Deadline> deadline_;
  std::shared_ptr<MatchedShard> shard_;  // may be null
  Xapian::doccount number_ = 0;          // of our shard
  Xapian::PostingIterator existing_;
  Xapian::doccount articles_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  unsigned steps_ = 0;
  bool ended_ = false;
};

}  // namespace

MatchedShard::MatchedShard(const Xapian::Database& whole) {
  // One for each shard, in their order.
  const std::string joined = whole.get_uuid();
  for (const std::string_view uuid : split(joined, ':')) uuids_.emplace_back(uuid);
}

Xapian::doccount MatchedShard::begin(const Xapian::Database& shard) {
  const auto found = std::find(uuids_.begin(), uuids_.end(), shard.get_uuid());
  if (found == uuids_.end()) return 0;
  found->clear();  // a copy that is searched beside its original comes next
  return static_cast<Xapian::doccount>(found - uuids_.begin());
}

Xapian::docid MatchedShard::in_whole(Xapian::docid in_shard) const {
  return store::document_in_whole(current_, in_shard, uuids_.size());
}

Xapian::Query bounded_by(const Xapian::Query& query, std::shared_ptr<Deadline> deadline,
                         std::shared_ptr<MatchedShard> shard) {
  auto source = std::make_unique<DeadlineSource>(std::move(deadline), std::move(shard));
  // release() twice: the first hands the object to Xapian's reference count, as its manual asks.
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(source.release()->release()));
}

std::unique_ptr<Xapian::PostingSource> deadline_source(std::shared_ptr<Deadline> deadline) {
  return std::make_unique<DeadlineSource>(std::move(deadline), nullptr);
}

}  // namespace dateline::search
