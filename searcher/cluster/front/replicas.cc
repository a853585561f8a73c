#include "searcher/cluster/front/replicas.h"

#include <xapian.h>

#include <algorithm>
#include <stop_token>
#include <utility>

namespace dateline::cluster {
namespace {

constexpr std::chrono::milliseconds kBetweenProbes{500};
constexpr unsigned kProbeMilliseconds = 500;

bool answers(const store::HostPort& address) {
  try {
    Xapian::Remote::open(address.host, address.port, kProbeMilliseconds, kProbeMilliseconds);
    return true;
  } catch (const Xapian::Error&) {
    return false;
  }
}

}  // namespace

Replicas::Replicas(std::vector<ShardAddress> shards) : shards_(std::move(shards)) {
  for (const ShardAddress& shard : shards_) failed_.emplace_back(shard.replicas.size(), false);
}

Replicas::~Replicas() {
  prober_.request_stop();
  changed_.notify_all();
}

std::vector<std::size_t> Replicas::usable(std::size_t shard) const {
  const std::lock_guard lock(lock_);
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < failed_[shard].size(); ++i) {
    if (!failed_[shard][i]) list.push_back(i);
  }
  return list;
}

void Replicas::failed(std::size_t shard, std::size_t replica) {
  const std::lock_guard lock(lock_);
  failed_[shard][replica] = true;
  if (!prober_.joinable()) {
    prober_ = std::jthread([this](const std::stop_token& stop) {
      std::unique_lock waiting(lock_);
      while (!stop.stop_requested()) {
        changed_.wait(waiting, stop, [this] { return any_failed(); });
        changed_.wait_for(waiting, stop, kBetweenProbes, [] { return false; });
        if (stop.stop_requested()) return;
        waiting.unlock();
        probe();
        waiting.lock();
      }
    });
  }
  changed_.notify_all();
}

bool Replicas::any_failed() const {
  return std::any_of(failed_.begin(), failed_.end(), [](const std::vector<bool>& shard) {
    return std::find(shard.begin(), shard.end(), true) != shard.end();
  });
}

// Each in turn: one that does not answer holds up the others by half a second.
void Replicas::probe() {
  for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
    for (std::size_t replica = 0; replica < shards_[shard].replicas.size(); ++replica) {
      {
        const std::lock_guard lock(lock_);
        if (!failed_[shard][replica]) continue;
      }
      if (!answers(shards_[shard].replicas[replica])) continue;
      const std::lock_guard lock(lock_);
      failed_[shard][replica] = false;
    }
  }
}

}  // namespace dateline::cluster
