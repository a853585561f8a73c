// The open connections of one front: one to each shard that can be had, and all of them as one
// database.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/store/story_merges.h"
#include "searcher/cluster/front/replicas.h"
#include "searcher/cluster/protocol/protocol.h"

namespace dateline::cluster {

struct Link {
  std::size_t shard = 0;
  std::size_t replica = 0;
  Xapian::Database db;
  wire::Facts facts;
};

// A shard that no answer has anything of, and why.
struct MissingShard {
  std::size_t shard = 0;
  std::string because;
};

// Whatever asks throws Xapian::Error; after a NetworkError nothing of it can be used until drop().
// For one thread.
class Links {
 public:
  explicit Links(std::shared_ptr<Replicas> replicas) : replicas_(std::move(replicas)) {}

  // Connects where nothing is connected, where a shard has a newer state than its connection, where
  // one that was missing can be had again, or where the connections wait longer for an answer than
  // `patience`. Shards that cannot be had are missing. kIo where none can be had. True where
  // anything is new.
  Result<bool> connect(std::chrono::milliseconds patience);

  // Forgets the connections, and spares the replica that the error says to be silent.
  void drop(const Xapian::NetworkError& error);
  void drop();

  // How long the connections wait for an answer.
  std::chrono::milliseconds patience() const { return patience_; }

  const std::vector<Link>& links() const { return links_; }
  const std::vector<MissingShard>& missing() const { return missing_; }
  Xapian::Database& all() { return all_; }
  const store::StoryMerges& merges() const { return *merges_; }

  // The answers of all links, in their order. The first failure of any is the result's.
  Result<std::vector<wire::Answer>> ask(const wire::Question& question);
  // Reads answers that came with a match. The same.
  Result<std::vector<wire::Answer>> read(const std::vector<std::string>& answers);

  // Whether it was asked within the last half of a second, so that newer states are known; and whether
  // there are any.
  bool was_asked_lately() const;
  bool are_stale() const { return stale_; }

 private:
  std::optional<Link> open(std::size_t shard, std::chrono::milliseconds patience,
                           MissingShard& missing);
  Status learn_facts();
  bool can_be_completed() const;

  std::shared_ptr<Replicas> replicas_;
  std::vector<Link> links_;
  std::vector<MissingShard> missing_;
  Xapian::Database all_;
  store::SharedStoryMerges merges_ = std::make_shared<const store::StoryMerges>();
  std::chrono::milliseconds patience_{0};
  std::chrono::steady_clock::time_point asked_at_ = {};
  bool stale_ = false;
};

}  // namespace dateline::cluster
