#include "searcher/http/wire/connections.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace dateline::http {
namespace {

// Goes as soon as it is asked to, if it is idle.
class Fake final : public Connection {
 public:
  Fake(Connections& all, std::string client, bool idle)
      : all_(all), client_(std::move(client)), idle_(idle) {
    all_.add(this, client_);
  }
  ~Fake() override { all_.remove(this, client_); }
  Fake(const Fake&) = delete;
  Fake& operator=(const Fake&) = delete;
  void end_soon() override {
    if (idle_) end_now();
  }
  void end_now() override { all_.remove(this, client_); }
  void look() override { ++looks_; }
  int looks() const { return looks_; }

 private:
  Connections& all_;
  std::string client_;
  bool idle_;
  int looks_ = 0;
};

TEST(ConnectionsTest, AreBoundedInAllAndForEachClient) {
  Connections all(3, 2);
  const Fake one(all, "a", true);
  EXPECT_FALSE(all.full_for("a"));
  const Fake two(all, "a", true);
  EXPECT_TRUE(all.full_for("a"));
  EXPECT_FALSE(all.full_for("b"));
  EXPECT_FALSE(all.full());
  {
    const Fake three(all, "b", true);
    EXPECT_TRUE(all.full());
  }
  EXPECT_EQ(all.size(), 2U);
}

TEST(ConnectionsTest, EndSoonLeavesThoseThatHaveSomethingInHand) {
  Connections all(10, 10);
  const Fake idle(all, "a", true);
  const Fake busy(all, "a", false);
  all.end_all_soon();
  EXPECT_EQ(all.size(), 1U);
  all.end_all_now();
  EXPECT_EQ(all.size(), 0U);
  EXPECT_FALSE(all.full_for("a"));
}

}  // namespace
}  // namespace dateline::http
