#include "indexer/input/containers/mbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// "offset:bytes" for messages, "offset!code" for refusals.
std::vector<std::string> messages_in(const std::string& bytes, std::size_t limit = 1000) {
  const auto folder =
      open_mbox(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = limit});
  std::vector<std::string> out;
  while (auto entry = folder->next()) {
    out.push_back(*entry ? std::to_string((*entry)->place.offset) + ":" +
                               (*entry)->source->read_all(100'000).value_or("unreadable")
                         : std::to_string(entry->error().place.offset) + "!" +
                               std::string(entry->error().refusal.code));
  }
  return out;
}

TEST(Mbox, MessagesBeginBehindTheirLines) {
  EXPECT_THAT(messages_in("From a 07:15\nA: 1\n\nx\n\nFrom b 07:16\r\nB: 2\r\n\r\ny\r\n"),
              ElementsAre("0:A: 1\n\nx\n\n", "22:B: 2\n\ny\n"));
}

TEST(Mbox, OtherLinesThatBeginSoAreText) {
  EXPECT_THAT(
      messages_in("From a 07:15\nA: 1\n\nx\nFrom b 07:16\n\nFrom here on\n>From c\n>>From d\n"),
      ElementsAre("0:A: 1\n\nx\nFrom b 07:16\n\nFrom here on\nFrom c\n>From d\n"));
}

TEST(Mbox, AMessageOverTheLimitIsRefusedByItself) {
  EXPECT_THAT(messages_in("From a 07:15\n" + std::string(90, 'x') + "\n" + std::string(90, 'y') +
                              "\n\nFrom b 07:16\nB: 2\n",
                          100),
              ElementsAre("0!too-large", "196:B: 2\n"));
  EXPECT_THAT(
      messages_in("From a 07:15\n" + std::string(500, 'x') + "\n\nFrom b 07:16\nB: 2\n", 100),
      ElementsAre("0!too-large", "515:B: 2\n"));
}

TEST(Mbox, IsToldByItsFirstLines) {
  EXPECT_TRUE(is_mbox(Head("From a@b Sat Mar  2 07:15:00 2024\nReceived: x\n\ny")));
  for (const char* bytes : {"", "From a 07:15", "From a\nA: 1\n", "From 07:15 on\nit rained\n",
                            "From: a\nSubject: b\n\n"}) {
    EXPECT_FALSE(is_mbox(Head(bytes))) << bytes;
  }
}

// The message behind is read, whatever becomes of the one before it.
TEST(Mbox, DamageLosesNoGoodNeighbour) {
  const std::string first = "From a 07:15\nA: 1\n\nx\n\n";
  const std::string last = "From b 07:16\nB: 2\n\ny\n";
  for (std::size_t at = 0; at + 2 < first.size(); ++at) {
    for (const char other : {'\0', '\n', '\r', '>', '\xFF'}) {
      std::string changed = first;
      changed[at] = other;
      EXPECT_EQ(messages_in(changed + last).back(), "22:B: 2\n\ny\n") << at;
    }
  }
}

}  // namespace
}  // namespace dateline::indexer
