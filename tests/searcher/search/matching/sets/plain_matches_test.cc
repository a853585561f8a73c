// Xapian's matcher is asked the same.
#include "searcher/search/matching/sets/plain_matches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "searcher/search/matching/unweighted.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search::plain_matches_test {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;
using Query = Xapian::Query;

constexpr int kArticles = 700;
constexpr unsigned kWords = 12;

// A word of many articles, or of few.
std::string word(std::mt19937& random) {
  return "word" + std::to_string(std::min(random() % kWords, random() % kWords));
}

// Three segments, of which articles were removed.
void fill(SmallIndex& index) {
  std::mt19937 random(3);
  for (int i = 0; i < kArticles; ++i) {
    std::string body;
    for (auto words = random() % 5; words > 0; --words) body += word(random) + " ";
    index.put(make_article("a" + std::to_string(i), "Headline", body, "2020-01-01"));
    if (i % 10 == 0) index.skip_number();
    if (i % 300 == 299) index.commit();
  }
  for (int i = 0; i < kArticles; i += 13) index.remove("a" + std::to_string(i));
  index.close();
}

Query drawn_query(std::mt19937& random, int depth = 0) {
  static constexpr Query::op kOperators[] = {
      Query::OP_AND,    Query::OP_OR,      Query::OP_AND_NOT, Query::OP_AND_MAYBE,
      Query::OP_FILTER, Query::OP_SYNONYM, Query::OP_MAX};
  if (depth == 3 || random() % 3 == 0) {
    const Query term(random() % 20 == 0 ? "nowhere" : word(random));
    return random() % 2 == 0 ? term : Query(2.0, term);
  }
  const Query left = drawn_query(random, depth + 1);
  return {kOperators[random() % std::size(kOperators)], left, drawn_query(random, depth + 1)};
}

std::vector<Xapian::docid> asked_of_xapian(const store::IndexReader& index, const Query& query) {
  Xapian::Enquire enquire(index.database());
  weigh_nothing(enquire, index, query);
  enquire.set_query(index.live(query));
  const Xapian::MSet found = enquire.get_mset(0, index.database().get_doccount());
  std::vector<Xapian::docid> documents(found.begin(), found.end());
  std::sort(documents.begin(), documents.end());
  return documents;
}

std::vector<Xapian::docid> plain(const store::IndexReader& index, const Query& query,
                                 Deadline& deadline) {
  std::vector<Xapian::docid> documents;
  plain_matches(index, query, deadline, [&](std::size_t shard, Xapian::docid number) {
    documents.push_back(index.document(shard, number));
  });
  std::sort(documents.begin(), documents.end());
  return documents;
}

bool is_plain(const store::IndexReader& index, const Query& query) {
  return has_plain_matches(index, query, 100'000);
}

class PlainMatchesTest : public ::testing::Test {
 protected:
  PlainMatchesTest() { fill(index_); }

  store::IndexReader open() const {
    auto reader = store::IndexReader::open({index_.place()});
    EXPECT_TRUE(reader) << reader.error().to_string();
    return std::move(*reader);
  }

  SmallIndex index_;
};

TEST_F(PlainMatchesTest, AreThoseOfXapiansMatcher) {
  const store::IndexReader reader = open();
  std::mt19937 random(5);
  Deadline deadline(std::chrono::minutes(1));
  std::size_t found = 0;
  for (int i = 0; i < 300; ++i) {
    const Query query = drawn_query(random);
    if (query.empty()) continue;
    const auto expected = asked_of_xapian(reader, query);
    if (!is_plain(reader, query)) continue;
    EXPECT_EQ(plain(reader, query, deadline), expected) << query.get_description();
    found += expected.size();
  }
  EXPECT_GT(found, 1000U);
}

TEST_F(PlainMatchesTest, WhatReadsPositionsOrValuesIsNotPlain) {
  const store::IndexReader reader = open();
  const std::vector<std::string> words{"word1", "word2"};
  EXPECT_TRUE(is_plain(reader, Query("word1")));
  EXPECT_FALSE(is_plain(reader, Query()));
  EXPECT_FALSE(is_plain(reader, Query(Query::OP_PHRASE, words.begin(), words.end(), 2)));
  EXPECT_FALSE(is_plain(reader, Query(Query::OP_VALUE_GE, 1, "2020")));
  EXPECT_FALSE(
      is_plain(reader, Query(Query::OP_OR, Query("word1"), Query(Query::OP_WILDCARD, "word"))));
}

TEST_F(PlainMatchesTest, TheirListsAreOfABoundedLength) {
  const store::IndexReader reader = open();
  const auto postings =
      reader.database().get_termfreq("word0") + reader.database().get_termfreq("word1");
  const Query query(Query::OP_AND, Query("word0"), Query("word1"));
  EXPECT_TRUE(has_plain_matches(reader, query, postings));
  EXPECT_FALSE(has_plain_matches(reader, query, postings - 1));
}

TEST_F(PlainMatchesTest, OnceTimeIsUpNothingMoreIsTold) {
  const store::IndexReader reader = open();
  Deadline deadline(std::chrono::milliseconds(0));
  const Query query(Query::OP_AND_NOT, Query("word0"), Query("word1"));
  EXPECT_TRUE(plain(reader, query, deadline).empty());
  EXPECT_TRUE(deadline.passed());
}

}  // namespace
}  // namespace dateline::search::plain_matches_test
