// The file that says where the shards of a cluster are:
//
//   # number, a space, host:port, more replicas behind |
//   0 a.example:7100|b.example:7100
//   1 a.example:7101|b.example:7101
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/store/remote_place.h"

namespace dateline::cluster {

struct ShardAddress {
  std::vector<store::HostPort> replicas;  // at least one; asked in this order
};

inline constexpr std::size_t kMostReplicas = 16;
inline constexpr std::size_t kMostClusterFileBytes = std::size_t{1} << 20;

// The shards in the order of their numbers, which are 0 to one less than there are. kUsage, with the
// line, where the file is wrong.
Result<std::vector<ShardAddress>> parse_cluster(std::string_view text, const std::string& path);

// "a.example:7100".
std::string written(const store::HostPort& address);

}  // namespace dateline::cluster
