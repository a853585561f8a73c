// Queries by bounds beside the same ones by Xapian's own lists: the same best articles, with the
// same scores.
#include "searcher/search/matching/bounds/ranked_words.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "common/store/bounds/bounds_format.h"
#include "common/store/checksums.h"
#include "searcher/query/query.h"
#include "searcher/search/matching/ranking.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search::ranked_words_test {
namespace {

using testing::make_article;
using testing::SmallIndex;

constexpr std::size_t kArticles = 2400;

// Made up, so that a stemmer leaves them apart; the first ones are the most frequent.
std::string word(std::size_t number) {
  static const char* const kBegin[] = {"bal", "cov", "dur", "fim", "gop", "hul", "jek"};
  static const char* const kEnd[] = {"ok", "ub", "im", "ag", "od", "up", "ak"};
  return std::string(kBegin[number % 7]) + kEnd[number / 7 % 7];
}

class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t end) { return random_() % end; }
  std::string word() {
    return ranked_words_test::word(std::min({below(49), below(49), below(49)}));
  }
  std::string words(std::size_t most) {
    std::string text = word();
    for (std::size_t i = below(most); i > 0; --i) text += (below(9) == 0 ? " the " : " ") + word();
    return text;
  }

 private:
  std::mt19937 random_;
};

// Three segments, of which articles were removed and replaced.
void fill(SmallIndex& index) {
  Draw draw(7);
  for (std::size_t i = 0; i < kArticles; ++i) {
    index.put(
        make_article("a" + std::to_string(i), draw.words(6), draw.words(1 + draw.below(150))));
    if (i % 800 == 799) index.commit();
  }
  for (std::size_t i = 0; i < kArticles; i += 17) index.remove("a" + std::to_string(i));
  for (std::size_t i = 5; i < kArticles; i += 100) {
    index.put(make_article("a" + std::to_string(i), draw.words(6), draw.words(30)));
  }
  index.close();
}

// As one that was made before there were bounds.
void make_old(const std::string& segment) {
  ASSERT_TRUE(std::filesystem::remove(segment + "/" + store::kBoundsFile));
  ASSERT_TRUE(store::write_checksums(segment));
}

// A part of a query, of words that are found.
std::string drawn_part(Draw& draw) {
  switch (draw.below(6)) {
    case 0:
      return "headline:" + draw.word();
    case 1:
      return draw.word() + "^" + std::to_string(1 + draw.below(4));
    case 2:
      return "(" + draw.word() + " OR " + draw.word() + "^0.3 OR " + draw.word() + ")";
    case 3:
      return "=" + draw.word();
    default:
      return draw.word();
  }
}

std::string drawn_query(Draw& draw) {
  static const char* const kJoints[] = {" ", " AND ", " OR ", " OR ", " NOT "};
  std::string text = drawn_part(draw);
  const std::string joint = kJoints[draw.below(5)];
  for (std::size_t i = draw.below(joint == " OR " ? 7 : 3); i > 0; --i) {
    text += joint + drawn_part(draw);
  }
  return draw.below(6) == 0 ? "(" + text + ")^2 AND " + draw.word() : text;
}

struct Found {
  std::vector<double> scores;
  std::vector<Xapian::docid> documents;
  Xapian::doccount least = 0;
  Xapian::doccount most = 0;
};

Found find(const store::IndexReader& index, const Xapian::Query& query, Xapian::doccount counted) {
  Xapian::Enquire enquire(index.database());
  apply_ranking(enquire, Sort::kRelevance);
  enquire.set_query(index.live(query));
  const Xapian::MSet set = enquire.get_mset(0, 10, counted);
  Found found;
  for (auto at = set.begin(); at != set.end(); ++at) {
    found.scores.push_back(at.get_weight());
    found.documents.push_back(*at);
  }
  found.least = set.get_matches_lower_bound();
  found.most = set.get_matches_upper_bound();
  return found;
}

