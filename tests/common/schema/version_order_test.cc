#include "common/schema/version_order.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::schema {
namespace {

struct Word {
  std::string version;
  std::string status;     // of the record; empty: none
  std::string modified;   // empty: none
  std::string published;  // empty: none
};

std::string order_of(const Word& word) {
  Article article;
  article.version.text = word.version;
  article.status = article_status_from(word.status);
  article.modified = Timestamp::parse(word.modified);
  article.published = Timestamp::parse(word.published);
  return version_order(article);
}

constexpr const char* kMorning = "2024-03-02T08:00:00Z";
constexpr const char* kNoon = "2024-03-02T13:00:00+01:00";
constexpr const char* kEvening = "2024-03-02T18:00:00Z";

struct Case {
  const char* rule;
  Word standing;
  Word arriving;
  bool is_outdated;
};

class VersionOrder : public ::testing::TestWithParam<Case> {};

TEST_P(VersionOrder, TellsWhichIsTheAgencysLaterWord) {
  const Case& one = GetParam();
  EXPECT_EQ(is_outdated(order_of(one.arriving), order_of(one.standing)), one.is_outdated)
      << one.rule;
}

INSTANTIATE_TEST_SUITE_P(
    Versions, VersionOrder,
    ::testing::Values(
        Case{"a late older version does not replace", {"3", "", "", ""}, {"2", "", "", ""}, true},
        Case{"a newer one does", {"2", "", "", ""}, {"3", "", "", ""}, false},
        Case{"the same again does", {"2", "", "", ""}, {"2", "", "", ""}, false},
        Case{"numbers compare as numbers", {"10", "", "", ""}, {"9", "", "", ""}, true},
        Case{"with dots too", {"1.10", "", "", ""}, {"1.9", "", "", ""}, true},
        Case{"2.0 is 2", {"2", "", kNoon, ""}, {"2.0", "", kMorning, ""}, true},
        Case{"names do not compare", {"final", "", "", ""}, {"draft", "", "", ""}, false},
        Case{"nor do numbers that no version has",
             {"99999999999999999999", "", "", ""},
             {"1", "", "", ""},
             false},
        Case{"versions tell before times", {"2", "", kNoon, ""}, {"3", "", kMorning, ""}, false},
        Case{"the time tells equal versions", {"2", "", kNoon, ""}, {"2", "", kMorning, ""}, true},
        Case{"or where there are none",
             {"", "usable", kNoon, ""},
             {"", "usable", "", kMorning},
             true},
        Case{"a day is no time",
             {"", "usable", kNoon, ""},
             {"", "usable", "2024-03-01", ""},
             false}));

INSTANTIATE_TEST_SUITE_P(
    Withdrawals, VersionOrder,
    ::testing::Values(
        Case{"a kill stays, its original being older",
             {"2", "canceled", "", ""},
             {"1", "usable", "", ""},
             true},
        Case{"or of the same version", {"1", "canceled", "", ""}, {"1", "usable", "", ""}, true},
        Case{"or of none", {"2", "canceled", kNoon, ""}, {"", "", "", ""}, true},
        Case{"or with a later publication than a kill that tells none of its own",
             {"", "withheld", "", kMorning},
             {"", "usable", "", kNoon},
             true},
        Case{"what is withheld is released by a later version",
             {"2", "withheld", "", ""},
             {"3", "usable", "", ""},
             false},
        Case{"or a later modification",
             {"", "withheld", kNoon, ""},
             {"", "usable", kEvening, ""},
             false},
        Case{"a kill replaces", {"1", "usable", "", ""}, {"1", "canceled", "", ""}, false},
        Case{"without a version too", {"7", "usable", kNoon, ""}, {"", "canceled", "", ""}, false},
        Case{"and with the time of its original",
             {"", "usable", kNoon, kMorning},
             {"", "canceled", "", kMorning},
             false},
        Case{"but one of an earlier version than what stands has been overtaken",
             {"3", "usable", "", ""},
             {"2", "canceled", "", ""},
             true},
        Case{"a kill replaces a kill", {"", "canceled", "", ""}, {"", "canceled", "", ""}, false}));

INSTANTIATE_TEST_SUITE_P(
    Pages, VersionOrder,
    ::testing::Values(
        Case{"of pages the last stands", {"", "", kNoon, ""}, {"", "", kMorning, ""}, false},
        Case{"and before what an agency sent", {"3", "", kNoon, ""}, {"", "", kMorning, ""}, false},
        Case{"or after it", {"", "", kNoon, ""}, {"3", "", kMorning, ""}, false}));

// Whatever comes first, the same one stands: what an order of arrival must not decide.
TEST(VersionOrder, OfTwoThatCompareOneIsOutdatedWhicheverComesFirst) {
  const Word words[] = {{"1", "usable", "", kMorning},
                        {"2", "usable", kNoon, kMorning},
                        {"2", "canceled", kNoon, ""},
                        {"3", "withheld", "", ""},
                        {"4", "usable", kEvening, ""}};
  for (const Word& a : words) {
    for (const Word& b : words) {
      if (&a == &b) continue;
      EXPECT_NE(is_outdated(order_of(a), order_of(b)), is_outdated(order_of(b), order_of(a)))
          << a.version << a.status << " " << b.version << b.status;
    }
  }
}

TEST(VersionOrder, OnlyWhatAnAgencyHasSaidSomethingOfIsKept) {
  EXPECT_FALSE(is_signalled(order_of({"", "", kNoon, kMorning})));
  EXPECT_TRUE(is_signalled(order_of({"1", "", "", ""})));
  EXPECT_TRUE(is_signalled(order_of({"", "usable", "", ""})));
  EXPECT_FALSE(is_signalled(""));
}

TEST(VersionOrder, BytesThatNobodyWroteHoldNothingBack) {
  const std::string arriving = order_of({"1", "", "", ""});
  const std::string standing = order_of({"2", "canceled", kNoon, ""});
  ASSERT_TRUE(is_outdated(arriving, standing));
  EXPECT_FALSE(is_outdated(arriving, ""));
  EXPECT_FALSE(is_outdated(arriving, standing.substr(0, standing.size() - 1)));
  EXPECT_FALSE(is_outdated(arriving, standing + std::string(64, 'x')));
  EXPECT_FALSE(is_outdated(arriving, "\xFF" + standing.substr(1)));
  EXPECT_FALSE(is_outdated(arriving, standing.substr(0, 1))) << "a time is told, and is not there";
}

}  // namespace
}  // namespace dateline::schema
