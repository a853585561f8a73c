#include "searcher/http/engine/workers.h"

#include <chrono>
#include <utility>

namespace dateline::http {
namespace {

Result<search::Searcher> open_one(const NamedPlace& index, const Settings& settings) {
  auto searcher = search::Searcher::open({index.place});
  if (!searcher) return searcher;
  if (auto used = searcher->use_synonyms(settings.synonyms); !used) return failure(used.error());
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
    const auto begin = std::chrono::steady_clock::now();
    taken->work(searchers);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    taken->work = nullptr;  // what it holds goes before the lock is had again
    lock.lock();
    --busy_;
    queue_.done(taken->client, static_cast<std::uint64_t>(took.count()));
    // The client's next work may have waited for this; and at the end all threads are to look.
    if (queue_.waiting() > 0 || stopping_) changed_.notify_all();
  }
}

}  // namespace dateline::http