// Of equals at the end of a page either may be on it.
void expect_same(const Found& expected, const Found& got, const std::string& what) {
  ASSERT_EQ(expected.scores.size(), got.scores.size()) << what;
  for (std::size_t i = 0; i < expected.scores.size(); ++i) {
    ASSERT_NEAR(expected.scores[i], got.scores[i], 1e-6 * std::max(1.0, expected.scores[i]))
        << what;
    const auto ties =
        std::count_if(expected.scores.begin(), expected.scores.end(),
                      [&](double other) { return std::abs(other - expected.scores[i]) < 1e-9; });
    const bool is_last = std::abs(expected.scores[i] - expected.scores.back()) < 1e-9;
    if (ties == 1 && !is_last) {
      ASSERT_EQ(expected.documents[i], got.documents[i]) << what;
    }
  }
}

class RankedWordsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index_ = new SmallIndex;  // NOLINT: as GoogleTest has it
    fill(*index_);
  }
  static void TearDownTestSuite() {
    delete index_;  // NOLINT
    index_ = nullptr;
  }

  static query::CompiledQuery compile(const store::IndexReader& index, const std::string& text,
                                      Match match = Match::kAll) {
    query::QueryOptions options;
    options.match = match;
    options.ends_in_time = true;
    options.ranked_terms = ranked_terms(index);
    options.weight_of_word = [](const std::vector<std::string>& terms) {
      return 1 + static_cast<double>(terms.front().size() % 3) / 4;
    };
    auto compiled = query::compile(text, options, index.database());
    EXPECT_TRUE(compiled) << text << ": " << compiled.error().message;
    return std::move(*compiled);
  }

  static void compare(const store::IndexReader& index, std::uint32_t seed, int queries) {
    Draw draw(seed);
    int ranked = 0;
    for (int i = 0; i < queries; ++i) {
      const std::string text = drawn_query(draw);
      const auto asked = compile(index, text, i % 4 == 0 ? Match::kAny : Match::kAll);
      if (asked.ranked.empty()) continue;
      ++ranked;
      const Found expected = find(index, asked.query, kArticles);
      for (const Xapian::doccount counted : {0U, 200U, 10'000U}) {
        const Found got = find(index, asked.ranked, counted);
        expect_same(expected, got, text + ", counted " + std::to_string(counted));
        ASSERT_LE(got.least, expected.least) << text;
        ASSERT_GE(got.most, expected.least) << text;
        if (counted > kArticles) {
          ASSERT_EQ(got.least, expected.least) << text;
        }
      }
    }
    EXPECT_GT(ranked, queries / 2);
  }

  static SmallIndex* index_;
};
SmallIndex* RankedWordsTest::index_ = nullptr;

TEST_F(RankedWordsTest, FindTheSameArticlesWithTheSameScores) {
  const auto index = store::IndexReader::open({index_->place()});
  ASSERT_TRUE(index);
  ASSERT_GT(index->shards(), 2U);
  compare(*index, 1, 600);
}

// Their matches are the same, and so is what they weigh: a page goes on where another ended.
TEST_F(RankedWordsTest, AListGoesOnWhereThePageBeforeEnded) {
  auto searcher = Searcher::open({index_->place()});
  ASSERT_TRUE(searcher);
  Request request;
  request.query = "balok OR covok OR durok";
  request.collapse = Collapse::kNone;
  request.limit = 60;
  const auto whole = searcher->search(request);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->total.relation, TotalRelation::kAtLeast);
  EXPECT_GE(whole->total.value, 1000U);
  std::vector<std::string> ids;
  request.limit = 20;
  for (int page = 0; page < 3; ++page) {
    const auto answer = searcher->search(request);
    ASSERT_TRUE(answer) << answer.error().to_string();
    for (const Hit& hit : answer->hits) ids.push_back(hit.article.id);
    request.after = answer->next;
  }
  ASSERT_EQ(ids.size(), whole->hits.size());
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(ids[i], whole->hits[i].article.id) << i;
}

