#include "searcher/http/engine/workers.h"

#include <chrono>
#include <ctime>
#include <utility>

#include "searcher/cluster/front/cluster_engine.h"

namespace dateline::http {
namespace {

Result<search::Searcher> open_one(const NamedPlace& index, const Settings& settings) {
  auto searcher =
      index.is_cluster ? cluster::open_cluster(index.place) : cluster::open_places({index.place});
  if (!searcher) return searcher;
  if (auto used = searcher->use_synonyms(settings.synonyms); !used) return failure(used.error());
  if (settings.aliases.empty()) return searcher;
  if (auto used = searcher->use_aliases(settings.aliases); !used) return failure(used.error());
  return searcher;
}

Result<Workers::Searchers> others(const Workers::Searchers& searchers) {
  Workers::Searchers out;
  out.reserve(searchers.size());
  for (const search::Searcher& searcher : searchers) {
    auto other = searcher.another();
    if (!other) return failure(other.error());
    out.push_back(std::move(*other));
  }
  return out;
}

// Of the thread that asks.
std::chrono::nanoseconds processor_time() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

// What work costs its client beyond the turn that it was. Most questions cost nothing: were each
// charged to the microsecond, then a client with one question that takes ten times the usual would
// wait until all others had had as much (with 64 clients p99 grew tenfold). What takes long, as a
// page of a thousand hits does, costs the turns that it took from others.
std::uint64_t turns_in(std::chrono::nanoseconds took) {
  constexpr std::chrono::milliseconds kTurn(50);
  return static_cast<std::uint64_t>(took / kTurn);
}

}  // namespace

Result<std::vector<Workers::Searchers>> Workers::open(const Settings& settings) {
  Searchers first;
  first.reserve(settings.indexes.size());
  for (const NamedPlace& index : settings.indexes) {
    auto searcher = open_one(index, settings);
    if (!searcher) return failure(searcher.error());
    first.push_back(std::move(*searcher));
  }
  std::vector<Searchers> all;
  all.reserve(settings.worker_count());
  for (std::size_t at = 1; at < settings.worker_count(); ++at) {
    auto more = others(first);
    if (!more) return failure(more.error());
    all.push_back(std::move(*more));
  }
  all.push_back(std::move(first));
  return all;
}

Workers::Workers(std::vector<Searchers> searchers, const QueueBounds& bounds)
    : searchers_(std::move(searchers)), queue_(bounds) {
  threads_.reserve(searchers_.size());
  for (Searchers& own : searchers_) threads_.emplace_back([this, &own] { run(own); });
}

Workers::~Workers() { stop(); }

Admission Workers::take(const std::string& client, Work work) {
  const std::lock_guard lock(mutex_);
  const Admission admission = queue_.put(client, std::move(work));
  if (admission == Admission::kTaken) changed_.notify_one();
  return admission;
}

void Workers::go_on(const std::string& client, Work work) {
  const std::lock_guard lock(mutex_);
  queue_.put_anyway(client, std::move(work));
  changed_.notify_one();
}

void Workers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.waiting();
}

std::size_t Workers::busy() const {
  const std::lock_guard lock(mutex_);
  return busy_;
}

void Workers::run(Searchers& searchers) {
  std::unique_lock lock(mutex_);
  while (true) {
    auto taken = queue_.take();
    if (!taken) {
      if (stopping_ && queue_.waiting() == 0) return;
      changed_.wait(lock);
      continue;
    }
    ++busy_;
    lock.unlock();
    const std::chrono::nanoseconds begin = processor_time();
    taken->work(searchers);
    const std::chrono::nanoseconds took = processor_time() - begin;
    taken->work = nullptr;  // what it holds goes before the lock is had again
    lock.lock();
    --busy_;
    queue_.done(taken->client, turns_in(took));
    // The client's next work may have waited for this; and at the end all threads are to look.
    if (queue_.waiting() > 0 || stopping_) changed_.notify_all();
  }
}

}  // namespace dateline::http
