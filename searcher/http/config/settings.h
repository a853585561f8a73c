// What the service is told to be, whoever says it: flags, the environment or a file.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/http/config/listen_address.h"
#include "searcher/http/config/networks.h"

namespace dateline::http {

// An index and what requests call it.
struct NamedPlace {
  std::string name;   // letters, digits and "-_."; empty where it has none and is the first
  std::string place;  // a directory, or host:port; of a cluster the file that names its shards
  bool is_cluster = false;
};

// What a client can make the service spend. Times are totals: however slowly bytes come, the head
// is whole by then or the connection ends.
struct Limits {
  std::size_t head_bytes = 16'384;
  std::size_t target_bytes = 8'192;  // a query of 4,096 bytes, escaped, mostly fits
  std::size_t body_bytes = 1'048'576;
  std::size_t hits = 1'000;                       // in one answer
  std::size_t reach = 10'000;                     // of offset + limit
  std::chrono::milliseconds head_time{10'000};    // from its first byte; for a body the same again
  std::chrono::milliseconds idle_time{75'000};    // between requests
  std::chrono::milliseconds write_time{30'000};   // of a response, or of each piece of a stream
  std::chrono::milliseconds answer_time{10'000};  // the longest deadline that a request may ask for
  std::chrono::milliseconds stop_time{30'000};    // for what is in hand, once it is to end
  std::size_t connections = 8'192;
  std::size_t connections_of_one = 256;  // of one address, trusted proxies aside
  std::size_t queue = 256;               // requests that wait for a worker
  std::size_t queue_of_one = 64;         // of one client: those that wait and those in hand
};

struct Settings {
  std::vector<NamedPlace> indexes;
  std::vector<ListenAddress> listen;  // without any: 127.0.0.1:8400
  std::string base_path;              // "/news": what stands before every path; empty for nothing
  std::size_t workers = 0;            // 0: one more than there are cores
  Limits limits;

  std::string synonyms = "none";
  std::string aliases;  // empty: those that ship

  std::vector<Network> trusted_proxies;
  std::string proxy_secret;  // a file
  std::string jwt_keys;      // a file
  std::string jwt_audience;
  std::string jwt_issuer;
  std::string embargo_group;      // sees what is under embargo, withheld or canceled; empty: nobody
  std::vector<std::string> cors;  // origins; "*" for all
  bool mcp = false;               // whether /mcp is answered

  std::string tls_cert;  // files
  std::string tls_key;

  std::string access_log = "none";  // a file, or "-" for standard error
  bool log_queries = false;         // whether the access log has what was asked
  std::string unanswered_log;       // a file for queries that found nothing; empty for none
  std::string audit_log;            // a file; empty for none

  // How many workers there are.
  std::size_t worker_count() const;
};

}  // namespace dateline::http
