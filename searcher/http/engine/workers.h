// The threads that search. Each has searchers of its own, one for each index, and takes work from a
// queue that all share.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/settings.h"
#include "searcher/http/engine/fair_queue.h"
#include "searcher/search/searcher.h"

namespace dateline::http {

class Workers {
 public:
  // What one thread searches with: searchers in the order of the indexes.
  using Searchers = std::vector<search::Searcher>;
  using Work = std::function<void(Searchers& searchers)>;

  // A set of searchers for each thread, from one opening of each index. Fails as
  // search::Searcher::open() and its use_synonyms() do.
  static Result<std::vector<Searchers>> open(const Settings& settings);

  // Starts a thread for each of `searchers`. Work may not throw.
  Workers(std::vector<Searchers> searchers, const QueueBounds& bounds);
  // As stop().
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Thread-safe. `client`: whom the work is for, among whom the threads are shared out.
  Admission take(const std::string& client, Work work);
  // The same for more of what has been begun, which is never refused.
  void go_on(const std::string& client, Work work);

  // Does what has been taken, and ends the threads. Nothing may be taken any more.
  void stop();

  std::size_t threads() const { return threads_.size(); }
  std::size_t waiting() const;
  std::size_t busy() const;

 private:
  void run(Searchers& searchers);

  std::vector<Searchers> searchers_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  FairQueue<Work> queue_;
  std::size_t busy_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace dateline::http
