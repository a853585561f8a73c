#include "searcher/search/matching/pages/equal_scores.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "searcher/search/matching/ranking.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

constexpr Xapian::doccount kBound = 10'000;

Xapian::Query everything() { return Xapian::Query(std::string()); }

// Articles of which every sixth or so is a copy of one somewhere before it, in two segments.
class EqualScoresTest : public ::testing::Test {
 protected:
  static constexpr int kArticlesOfAll = 5'400;

  static void SetUpTestSuite() {
    index_ = std::make_unique<testing::SmallIndex>();
    std::mt19937 random(7);
    for (int i = 0; i < kArticlesOfAll; ++i) {
      if (i == kArticlesOfAll / 3) index_->commit();
      const int told = random() % 6 == 0 ? static_cast<int>(random() % 400) : 1000 + i;
      index_->put(testing::make_article("a" + std::to_string(i), "",
                                        "Common words, number " + std::to_string(told) + "."));
    }
    index_->close();
    auto opened = store::IndexReader::open({index_->place()});
    ASSERT_TRUE(opened);
    reader_ = std::make_unique<store::IndexReader>(std::move(*opened));
  }

  static void TearDownTestSuite() {
    reader_.reset();
    index_.reset();
  }

  static Xapian::Enquire enquire_for(const Xapian::Query& query) {
    Xapian::Enquire made(reader_->database());
    apply_ranking(made, Sort::kRelevance);
    made.set_query(reader_->live(query));
    return made;
  }

  static std::optional<MatchPage> cut_from(const Request& request,
                                           const Xapian::Query& query = everything(),
                                           Xapian::doccount counted = kBound) {
    Xapian::Enquire made = enquire_for(query);
    return find_page_of_equals(made, request, *reader_, counted);
  }

  static std::unique_ptr<testing::SmallIndex> index_;
  static std::unique_ptr<store::IndexReader> reader_;
};

std::unique_ptr<testing::SmallIndex> EqualScoresTest::index_;
std::unique_ptr<store::IndexReader> EqualScoresTest::reader_;

std::vector<std::pair<Xapian::docid, std::size_t>> placed(const MatchPage& page) {
  std::vector<std::pair<Xapian::docid, std::size_t>> out;
  for (const PageMatch& match : page.list) out.emplace_back(match.document, match.rank);
  return out;
}

TEST_F(EqualScoresTest, APageIsTheOneThatLookingAtAllMatchesGives) {
  for (const std::size_t offset : {0U, 7U, 900U}) {
    Request request;
    request.offset = offset;
    const auto page = cut_from(request);
    ASSERT_TRUE(page);
    Xapian::Enquire all = enquire_for(everything());
    const MatchPage whole = find_page(all, request, *reader_, kBound);
    EXPECT_EQ(placed(*page), placed(whole));
    EXPECT_TRUE(page->goes_on);
    ASSERT_TRUE(page->counted && page->counted->stories);
    EXPECT_EQ(page->counted->articles.value, static_cast<std::uint64_t>(kArticlesOfAll));
    EXPECT_EQ(page->counted->articles.relation, TotalRelation::kExact);
    EXPECT_EQ(page->counted->stories->value, whole.found.get_matches_lower_bound());
  }
}

TEST_F(EqualScoresTest, BeyondTheBoundTheCountIsAnEstimate) {
  const auto page = cut_from({}, everything(), 1'000);
  ASSERT_TRUE(page && page->counted && page->counted->stories);
  EXPECT_EQ(page->counted->articles.relation, TotalRelation::kEstimate);
  EXPECT_EQ(page->counted->articles.value, static_cast<std::uint64_t>(kArticlesOfAll));
  EXPECT_LT(page->counted->stories->value, page->counted->articles.value);
}

TEST_F(EqualScoresTest, CopiesThatWereNotMetAreStillToBeCounted) {
  const auto page = cut_from({});
  ASSERT_TRUE(page);
  for (const PageMatch& match : page->list) EXPECT_FALSE(match.copies_known);
}

TEST_F(EqualScoresTest, WhatHasManyListsIsLeftToXapianToo) {
  // Each run opens all of them, and looks at the clock afterwards.
  const auto denying = [](int words) {
    std::vector<std::string> terms;
    for (int i = 0; i < words; ++i) terms.push_back("none" + std::to_string(i));
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    return Xapian::Query(Xapian::Query::OP_AND_NOT, everything(), any);
  };
  EXPECT_TRUE(cut_from({}, denying(100)));
  EXPECT_FALSE(cut_from({}, denying(1000)));
}

TEST_F(EqualScoresTest, WhatHasScoresOrFewMatchesOrShowsAllCopiesIsLeftToXapian) {
  EXPECT_FALSE(cut_from({}, Xapian::Query("common")));
  EXPECT_FALSE(
      cut_from({}, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query("5399"), 0)));
  Request request;
  request.collapse = Collapse::kNone;
  EXPECT_FALSE(cut_from(request));
  request.collapse = Collapse::kStory;
  request.offset = 20'000;
  EXPECT_FALSE(cut_from(request));
}

TEST_F(EqualScoresTest, AWordThatCountsNothingIsAFilterLikeOthers) {
  EXPECT_TRUE(
      cut_from({}, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query("common"), 0)));
}

}  // namespace
}  // namespace dateline::search
