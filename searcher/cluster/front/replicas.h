// Which replicas of which shard can be asked: what all fronts of a process know of them.
//
// A replica that failed is spared: it is not asked for an answer until a connection to it has been
// made again, which is tried in the background, so that no query waits for a machine that is down.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

#include "searcher/cluster/front/cluster_file.h"

namespace dateline::cluster {

// For any number of threads.
class Replicas {
 public:
  explicit Replicas(std::vector<ShardAddress> shards);
  ~Replicas();
  Replicas(const Replicas&) = delete;
  Replicas& operator=(const Replicas&) = delete;

  const std::vector<ShardAddress>& shards() const { return shards_; }

  // Those that may be asked, in the order of the file; none where all have failed.
  std::vector<std::size_t> usable(std::size_t shard) const;

  void failed(std::size_t shard, std::size_t replica);

 private:
  void probe();
  bool any_failed() const;

  std::vector<ShardAddress> shards_;
  mutable std::mutex lock_;
  std::condition_variable_any changed_;
  std::vector<std::vector<bool>> failed_;
  // Begins with the first failure.
  std::jthread prober_;
};

}  // namespace dateline::cluster
