#include "searcher/cluster/front/cluster_file.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/document/shard_number.h"

namespace dateline::cluster {
namespace {

Error wrong_line(const std::string& path, std::size_t line, std::string_view what) {
  return {ErrorCode::kUsage, fmt::format("{}, line {}: {}", path, line, what),
          "write a line a shard: its number, a space, host:port, and more replicas after |"};
}

std::optional<std::size_t> number_from(std::string_view text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && number < kMostShards ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string written(const store::HostPort& address) {
  return fmt::format("{}:{}", address.host, address.port);
}

Result<std::vector<ShardAddress>> parse_cluster(std::string_view text, const std::string& path) {
  std::map<std::size_t, ShardAddress> shards;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const std::size_t space = line.find_first_of(" \t");
    const auto number = number_from(line.substr(0, space));
    if (!number) {
      return failure(wrong_line(
          path, line_number, fmt::format("it does not begin with a number below {}", kMostShards)));
    }
    const auto [shard, is_new] = shards.try_emplace(*number);
    if (!is_new) {
      return failure(
          wrong_line(path, line_number, fmt::format("shard {} is there already", *number)));
    }
    const std::string_view addresses =
        space == std::string_view::npos ? std::string_view() : trim(line.substr(space));
    for (const std::string_view one : split(addresses, '|')) {
      auto address = store::host_port(trim(one));
      if (!address) {
        return failure(wrong_line(path, line_number, fmt::format("“{}” is no host:port", one)));
      }
      shard->second.replicas.push_back(std::move(*address));
    }
    if (shard->second.replicas.size() > kMostReplicas) {
      return failure(
          wrong_line(path, line_number, fmt::format("more than {} replicas", kMostReplicas)));
    }
  }
  if (shards.empty()) return failure(wrong_line(path, line_number, "no shard is named"));
  if (shards.rbegin()->first + 1 != shards.size()) {
    return failure(ErrorCode::kUsage,
                   fmt::format("{}: a shard is missing: the greatest number is {}, and there are "
                               "{} shards",
                               path, shards.rbegin()->first, shards.size()),
                   "name every shard, also one that is down: it is left out while it is");
  }
  std::vector<ShardAddress> list;
  list.reserve(shards.size());
  for (auto& [number, shard] : shards) list.push_back(std::move(shard));
  return list;
}

}  // namespace dateline::cluster
