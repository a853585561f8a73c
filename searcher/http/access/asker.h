// On whose behalf a request asks.
#pragma once

#include <string>
#include <vector>

namespace dateline::http {

struct Asker {
  std::string address;              // where the request comes from, as far as trusted proxies tell
  std::vector<std::string> groups;  // whose articles he sees beside those for everybody
  std::string name;                 // what the portal calls him; empty: nobody knows him
  bool known = false;               // a proxy or a token has vouched for him
  bool sees_everything = false;     // whose groups do not count: he who may read the index's files
  // Sees what is withheld, canceled or under embargo too, of the articles that he may see at all.
  bool sees_all_statuses = false;
};

}  // namespace dateline::http
