// What answers in a shard: one state of its index, and all that a front may ask of it.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "searcher/cluster/protocol/protocol.h"
#include "searcher/query/positions/work.h"
#include "searcher/search/engine/session.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::cluster {

// One for each connection, whose database shows the same state: `reader`, of the index in
// `directory`. Everything that it is given may come from anybody who reaches the port. For one
// thread.
class Desk {
 public:
  Desk(std::string directory, store::IndexReader reader);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // The sources and the spy that stand in a front's queries. Refers to the desk.
  Xapian::Registry registry();

  // Throws no exception but Xapian::Error; what goes wrong is an answer.
  std::string answer(const std::string& question, std::uint64_t met);

 private:
  wire::Answer answer_to(const wire::Question& question, std::uint64_t met);
  Status put(const wire::Question& question, const Asker& asker, wire::Answer& answer);
  Status put(const wire::Question& question, const search::Call& call, wire::Answer& answer);
  std::unique_ptr<Xapian::PostingSource> begin(const std::string& milliseconds);
  std::unique_ptr<Xapian::PostingSource> gone(const std::string& payload);
  std::unique_ptr<Xapian::PostingSource> near(const std::string& payload);
  bool is_stale();

  std::string directory_;
  search::Session session_;
  std::uint64_t generation_;
  std::uint64_t token_;
  // Of the query that is run for a front, if any.
  std::shared_ptr<search::Deadline> deadline_;
  std::shared_ptr<query::Work> work_;
  bool stale_ = false;
  std::chrono::steady_clock::time_point looked_at_ = {};
};

}  // namespace dateline::cluster
