#include "searcher/http/config/networks.h"

#include <gtest/gtest.h>

namespace dateline::http {
namespace {

struct NetworkCase {
  const char* network;
  std::vector<const char*> inside;
  std::vector<const char*> outside;
};

TEST(NetworkTest, ContainsTheAddressesOfItsBits) {
  const std::vector<NetworkCase> cases{
      {"192.0.2.7", {"192.0.2.7", "::ffff:192.0.2.7"}, {"192.0.2.6", "::1", "unix", "", "x"}},
      {"192.0.2.0/24", {"192.0.2.0", "192.0.2.255"}, {"192.0.3.0", "192.0.1.255"}},
      {"10.0.0.0/9", {"10.127.255.255"}, {"10.128.0.0"}},
      {"0.0.0.0/0", {"1.2.3.4"}, {"2001:db8::1"}},
      {"2001:db8::/33", {"2001:db8:7fff::1"}, {"2001:db8:8000::1", "192.0.2.7"}},
      {"::1", {"::1", "0:0:0:0:0:0:0:1"}, {"::2"}},
      {"unix", {"unix"}, {"127.0.0.1", "::1"}},
  };
  for (const NetworkCase& one : cases) {
    const auto network = Network::read(one.network);
    ASSERT_TRUE(network) << one.network;
    for (const char* address : one.inside) EXPECT_TRUE(network->contains(address)) << address;
    for (const char* address : one.outside) EXPECT_FALSE(network->contains(address)) << address;
  }
}

TEST(NetworkTest, WhatIsNoNetworkIsRefused) {
  for (const char* wrong : {"", "localhost", "192.0.2.7/33", "192.0.2/24", "::1/129", "1.2.3.4/",
                            "1.2.3.4/x", "1.2.3.4/-1", "[::1]", "1.2.3.4/8/8"}) {
    EXPECT_FALSE(Network::read(wrong)) << wrong;
  }
}

TEST(NetworkTest, AnAddressHasOneSpelling) {
  EXPECT_EQ(plain_address("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(plain_address("2001:DB8:0:0::1"), "2001:db8::1");
  EXPECT_EQ(plain_address("nonsense"), "");
}

// Whoever has one IPv6 address has as many as he likes of the same /64.
TEST(NetworkTest, AnIpv6ClientIsItsNetwork) {
  EXPECT_EQ(client_of("2001:db8:1:2:3:4:5:6"), client_of("2001:db8:1:2:ffff::1"));
  EXPECT_NE(client_of("2001:db8:1:2::1"), client_of("2001:db8:1:3::1"));
  EXPECT_NE(client_of("192.0.2.7"), client_of("192.0.2.8"));
  EXPECT_EQ(client_of("unix"), "unix");
}

}  // namespace
}  // namespace dateline::http
