// Lists that go on behind a place are compared with a list that was made at once.
#include "searcher/search/paging/listing.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "searcher/search/matching/matching.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using std::chrono::milliseconds;

constexpr int kArticles = 300;

// Few words, dates and texts, so that many are equal in each.
class ListingTest : public ::testing::Test {
 protected:
  ListingTest() {
    std::mt19937 random(7);
    for (int i = 0; i < kArticles; ++i) {
      const bool is_copy = i % 5 == 1;
      if (!is_copy) {
        headline_ = "Number " + std::to_string(i % 17);
        body_ = text(random);
      }
      const int day = 1 + static_cast<int>(random() % 9);
      index_.put(
          testing::make_article("a" + std::to_string(i), headline_, body_,
                                i % 11 == 0 ? std::string() : "2020-03-0" + std::to_string(day)));
      if (i % 70 == 69) index_.commit();
    }
    index_.close();
    reader_ =
        std::make_unique<store::IndexReader>(store::IndexReader::open({index_.place()}).value());
    compiled_ = query::compile("flood OR harbour OR bridge", options_, reader_->database()).value();
  }

  static std::string text(std::mt19937& random) {
    static const std::vector<std::string> kWords{"flood", "harbour", "bridge", "ferry", "storm"};
    std::string out;
    for (int i = 0; i < 120; ++i) {
      out += i % 12 == 0 ? kWords[random() % kWords.size()] : "w" + std::to_string(random() % 900);
      out += ' ';
    }
    return out;
  }

  std::vector<PageMatch> at_once(Sort sort, Collapse collapse) {
    Request request;
    request.sort = sort;
    request.collapse = collapse;
    request.limit = kArticles;
    return match(*reader_, compiled_, request, deadline_).page.list;
  }

  std::vector<PageMatch> in_windows(Sort sort, Collapse collapse, ListStart start,
                                    std::size_t window) {
    Listing listing(*reader_, compiled_, sort, collapse, start, window);
    std::vector<PageMatch> out;
    for (;;) {
      const std::vector<PageMatch> more = listing.next(deadline_);
      EXPECT_LE(more.size(), window);
      if (more.empty()) return out;
      out.insert(out.end(), more.begin(), more.end());
    }
  }

  Place place_at(Sort sort, const PageMatch& match) {
    return place_of(sort, reader_->database().get_document(match.document), match.score,
                    match.document);
  }

  static void expect_same(const std::vector<PageMatch>& a, const std::vector<PageMatch>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      EXPECT_EQ(a[i].document, b[i].document) << i;
      EXPECT_EQ(a[i].rank, b[i].rank) << i;
      EXPECT_EQ(a[i].copies, b[i].copies) << i;
      EXPECT_EQ(a[i].story, b[i].story) << i;
      EXPECT_NEAR(a[i].score, b[i].score, 1e-9) << i;
    }
  }

  testing::SmallIndex index_;
  std::string headline_;
  std::string body_;
  query::QueryOptions options_;
  query::CompiledQuery compiled_;
  std::unique_ptr<store::IndexReader> reader_;
  std::shared_ptr<Deadline> deadline_ = std::make_shared<Deadline>(milliseconds(1'000'000));
};

constexpr Sort kAllSorts[] = {Sort::kRelevance, Sort::kNewest, Sort::kOldest};
constexpr Collapse kBothWays[] = {Collapse::kNone, Collapse::kStory};

TEST_F(ListingTest, InWindowsOfAnySizeIsTheListThatIsMadeAtOnce) {
  for (const Sort sort : kAllSorts) {
    for (const Collapse collapse : kBothWays) {
      const auto whole = at_once(sort, collapse);
      ASSERT_GT(whole.size(), 150U);
      for (const std::size_t window : {1U, 7U, 100U, 1000U}) {
        expect_same(in_windows(sort, collapse, {}, window), whole);
      }
    }
  }
}

TEST_F(ListingTest, BehindAnyPlaceHasWhatTheWholeListHasThere) {
  for (const Sort sort : kAllSorts) {
    for (const Collapse collapse : kBothWays) {
      const auto whole = at_once(sort, collapse);
      for (std::size_t i = 0; i < whole.size(); i += 13) {
        const ListStart start{place_at(sort, whole[i]), whole[i].rank};
        const auto rest = in_windows(sort, collapse, start, 50);
        expect_same(rest, {whole.begin() + static_cast<std::ptrdiff_t>(i) + 1, whole.end()});
      }
    }
  }
}

TEST_F(ListingTest, ShowsNoCopyOfWhatStoodBeforeThePlace) {
  const auto whole = at_once(Sort::kRelevance, Collapse::kStory);
  const auto with_copies =
      std::find_if(whole.begin(), whole.end(), [](const PageMatch& one) { return one.copies > 0; });
  ASSERT_NE(with_copies, whole.end());
  const ListStart start{place_at(Sort::kRelevance, *with_copies), with_copies->rank};
  for (const PageMatch& one : in_windows(Sort::kRelevance, Collapse::kStory, start, 10)) {
    EXPECT_NE(one.story, with_copies->story);
  }
}

TEST_F(ListingTest, EndsWithTheDeadline) {
  Listing listing(*reader_, compiled_, Sort::kRelevance, Collapse::kNone, {}, 10);
  const auto passed = std::make_shared<Deadline>(milliseconds(0));
  ASSERT_TRUE(passed->check());
  EXPECT_TRUE(listing.next(passed).empty());
  EXPECT_FALSE(listing.ended());
}

}  // namespace
}  // namespace dateline::search
