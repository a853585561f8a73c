// A search's deadline, kept from inside the matcher.
//
// Enquire::set_time_limit only ends the counting of further matches; a costly query runs on. So the
// query is filtered by a posting source which stands at every article and carries no weight: each
// candidate passes it, it reads the clock now and then, and once the time is up it says that the
// list has ended. The matcher then returns what it has.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace dateline::search {

// When an answer is due. Once passed, it stays passed, until what was kept back is given out.
class Deadline {
 public:
  using Instant = std::chrono::steady_clock::time_point;
  using Now = Instant (*)();

  explicit Deadline(std::chrono::milliseconds budget, Now now = &std::chrono::steady_clock::now)
      : now_(now), start_(now()), due_(start_ + budget), answer_due_(due_) {}

  // Of `budget`, `kept_back` is for showing what was found: until extend(), the deadline passes by
  // so much earlier. It has also passed once another thread has asked `cancellation` to stop.
  Deadline(std::chrono::milliseconds budget, std::chrono::milliseconds kept_back,
           std::stop_token cancellation)
      : Deadline(budget) {
    due_ -= kept_back;
    cancellation_ = std::move(cancellation);
  }

  // Reads the clock.
  bool check() {
    passed_ = passed_ || cancellation_.stop_requested() || now_() >= due_;
    return passed_;
  }

  // What check() found last; reads no clock.
  bool passed() const { return passed_; }

  // Since the deadline was made.
  std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(now_() - start_);
  }

  // What is left until the deadline; not below 0.
  std::chrono::nanoseconds left() const {
    return std::max(std::chrono::nanoseconds(0),
                    std::chrono::duration_cast<std::chrono::nanoseconds>(due_ - now_()));
  }

  // Gives out what was kept back, and `least` from now at any rate, and forgets that the time had
  // passed. Who has cancelled waits for nothing more.
  void extend(std::chrono::milliseconds least) {
    due_ = std::max(answer_due_, now_() + least);
    passed_ = cancellation_.stop_requested();
  }

  // No time is left from now on.
  void end() { passed_ = true; }

 private:
  Now now_;
  Instant start_;
  Instant due_;
  Instant answer_due_;  // with what was kept back
  std::stop_token cancellation_;
  bool passed_ = false;
};

// Which shard of a database is being matched: a match spy is told a document's number within its
// shard alone. For one run of one query.
class MatchedShard {
 public:
  explicit MatchedShard(const Xapian::Database& whole);

  // The shard's number. To be called once for each shard, in their order.
  Xapian::doccount begin(const Xapian::Database& shard);
  void set_current(Xapian::doccount number) { current_ = number; }
  Xapian::doccount current() const { return current_; }

  // The number in the whole database of a document of the current shard.
  Xapian::docid in_whole(Xapian::docid in_shard) const;

 private:
  std::vector<std::string> uuids_;
  Xapian::doccount current_ = 0;
};

// `query` with the same matches and weights, whose matching ends soon after `deadline` on local
// databases; a remote server takes it for `query`, and does not know of the deadline. Where `shard`
// is given, it tells while matching which shard the current document is of.
Xapian::Query bounded_by(const Xapian::Query& query, std::shared_ptr<Deadline> deadline,
                         std::shared_ptr<MatchedShard> shard = nullptr);

// The posting source that does it, for whoever builds queries of his own.
std::unique_ptr<Xapian::PostingSource> deadline_source(std::shared_ptr<Deadline> deadline);

}  // namespace dateline::search
