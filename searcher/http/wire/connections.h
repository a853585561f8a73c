// The open connections, and how many each address has. For the network's thread alone.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace dateline::http {

// A connection, as whoever ends all of them sees it.
class Connection {
 public:
  virtual ~Connection() = default;
  // Ends at once where no request is in hand, else with the response to it.
  virtual void end_soon() = 0;
  virtual void end_now() = 0;
  // Looks whether the client of a request in hand has gone.
  virtual void look() = 0;
};

class Connections {
 public:
  Connections(std::size_t most, std::size_t most_of_one) : most_(most), most_of_one_(most_of_one) {}

  bool full() const { return open_.size() >= most_; }
  bool full_for(const std::string& client) const;

  // `connection` stays its owner's, who removes it before it goes.
  void add(Connection* connection, const std::string& client);
  void remove(Connection* connection, const std::string& client);

  std::size_t size() const { return open_.size(); }

  void look_at_all();

  // After these the connections remove themselves, now or later.
  void end_all_soon();
  void end_all_now();

 private:
  std::size_t most_;
  std::size_t most_of_one_;
  std::unordered_set<Connection*> open_;
  std::unordered_map<std::string, std::size_t> of_client_;
};

}  // namespace dateline::http
