// A query opens a bounded number of lists, whatever its wildcards, names and synonyms stand for,
// and in however many segments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/rewrite/rewrite_state.h"
#include "tests/searcher/query/small_index.h"

namespace dateline::query::budget_test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

// An index of so many segments, whose words are each letter of `letters` with 400 numbers.
class ManyWords {
 public:
  ManyWords(std::string_view letters, std::size_t segments) {
    for (std::size_t segment = 0; segment < segments; ++segment) {
      std::vector<SmallArticle> articles;
      for (const char letter : letters) {
        SmallArticle& article = articles.emplace_back();
        for (int i = 0; i < 400; ++i) article.body += letter + ("w" + std::to_string(i)) + " ";
      }
      articles.push_back({.headline = "Other"});
      segments_.emplace_back(articles);
    }
    for (const SmallIndex& segment : segments_) whole_.add_database(segment.db());
  }

  tl::expected<CompiledQuery, QueryError> compiled(const std::string& query,
                                                   const QueryOptions& options = {}) const {
    return compile(query, options, whole_);
  }
  std::size_t lists(const CompiledQuery& compiled) const { return compiled.lists * whole_.size(); }

 private:
  std::vector<SmallIndex> segments_;
  Xapian::Database whole_;
};

std::vector<std::string> codes(const CompiledQuery& compiled) {
  std::vector<std::string> out;
  for (const Notice& notice : compiled.notices) out.push_back(notice.code);
  return out;
}

std::string wildcards(std::string_view letters, std::string_view joint) {
  std::string out;
  for (const char letter : letters) {
    if (!out.empty()) out += joint;
    out += letter;
    out += "w*";
  }
  return out;
}

constexpr std::string_view kLetters = "bcdfghkmnpqrstvx";

TEST(Budget, AWildcardHasItsMostFrequentWordsWhateverElseThereIs) {
  const ManyWords index(kLetters, 8);
  const auto compiled = index.compiled(wildcards(kLetters, " OR "));
  ASSERT_TRUE(compiled);
  EXPECT_LE(index.lists(*compiled), kMostExpandedLists);
  for (const char letter : kLetters) {
    EXPECT_THAT(compiled->rewritten, HasSubstr(std::string("{") + letter + "w0|")) << letter;
  }
  EXPECT_THAT(codes(*compiled), Contains("expansion-cut"));
}

TEST(Budget, WhoeverHasLittleTimeIsGivenTheMostFrequentWords) {
  const ManyWords index(kLetters, 2);
  const auto compiled = index.compiled(wildcards(kLetters, " OR "), {.most_lists = 480});
  ASSERT_TRUE(compiled);
  EXPECT_LE(index.lists(*compiled), 480U);
  EXPECT_THAT(codes(*compiled), Contains("expansion-cut"));
  const auto one = index.compiled("bw*", {.most_lists = 0});
  ASSERT_TRUE(one);
  EXPECT_THAT(one->rewritten, HasSubstr("bw0"));
}

TEST(Budget, WildcardsInGroupsNearEachOtherAreNotMultiplied) {
  const ManyWords index(kLetters, 8);
  const auto group = [](std::string_view letters, std::string_view phrase) {
    return "(" + wildcards(letters, " OR ") + " OR \"" + std::string(phrase) + "\")";
  };
  const auto compiled =
      index.compiled(group("bcdf", "bw1 cw1") + " NEAR/5 " + group("ghkm", "dw1 fw1") + " NEAR/5 " +
                     group("npqr", "gw1 hw1") + " NEAR/5 " + group("stvx", "nw1 pw1"));
  ASSERT_TRUE(compiled);
  EXPECT_LE(index.lists(*compiled), 2 * kMostExpandedLists);
}

TEST(Budget, ListsThatPostingSourcesOfOursOpenAreCountedToo) {
  const ManyWords index(kLetters, 2);
  // Xapian knows of none of the lists of what stands near each other under a NOT.
  const auto denied = index.compiled("bw1 NOT (\"cw* dw1\" NEAR/5 fw1)");
  ASSERT_TRUE(denied);
  EXPECT_LT(denied->query.get_length(), 10U);
  EXPECT_GE(denied->lists, 256 * 3U);
  // Of the same in the open it knows half: those that are weighed.
  const auto open = index.compiled("\"cw* dw1\" NEAR/5 fw1");
  ASSERT_TRUE(open);
  EXPECT_GE(open->lists, 2 * 256 * 3U);
  EXPECT_LE(open->query.get_length(), open->lists / 2 + 3);
}

TEST(Budget, FewWildcardsInFewSegmentsAreAsTheyWere) {
  const ManyWords index("bc", 2);
  const auto compiled = index.compiled("bw* OR cw*");
  ASSERT_TRUE(compiled);
  EXPECT_EQ(compiled->query.get_length(), 2 * 256 * 3U);
}

TEST(Budget, ManyNamesOfAnAliasFileAreCutAndSaid) {
  std::string names = "\"a0\"";
  for (int i = 1; i < 900; ++i) names += ", \"a" + std::to_string(i) + "\"";
  const auto aliases = names::Aliases::parse(
      "[[entity]]\nname = \"Anybody\"\ntype = \"person\"\nalso = [" + names + "]\n", "a.toml");
  ASSERT_TRUE(aliases) << aliases.error().to_string();
  SmallIndex index({{.headline = "Anybody", .persons = {"Anybody"}}, {.headline = "Other"}});
  QueryOptions options;
  options.aliases = &*aliases;
  const auto compiled =
      compile("person:a1 OR person:a2 OR person:a3 OR person:a4 OR person:a5 OR person:a6", options,
              index.db());
  ASSERT_TRUE(compiled);
  EXPECT_LE(compiled->query.get_length(), kMostExpansions);
  EXPECT_THAT(codes(*compiled), Contains("expansion-cut"));
}

TEST(Budget, BeyondItAQueryIsRefusedWithWhatToDo) {
  const ManyWords index("b", 24);
  std::string query;
  for (int i = 0; i < 1000; ++i)
    query += "=x" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  const auto compiled = index.compiled(query);
  ASSERT_FALSE(compiled);
  EXPECT_THAT(compiled.error().message, HasSubstr("72000 lists of articles in 24 segments"));
  EXPECT_THAT(compiled.error().hint, HasSubstr("compact"));
}

TEST(Budget, LookUpsEndWithTheTime) {
  std::size_t asked = 0;
  QueryOptions options;
  options.expired = [&] {
    ++asked;
    return true;
  };
  SmallIndex small({{.body = "non-binding re-entry"}, {.body = "other"}});
  std::string query;
  for (int i = 0; i < 500; ++i) query += "nonbi" + std::to_string(i % 10) + " ";
  EXPECT_TRUE(compile(query, options, small.db()));
  EXPECT_EQ(asked, 1U);  // never again, and no word was looked up after it
}

}  // namespace
}  // namespace dateline::query::budget_test
