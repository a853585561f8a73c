#include "searcher/http/access/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/http/access/token_maker.h"
#include "tests/support/temporary_directory.h"

namespace dateline::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::token_by;

constexpr std::string_view kKey = "0123456789abcdef0123456789abcdef";
constexpr std::chrono::sys_seconds kMoment{std::chrono::seconds(1000)};
using Headers = std::vector<Header>;

class GateTest : public ::testing::Test {
 protected:
  GateTest() {
    Settings settings;
    settings.trusted_proxies = {*Network::read("10.0.0.0/8"), *Network::read("unix")};
    settings.proxy_secret = directory_.write("secret", "open sesame\n");
    settings.jwt_keys = directory_.write("key", kKey);
    auto gate = Gate::open(settings);
    EXPECT_TRUE(gate) << gate.error().to_string();
    gate_ = std::move(*gate);
  }

  static HttpRequest from(const std::string& peer, Headers headers) {
    HttpRequest request;
    request.peer = peer;
    request.headers = std::move(headers);
    return request;
  }

  // 0 where the request is heard.
  int denial(const std::string& peer, Headers headers) {
    const auto asker = gate_.admit(from(peer, std::move(headers)), kMoment);
    return asker ? 0 : asker.error().status;
  }

  static std::string bearer(std::string_view claims) {
    return "Bearer " + token_by(kKey, R"({"alg":"HS256"})", claims);
  }

  testing::TemporaryDirectory directory_;
  Gate gate_ = *Gate::open(Settings());
};

const Header kGroupsHeader{"X-Dateline-Groups", " desk, board ,,"};
const Header kProxySecret{"X-Dateline-Secret", "open sesame"};

TEST_F(GateTest, OnlyTheGroupThatTheSettingsNameSeesEmbargoes) {
  Settings settings;
  settings.trusted_proxies = {*Network::read("unix")};
  settings.proxy_secret = directory_.write("other", "open sesame");
  for (const auto& [group, sees] : {std::pair("board", true), {"boar", false}, {"", false}}) {
    settings.embargo_group = group;
    const auto gate = Gate::open(settings);
    ASSERT_TRUE(gate) << gate.error().to_string();
    const auto asker = gate->admit(from("unix", {kGroupsHeader, kProxySecret}), kMoment);
    ASSERT_TRUE(asker);
    EXPECT_EQ(asker->sees_all_statuses, sees) << group;
    EXPECT_FALSE(gate->admit(from("unix", {}), kMoment)->sees_all_statuses);
  }
}

TEST_F(GateTest, ATrustedProxyWithTheSecretSaysWhoAsks) {
  for (const char* peer : {"10.1.2.3", "unix"}) {
    const auto asker = gate_.admit(
        from(peer, {kGroupsHeader, kProxySecret, {"X-Dateline-User", "mara"}}), kMoment);
    ASSERT_TRUE(asker);
    EXPECT_THAT(asker->groups, ElementsAre("desk", "board"));
    EXPECT_EQ(asker->name, "mara");
    EXPECT_TRUE(asker->known);
  }
}

TEST_F(GateTest, WhoeverSaysNothingSeesWhatEverybodySees) {
  const auto asker = gate_.admit(from("192.0.2.7", {}), kMoment);
  ASSERT_TRUE(asker);
  EXPECT_THAT(asker->groups, IsEmpty());
  EXPECT_FALSE(asker->known);
}

TEST_F(GateTest, GroupsThatNobodyVouchesForAreRefused) {
  EXPECT_EQ(denial("192.0.2.7", {kGroupsHeader}), 403);
  EXPECT_EQ(denial("192.0.2.7", {kGroupsHeader, kProxySecret}), 403)
      << "the secret alone does not do";
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader}), 403) << "the address alone does not do";
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader, {"X-Dateline-Secret", "open sesame "}}), 403);
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader, {"X-Dateline-Secret", ""}}), 403);
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader, kProxySecret, kProxySecret}), 403);
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader, {"x-dateline-groups", "x"}, kProxySecret}), 403)
      << "one of the two may be the client's";
  EXPECT_EQ(denial("192.0.2.7", {kGroupsHeader, {"X-Forwarded-For", "10.1.2.3"}}), 403);
}

TEST_F(GateTest, WithoutASecretConfiguredNoProxyIsAskedForGroups) {
  Settings settings;
  settings.trusted_proxies = {*Network::read("10.0.0.0/8")};
  gate_ = *Gate::open(settings);
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader}), 403);
  EXPECT_EQ(denial("10.1.2.3", {kGroupsHeader, {"X-Dateline-Secret", ""}}), 403);
}

TEST_F(GateTest, ATokenSaysWhoAsksIfItIsRight) {
  const std::string right = bearer(R"({"sub":"mara","groups":["desk"],"exp":2000})");
  const auto asker = gate_.admit(from("192.0.2.7", {{"authorization", right}}), kMoment);
  ASSERT_TRUE(asker);
  EXPECT_THAT(asker->groups, ElementsAre("desk"));
  EXPECT_EQ(asker->name, "mara");
  EXPECT_EQ(denial("192.0.2.7", {{"Authorization", bearer(R"({"exp":1})")}}), 401);
  EXPECT_EQ(denial("192.0.2.7", {{"Authorization", "Bearer x"}}), 401);
  EXPECT_EQ(denial("192.0.2.7", {{"Authorization", right}, {"Authorization", right}}), 401);
  EXPECT_EQ(denial("192.0.2.7", {{"Authorization", "Basic eDp5"}}), 0) << "it is another's";
}

TEST_F(GateTest, TheClientIsTheLastAddressThatIsNoProxy) {
  const auto address = [this](const std::string& peer, const std::string& forwarded) {
    return gate_.address_of(from(peer, {{"X-Forwarded-For", forwarded}}));
  };
  EXPECT_EQ(address("10.1.2.3", "192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(address("10.1.2.3", "192.0.2.9, 192.0.2.7, 10.9.9.9"), "192.0.2.7")
      << "what stands before is what the client says";
  EXPECT_EQ(address("10.1.2.3", "192.0.2.9, nonsense"), "10.1.2.3");
  EXPECT_EQ(address("10.1.2.3", ""), "10.1.2.3");
  EXPECT_EQ(address("192.0.2.7", "192.0.2.9"), "192.0.2.7") << "no proxy of ours";
  EXPECT_EQ(address("unix", "::ffff:192.0.2.7"), "192.0.2.7");
}

TEST_F(GateTest, TooManyGroupsAreRefused) {
  std::string list;
  for (std::size_t at = 0; at <= 1000; ++at) list += "g" + std::to_string(at) + ",";
  EXPECT_EQ(denial("10.1.2.3", {{"X-Dateline-Groups", list}, kProxySecret}), 403);
}

TEST_F(GateTest, FilesThatAreMissingOrEmptyAreNamed) {
  Settings settings;
  settings.proxy_secret = directory_.write("empty", "\n");
  EXPECT_EQ(Gate::open(settings).error().code, ErrorCode::kUsage);
  settings.proxy_secret = directory_.file("none");
  EXPECT_EQ(Gate::open(settings).error().code, ErrorCode::kNotFound);
  settings.proxy_secret.clear();
  settings.jwt_keys = directory_.write("bad", "short");
  EXPECT_EQ(Gate::open(settings).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace dateline::http
