// Work on many things at once, handed on in the order in which they came.
//
//   source ──▶ worker ──▶ ┐
//     │        worker ──▶ ├──▶ sink        source: one call at a time, on whichever worker is free
//     └──────▶ worker ──▶ ┘                sink:   on the caller's thread, in the source's order
//
// What the sink sees does not depend on who was faster. What is under way is bounded in number and
// in memory, so a slow sink holds the source back. There is no queue of inputs and no thread that
// only reads: a worker that is free fetches its own next piece, under a lock that also numbers it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "common/base/contained.h"
#include "common/base/result.h"

namespace dateline::indexer {

struct PipelineLimits {
  unsigned threads = 1;  // workers; with 1, everything runs on the caller's thread
  std::size_t items = 64;
  std::uint64_t memory = std::uint64_t{64} << 20;  // bytes; one larger item is let in alone
};

template <typename In, typename Out>
struct PipelineStages {
  std::function<std::optional<In>()> source;     // nullopt: the end
  std::function<std::uint64_t(const In&)> cost;  // bytes of memory that it may take on its way
  std::function<std::function<Out(In)>()> make_worker;  // called on each worker's own thread
  std::function<Status(Out)> sink;                      // a failure ends the run
  std::function<Status()> idle;  // may be empty: called when the sink has waited for a while
  // May be empty: called when no more is wanted, so that a source that waits for a pipe can be
  // told.
  std::function<void()> stopping;
};

template <typename In, typename Out>
class OrderedPipeline {
 public:
  OrderedPipeline(const PipelineLimits& limits, PipelineStages<In, Out> stages)
      : limits_(limits), stages_(std::move(stages)) {}

  // Runs until the source ends and everything has gone through the sink, or until the first
  // failure. An exception from a stage is one, as error_of() has it: a worker that throws is given
  // nothing more, for what it keeps between two pieces is half changed, and the source is asked for
  // nothing more; what came before the piece in hand still goes through the sink. All threads are
  // gone when it returns; it can be called once.
  Status run() {
    if (limits_.threads <= 1) return contained([this] { return run_inline(); });
    std::vector<std::thread> threads;
    Status status = contained([&] { return start(threads); });
    if (status) status = contained([this] { return drain(); });
    stop();
    for (std::thread& thread : threads) thread.join();
    return status;
  }

 private:
  struct Slot {
    std::optional<Out> out;
    std::exception_ptr thrown;
    std::uint64_t cost = 0;
    bool done = false;
  };
  struct Job {
    std::uint64_t number;
    In in;
  };

  static constexpr std::chrono::seconds kIdle{1};

  // The system may refuse a thread, and those that run already must be waited for then.
  Status start(std::vector<std::thread>& threads) {
    threads.reserve(limits_.threads);
    for (unsigned i = 0; i < limits_.threads; ++i) threads.emplace_back([this] { work(); });
    return {};
  }

  Status run_inline() {
    const auto worker = stages_.make_worker();
    while (auto in = stages_.source()) {
      if (auto taken = stages_.sink(worker(std::move(*in))); !taken) return taken;
    }
    return {};
  }

  void work() {
    std::exception_ptr thrown;
    try {
      const auto worker = stages_.make_worker();
      while (auto job = take()) {
        if (!finish(job->number, worker, std::move(job->in))) return;
      }
    } catch (...) {
      thrown = std::current_exception();
    }
    if (thrown) end(std::move(thrown));
  }

  // What an item costs is known once the source has given it; until then it costs nothing.
  bool has_room(std::uint64_t cost) const {
    return slots_.empty() || (slots_.size() < limits_.items && memory_ + cost <= limits_.memory);
  }

  // False once the run has ended.
  bool wait_for_room(std::unique_lock<std::mutex>& lock, std::uint64_t cost) {
    room_.wait(lock, [&] { return ended_ || has_room(cost); });
    return !ended_;
  }

  std::optional<Job> take() {
    const std::lock_guard one_at_a_time(source_mutex_);
    {
      std::unique_lock lock(mutex_);
      if (!wait_for_room(lock, 0)) return std::nullopt;
    }
    auto in = stages_.source();
    if (!in) {
      end(nullptr);
      return std::nullopt;
    }
    const std::uint64_t cost = stages_.cost(*in);
    std::unique_lock lock(mutex_);
    if (!wait_for_room(lock, cost)) return std::nullopt;
    slots_.emplace_back().cost = cost;
    memory_ += cost;
    return Job{next_++, std::move(*in)};
  }

  // False if the worker threw.
  bool finish(std::uint64_t number, const std::function<Out(In)>& worker, In in) {
    std::optional<Out> out;
    std::exception_ptr thrown;
    try {
      out.emplace(worker(std::move(in)));
    } catch (...) {
      thrown = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    // Slots leave from the front alone, so the number tells the place.
    Slot& slot = slots_[static_cast<std::size_t>(number - first_)];
    slot.out = std::move(out);
    const bool threw = thrown != nullptr;
    // Handed over whole: libstdc++ counts who has it where the thread sanitizer does not look.
    slot.thrown = std::move(thrown);
    slot.done = true;
    if (threw) ended_ = true;
    ready_.notify_one();
    if (threw) room_.notify_all();
    return !threw;
  }

  void end(std::exception_ptr thrown) {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    if (thrown) thrown_ = std::move(thrown);
    ready_.notify_all();
    room_.notify_all();
  }

  void stop() {
    end(nullptr);
    if (stages_.stopping) stages_.stopping();
  }

  Status drain() {
    for (;;) {
      std::unique_lock lock(mutex_);
      const bool woken = ready_.wait_for(
          lock, kIdle, [this] { return slots_.empty() ? ended_ : slots_.front().done; });
      if (!woken) {
        lock.unlock();
        if (auto went = stages_.idle ? stages_.idle() : Status{}; !went) return went;
        continue;
      }
      if (slots_.empty()) break;
      Slot slot = std::move(slots_.front());
      slots_.pop_front();
      ++first_;
      memory_ -= slot.cost;
      room_.notify_one();
      lock.unlock();
      if (slot.thrown) std::rethrow_exception(slot.thrown);
      if (auto taken = stages_.sink(std::move(*slot.out)); !taken) return taken;
    }
    const std::lock_guard lock(mutex_);
    if (thrown_) std::rethrow_exception(thrown_);
    return {};
  }

  const PipelineLimits limits_;
  const PipelineStages<In, Out> stages_;
  std::mutex source_mutex_;  // before mutex_, where both are held
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::deque<Slot> slots_;  // numbers first_ to next_ - 1
  std::uint64_t first_ = 0;
  std::uint64_t next_ = 0;
  std::uint64_t memory_ = 0;
  bool ended_ = false;
  std::exception_ptr thrown_;
};

}  // namespace dateline::indexer
