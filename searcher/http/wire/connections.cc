#include "searcher/http/wire/connections.h"

#include <vector>

namespace dateline::http {

bool Connections::full_for(const std::string& client) const {
  const auto known = of_client_.find(client);
  return known != of_client_.end() && known->second >= most_of_one_;
}

void Connections::add(Connection* connection, const std::string& client) {
  open_.insert(connection);
  ++of_client_[client];
}

void Connections::remove(Connection* connection, const std::string& client) {
  if (open_.erase(connection) == 0) return;
  const auto known = of_client_.find(client);
  if (--known->second == 0) of_client_.erase(known);
}

void Connections::look_at_all() {
  for (Connection* const one : open_) one->look();
}

void Connections::end_all_soon() {
  // They may remove themselves on the way.
  const std::vector<Connection*> all(open_.begin(), open_.end());
  for (Connection* const one : all) one->end_soon();
}

void Connections::end_all_now() {
  const std::vector<Connection*> all(open_.begin(), open_.end());
  for (Connection* const one : all) one->end_now();
}

}  // namespace dateline::http
