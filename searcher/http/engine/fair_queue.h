// Work that waits, shared out fairly: clients are served in turn, however much one of them has put in,
// and none has all workers in hand. A turn is as long as its work: whoever asks for what takes long
// waits the longer for the next one (start-time fair queueing: Goyal, Vin and Cheng, 1996). Each
// client has an account of what its work has cost, and the one that has had least is next; an account
// begins with what the others have had by then, so that nobody saves up for later. An account outlives
// the work for as long as its client has had more than the others, for else whoever waits for each
// answer before he asks again would never pay for the last one.
//
//   queue of a: a1 a2 a3     queue of b: b1     taken in the order a1 b1 a2 a3
//   where a piece of a costs ten times one of b: a1 b1 b2 … b10 a2 …
//
// Tested in tests/searcher/http/engine/fair_queue_test.cc. For one thread at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline::http {

enum class Admission {
  kTaken,
  kFull,        // too much waits in all
  kFullForOne,  // this client has too much waiting and in hand
};

struct QueueBounds {
  std::size_t waiting = 256;       // of all
  std::size_t of_one = 64;         // of one client, waiting and in hand
  std::size_t in_hand_of_one = 1;  // at once
};

template <typename Work>
class FairQueue {
 public:
  struct Taken {
    std::string client;
    Work work;
  };

  explicit FairQueue(const QueueBounds& bounds) : bounds_(bounds) {}

  Admission put(const std::string& client, Work work) {
    if (waiting_ >= bounds_.waiting) return Admission::kFull;
    const auto known = clients_.find(client);
    if (known != clients_.end() &&
        known->second.waiting.size() + known->second.in_hand >= bounds_.of_one) {
      return Admission::kFullForOne;
    }
    put_anyway(client, std::move(work));
    return Admission::kTaken;
  }

  // Beyond the bounds too: for more of what has been begun.
  void put_anyway(const std::string& client, Work work) {
    Client& entry = clients_[client];
    if (entry.is_idle()) idle_.erase({entry.had, client});
    entry.had = std::max(entry.had, had_);
    if (entry.waiting.empty()) turns_.push_back(client);
    entry.waiting.push_back(std::move(work));
    ++waiting_;
  }

  // The next piece of work, whose client's turn then comes after all others that have had as little;
  // done() is to be called when it is done. None where nothing waits, or all who wait have enough in
  // hand.
  std::optional<Taken> take() {
    const auto turn = next_turn();
    if (turn == turns_.end()) return std::nullopt;
    Client& entry = clients_[*turn];
    Taken taken{*turn, std::move(entry.waiting.front())};
    had_ = std::max(had_, entry.had);
    forget_idle();
    ++entry.had;  // so that work which costs nothing is taken in turn, too
    entry.waiting.pop_front();
    ++entry.in_hand;
    --waiting_;
    turns_.erase(turn);
    if (!entry.waiting.empty()) turns_.push_back(taken.client);
    return taken;
  }

  // `cost`: what the work has taken, in any one unit.
  void done(const std::string& client, std::uint64_t cost = 0) {
    const auto known = clients_.find(client);
    if (known == clients_.end()) return;
    known->second.had += cost;
    --known->second.in_hand;
    if (!known->second.is_idle()) return;
    idle_.emplace(known->second.had, client);
    forget_idle();
  }

  std::size_t waiting() const { return waiting_; }
  // Clients that have something waiting or in hand, or have had more than the others who still have;
  // all others are forgotten.
  std::size_t clients() const { return clients_.size(); }

  // Of those that have nothing waiting and nothing in hand, so many accounts are kept; beyond that, of
  // those that are owed for least.
  static constexpr std::size_t kIdleAccounts = 4096;

 private:
  struct Client {
    std::deque<Work> waiting;
    std::size_t in_hand = 0;
    std::uint64_t had = 0;
    bool is_idle() const { return in_hand == 0 && waiting.empty(); }
  };
  using Turns = std::list<std::string>;

  Turns::iterator next_turn() {
    auto next = turns_.end();
    std::uint64_t least = 0;
    for (auto turn = turns_.begin(); turn != turns_.end(); ++turn) {
      const Client& entry = clients_[*turn];
      if (entry.in_hand >= bounds_.in_hand_of_one) continue;
      if (next != turns_.end() && entry.had >= least) continue;
      next = turn;
      least = entry.had;
    }
    return next;
  }

  // Where all are idle, nobody has waited for what another has had.
  void forget_idle() {
    const bool all_idle = idle_.size() == clients_.size();
    while (!idle_.empty() &&
           (all_idle || idle_.begin()->first <= had_ || idle_.size() > kIdleAccounts)) {
      clients_.erase(idle_.begin()->second);
      idle_.erase(idle_.begin());
    }
  }

  QueueBounds bounds_;
  std::unordered_map<std::string, Client> clients_;
  std::set<std::pair<std::uint64_t, std::string>> idle_;  // what each has had, and who
  Turns
      turns_;  // clients for whom something waits; of those that have had equal, the next one first
  std::uint64_t had_ = 0;  // by the client that was served last
  std::size_t waiting_ = 0;
};

}  // namespace dateline::http