TEST_F(RankedWordsTest, UpToAThousandTheTotalIsExact) {
  auto searcher = Searcher::open({index_->place()});
  ASSERT_TRUE(searcher);
  Request request;
  request.collapse = Collapse::kNone;
  for (const char* text : {"jekak", "jekak AND balok", "jekak OR hulak"}) {
    request.query = text;
    const auto answer = searcher->search(request);
    request.count_only = true;
    const auto counted = searcher->search(request);
    request.count_only = false;
    ASSERT_TRUE(answer && counted);
    ASSERT_LT(counted->total.value, 1000U) << text;
    EXPECT_EQ(answer->total.value, counted->total.value) << text;
    EXPECT_EQ(answer->total.relation, TotalRelation::kExact) << text;
  }
}

TEST_F(RankedWordsTest, EndWhenTimeIsUp) {
  const auto index = store::IndexReader::open({index_->place()});
  ASSERT_TRUE(index);
  query::QueryOptions options;
  options.ends_in_time = true;
  options.expired = [] { return true; };
  options.ranked_terms = ranked_terms(*index);
  const auto asked = query::compile("balok OR covok", options, index->database());
  ASSERT_TRUE(asked);
  asked->work->look();
  EXPECT_TRUE(find(*index, asked->ranked, kArticles).documents.empty());
}

// A few articles are about it, and many have the word.
TEST(RankedWords, LeaveOutMostOfALongList) {
  constexpr int kMany = 1500;
  SmallIndex small;
  for (int i = 0; i < kMany; ++i) {
    const std::string rest =
        " hulok gopok fimok durok covok" + std::string(i % 3 == 0 ? " jekok" : "");
    small.put(make_article("a" + std::to_string(i), "News",
                           i < 20 ? "balok balok balok balok" + rest : "balok" + rest));
  }
  small.close();
  const auto index = store::IndexReader::open({small.place()});
  ASSERT_TRUE(index);
  for (const char* text : {"balok", "jekok OR balok", "balok AND hulok"}) {
    const auto compiled = [&] {
      query::QueryOptions options;
      options.ends_in_time = true;
      options.ranked_terms = ranked_terms(*index);
      return *query::compile(text, options, index->database());
    };
    const auto all = compiled();
    find(*index, all.ranked, kMany);
    const auto best = compiled();
    find(*index, best.ranked, 0);
    EXPECT_LT(best.work->done() * 2, all.work->done()) << text;
  }
}

// An index that has been added to since: its old segments are read whole.
TEST(RankedWords, SegmentsOfBeforeAreRankedTheSame) {
  SmallIndex index;
  fill(index);
  make_old(index.place() + "/segments/000002");
  const auto reader = store::IndexReader::open({index.place()});
  ASSERT_TRUE(reader) << reader.error().to_string();
  ASSERT_TRUE(reader->bounds());
  EXPECT_EQ(reader->bounds()->size() + 1, reader->shards());
  Draw draw(2);
  for (int i = 0; i < 200; ++i) {
    const std::string text = draw.words(3);
    query::QueryOptions options;
    options.ranked_terms = ranked_terms(*reader);
    const auto asked = query::compile(text, options, reader->database());
    ASSERT_TRUE(asked);
    if (asked->ranked.empty()) continue;
    expect_same(find(*reader, asked->query, kArticles), find(*reader, asked->ranked, 0), text);
  }
}

TEST(RankedWords, AnIndexWithoutBoundsIsAskedAsBefore) {
  SmallIndex index;
  index.put(make_article("a", "Troops", "Troops go home."));
  index.close();
  make_old(index.place() + "/segments/000001");
  const auto reader = store::IndexReader::open({index.place()});
  ASSERT_TRUE(reader);
  EXPECT_FALSE(ranked_terms(*reader));
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher);
  Request request;
  request.query = "troops";
  EXPECT_EQ(searcher->search(request)->total.value, 1U);
}

}  // namespace
}  // namespace dateline::search::ranked_words_test
