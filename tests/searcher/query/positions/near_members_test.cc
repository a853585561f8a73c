#include "searcher/query/positions/near_members.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace dateline::query::near_members_test {
namespace {

using Operands = std::vector<std::vector<WordSpan>>;
using Members = std::vector<std::vector<bool>>;

// A span is part of a match if there is one when it is the only way to meet its operand.
Members by_leaving_out(const Operands& operands, std::uint32_t distance, bool ordered) {
  Members out;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    auto& members = out.emplace_back();
    for (const WordSpan& span : operands[i]) {
      Operands alone = operands;
      alone[i] = {span};
      members.push_back(stand_near(alone, distance, ordered));
    }
  }
  return out;
}

Operands random_operands(std::mt19937& random, std::size_t count, std::uint32_t longest) {
  Operands operands(count);
  for (auto& spans : operands) {
    for (std::uint32_t at = 1; at <= 24; ++at) {
      if (random() % 4 != 0) continue;
      spans.push_back({at, at + static_cast<std::uint32_t>(random()) % longest});
    }
  }
  return operands;
}

TEST(NearMembers, AreTheWordsThatAMatchIsMadeOf) {
  // a x b c c c a c b
  const Operands operands{{{1, 1}, {7, 7}}, {{3, 3}, {9, 9}}};
  EXPECT_EQ(members_of_matches(operands, 2, false), (Members{{true, true}, {true, true}}));
  EXPECT_EQ(members_of_matches(operands, 1, false), (Members{{false, false}, {false, false}}));
  EXPECT_EQ(members_of_matches({{{1, 1}, {7, 7}}, {{3, 3}}}, 2, false),
            (Members{{true, false}, {true}}));
}

TEST(NearMembers, OrderIsKeptWhereItIsAskedFor) {
  const Operands operands{{{2, 2}}, {{1, 1}, {3, 3}}};
  EXPECT_EQ(members_of_matches(operands, 1, true), (Members{{true}, {false, true}}));
  EXPECT_EQ(members_of_matches(operands, 1, false), (Members{{true}, {true, true}}));
}

TEST(NearMembers, AreThoseThatStandNearSaysByLeavingOutTheOthers) {
  std::mt19937 random(29);
  for (int round = 0; round < 400; ++round) {
    for (const bool ordered : {false, true}) {
      const std::size_t count = 1 + random() % 4;
      const Operands operands =
          random_operands(random, count, static_cast<std::uint32_t>(1 + random() % 3));
      const auto distance = static_cast<std::uint32_t>(1 + random() % 6);
      ASSERT_EQ(members_of_matches(operands, distance, ordered),
                by_leaving_out(operands, distance, ordered))
          << count << " operands, distance " << distance << (ordered ? ", in order" : "");
    }
  }
}

// Different single words: no two operands at one position.
Operands different_words(std::mt19937& random, std::size_t count) {
  Operands operands(count);
  for (std::uint32_t at = 1; at <= 30; ++at) operands[random() % count].push_back({at, at});
  return operands;
}

TEST(NearMembers, ManyWordsAreWindowsAsXapianCountsThem) {
  std::mt19937 random(31);
  constexpr std::size_t kWords = kMaxOperands + 1;
  std::size_t met = 0;
  for (int round = 0; round < 200; ++round) {
    const Operands operands = different_words(random, kWords);
    const Members members = members_of_matches(operands, 8, false);
    for (std::size_t i = 0; i < kWords; ++i) {
      for (std::size_t n = 0; n < operands[i].size(); ++n) {
        // A window of that many positions with this word and each of the others in it.
        bool expected = false;
        const std::uint32_t own = operands[i][n].first;
        for (std::uint32_t begin = 1; begin <= own; ++begin) {
          const std::uint32_t end = begin + 8 + static_cast<std::uint32_t>(kWords) - 2;
          if (end < own) continue;
          bool all = true;
          for (std::size_t other = 0; other < kWords && all; ++other) {
            bool in = other == i;
            for (const WordSpan& span : operands[other]) {
              in = in || (span.first >= begin && span.first <= end);
            }
            all = in;
          }
          expected = expected || all;
        }
        ASSERT_EQ(members[i][n], expected) << "round " << round << ", position " << own;
        met += expected ? 1 : 0;
      }
    }
  }
  EXPECT_GT(met, 0U);
}

TEST(NearMembers, WhatMayTakeTooMuchIsLookedAtFromTheBeginningOn) {
  Operands operands(kMaxOperands);
  for (std::uint32_t at = 1; at <= 100'000; ++at) operands[at % kMaxOperands].push_back({at, at});
  const Members members = members_of_matches(operands, 2, false);
  EXPECT_TRUE(members[1][0]);
  EXPECT_FALSE(members[0].back());
}

TEST(NearMembers, WithoutSpansThereAreNone) {
  EXPECT_EQ(members_of_matches({}, 1, true), Members{});
  EXPECT_EQ(members_of_matches({{{1, 1}}, {}}, 3, false), (Members{{false}, {}}));
}

}  // namespace
}  // namespace dateline::query::near_members_test
