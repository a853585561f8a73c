#include "searcher/search/matching/bounded_intersection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

using query::kNoDocument;
using query::Sequence;
using Text = std::vector<std::string>;

Xapian::WritableDatabase index_of_texts(const std::vector<Text>& texts) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Text& text : texts) {
    Xapian::Document document;
    for (std::size_t i = 0; i < text.size(); ++i) {
      document.add_posting(text[i], static_cast<Xapian::termpos>(i + 1));
    }
    db.add_document(document);
  }
  return db;
}

bool has_all(const Text& text, const Sequence& sets) {
  return std::all_of(sets.begin(), sets.end(), [&](const query::FormSet& set) {
    return std::any_of(set.begin(), set.end(), [&](const std::string& form) {
      return std::find(text.begin(), text.end(), form) != text.end();
    });
  });
}

std::vector<Xapian::docid> found_in(const Xapian::Database& db, const Sequence& sets,
                                    std::size_t steps) {
  BoundedIntersection all(db, sets, steps);
  std::vector<Xapian::docid> out;
  for (Xapian::docid at = all.seek(1); at != kNoDocument; at = all.seek(at + 1)) out.push_back(at);
  return out;
}

TEST(BoundedIntersection, FindsTheArticlesThatHaveAllWords) {
  std::mt19937 random(79);
  for (int round = 0; round < 200; ++round) {
    std::vector<Text> texts(30);
    for (Text& text : texts) {
      for (std::size_t i = random() % 8; i > 0; --i) {
        text.emplace_back(1, static_cast<char>('a' + random() % 6));
      }
    }
    Sequence sets;
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
      sets.push_back({std::string(1, static_cast<char>('a' + random() % 7)),
                      std::string(1, static_cast<char>('a' + random() % 7))});
    }
    std::vector<Xapian::docid> expected;
    for (Xapian::docid document = 1; document <= texts.size(); ++document) {
      if (has_all(texts[document - 1], sets)) expected.push_back(document);
    }
    EXPECT_EQ(found_in(index_of_texts(texts), sets, 1'000'000), expected);
  }
}

TEST(BoundedIntersection, TellsWhereTheWordsStandInARow) {
  const auto db = index_of_texts({{"a", "b", "a", "c", "b", "a", "b"}});
  std::size_t steps = 100;
  BoundedIntersection all(db, {{"a"}, {"b", "c"}}, steps);
  ASSERT_EQ(all.seek(1), 1U);
  EXPECT_EQ(all.phrases(), (std::vector<std::uint32_t>{1, 3, 6}));
  EXPECT_LT(steps, 100U) << "steps are taken from the caller's";
}

TEST(BoundedIntersection, EndsWithItsSteps) {
  // Two words that are never in one article: each step is a jump past the other.
  std::vector<Text> texts;
  for (int i = 0; i < 1000; ++i) texts.push_back({i % 2 == 0 ? "a" : "b"});
  texts.push_back({"a", "b"});
  const auto db = index_of_texts(texts);
  EXPECT_EQ(found_in(db, {{"a"}, {"b"}}, 1'000'000), (std::vector<Xapian::docid>{1001}));
  std::size_t few = 20;
  BoundedIntersection all(db, {{"a"}, {"b"}}, few);
  EXPECT_EQ(all.seek(1), kNoDocument);
  EXPECT_EQ(few, 0U);
  EXPECT_EQ(all.seek(1), kNoDocument) << "and stays ended";
}

TEST(BoundedIntersection, AWordThatIsNowhereEndsItAtOnce) {
  EXPECT_TRUE(found_in(index_of_texts({{"a"}}), {{"a"}, {"x"}}, 100).empty());
  EXPECT_TRUE(found_in(index_of_texts({}), {{"a"}}, 100).empty());
}

}  // namespace
}  // namespace dateline::search
