#include "searcher/cluster/front/cluster_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::cluster::cluster_file_test {
namespace {

// "a:1|b:2, c:3": replicas of each shard, or the error's message.
std::string read(std::string_view text) {
  const auto shards = parse_cluster(text, "cluster");
  if (!shards) return shards.error().message;
  std::string out;
  for (const ShardAddress& shard : *shards) {
    if (!out.empty()) out += ", ";
    for (std::size_t i = 0; i < shard.replicas.size(); ++i) {
      out += (i == 0 ? "" : "|") + written(shard.replicas[i]);
    }
  }
  return out;
}

TEST(ClusterFile, ALineIsAShardWithItsReplicas) {
  EXPECT_EQ(read("0 a:7100\n"), "a:7100");
  EXPECT_EQ(read("# ours\n1 c:1 | d:2 # the second\n\n0 a:7100|b.example:7100"),
            "a:7100|b.example:7100, c:1|d:2");
  EXPECT_EQ(read("0\t127.0.0.1:7100\r\n"), "127.0.0.1:7100");
  EXPECT_EQ(read("0 [::1]:7100"), "::1:7100");
}

TEST(ClusterFile, WhatIsWrongIsSaidWithItsLine) {
  EXPECT_EQ(read(""), "cluster, line 1: no shard is named");
  EXPECT_EQ(read("0 a:7100\nb a:1"), "cluster, line 2: it does not begin with a number below 512");
  EXPECT_EQ(read("0 a:7100\n0 b:7100"), "cluster, line 2: shard 0 is there already");
  EXPECT_EQ(read("0"), "cluster, line 1: “” is no host:port");
  EXPECT_EQ(read("0 a"), "cluster, line 1: “a” is no host:port");
  EXPECT_EQ(read("0 a:0"), "cluster, line 1: “a:0” is no host:port");
  EXPECT_EQ(read("0 a:7100|"), "cluster, line 1: “” is no host:port");
  EXPECT_EQ(read("512 a:1"), "cluster, line 1: it does not begin with a number below 512");
  EXPECT_EQ(read("0 a:1\n2 b:1"),
            "cluster: a shard is missing: the greatest number is 2, and there are 2 shards");
}

}  // namespace
}  // namespace dateline::cluster::cluster_file_test
