// The work that one query takes, counted, so that whoever does some of it learns when time is up.
//
// A clock is dear beside a position of a word, and a posting source that looked at it after every
// document could still read ten million positions of one. So all parts of a query count what they
// do in one place, and the time is looked at whenever enough has been done.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace dateline::query {

// For one query, and for one thread.
class Work {
 public:
  // A step is some ten nanoseconds: a position read, a comparison. A look at the clock is two or
  // three, so that it costs a thousandth of what lies between two looks.
  static constexpr std::size_t kStepsBetweenLooks = 2048;

  // `expired` is asked now and then, until it has once said yes. May be empty: there is time
  // without end.
  explicit Work(std::function<bool()> expired = {}) : expired_(std::move(expired)) {}

  // To be told of all work, best before it is done. True once time is up.
  bool spend(std::size_t steps) {
    done_ += steps;
    return done_ < look_at_ ? is_over_ : look();
  }

  // Looks at once. True once time is up.
  bool look() {
    look_at_ = done_ + kStepsBetweenLooks;
    is_over_ = is_over_ || (expired_ && expired_());
    return is_over_;
  }

  // What the last look found.
  bool is_over() const { return is_over_; }

  // All steps so far.
  std::uint64_t done() const { return done_; }

 private:
  std::function<bool()> expired_;
  std::uint64_t done_ = 0;
  std::uint64_t look_at_ = 1;
  bool is_over_ = false;
};

// What a posting source of ours is bound by.
struct Bounds {
  std::shared_ptr<Work> work;
  // It stands under a NOT: what there was no time to look at then counts as met, for else it would
  // be let through.
  bool denied = false;
};

// `positional`, a phrase or a NEAR of Xapian's own, with the same matches and weights: but once time
// is up, there are no more. So what a NOT before it had no time to look at is let through: whoever
// runs such a query has to look once more whether time was up. Works on local databases alone.
Xapian::Query bounded(const Xapian::Query& positional, std::shared_ptr<Work> work);

// What running a query throws where time is up before all of its lists are open. Nothing has been
// found then.
class OutOfTime : public Xapian::RuntimeError {
 public:
  OutOfTime() : Xapian::RuntimeError("time was up before matching began", {}, "OutOfTime", 0) {}
};

// `part`, with the same matches and weights; but when its lists are to be opened and time is up, it
// throws OutOfTime. For local databases.
Xapian::Query opened_in_time(const Xapian::Query& part, std::shared_ptr<Work> work);

}  // namespace dateline::query
