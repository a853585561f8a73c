// The index against a linear scan, and against itself, over a generated corpus.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <string>

#include "corpus/generator/stories/model.h"
#include "indexer/enrich/enrich.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"
#include "searcher/search/searcher.h"
#include "tests/property/agreement.h"
#include "tests/property/linear_scan.h"
#include "tests/property/random_asks.h"
#include "tests/support/sanitized.h"
#include "tests/support/temporary_directory.h"

namespace dateline::testing {
namespace {

constexpr std::uint64_t kArticles = 600;

// One index and one scan of the same articles, for all tests below.
class GeneratedCorpus : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = std::make_unique<TemporaryDirectory>();
    scan_ = std::make_unique<LinearScan>();
    const std::string place = directory_->file("index");
    fill(place);
    searcher_ = std::make_unique<search::Searcher>(search::Searcher::open({place}).value());
  }

  static void TearDownTestSuite() {
    searcher_.reset();
    scan_.reset();
    directory_.reset();
  }

  static std::set<std::string> hits(const std::string& query) {
    return all_hits(*searcher_, query);
  }

  static std::unique_ptr<LinearScan> scan_;
  static std::unique_ptr<search::Searcher> searcher_;

 private:
  static void fill(const std::string& place) {
    const corpus::CorpusModel model(corpus::CorpusOptions{});
    auto opened = indexer::IndexWriter::open(place);
    ASSERT_TRUE(opened) << opened.error().to_string();
    indexer::IndexWriter& writer = **opened;
    indexer::ArticleAnalyser analyser;
    for (std::uint64_t i = 0; i < kArticles; ++i) {
      Article article = model.article(i);
      indexer::enrich(article, {});
      scan_->add(article);
      ASSERT_TRUE(writer.add(analyser.analyse(article, "")));
    }
    ASSERT_TRUE(writer.commit());
  }

  static std::unique_ptr<TemporaryDirectory> directory_;
};

std::unique_ptr<TemporaryDirectory> GeneratedCorpus::directory_;
std::unique_ptr<LinearScan> GeneratedCorpus::scan_;
std::unique_ptr<search::Searcher> GeneratedCorpus::searcher_;

bool contains(const std::set<std::string>& whole, const std::set<std::string>& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

TEST_F(GeneratedCorpus, EveryRandomQueryAnswersAsTheLinearScanDoes) {
  // Sanitized programs are ten times slower.
  const int asks = dateline::testing::kSanitized ? 150 : 1000;
  const auto faults = disagreements(*searcher_, *scan_, 20200106, asks);
  for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 10); ++i) {
    ADD_FAILURE() << faults[i];
  }
  EXPECT_EQ(faults.size(), 0U);
}

TEST_F(GeneratedCorpus, APhraseLiesInAdjInNearInAndInOr) {
  RandomAsks asks(*scan_, 3);
  for (int round = 0; round < 150; ++round) {
    Ask phrase = asks.leaf();
    if (phrase.kind != Ask::Kind::kPhrase || phrase.words.size() != 2) continue;
    const std::string& a = phrase.words[0];
    const std::string& b = phrase.words[1];
    // Exact forms on the wider side: a phrase compares words, not stems.
    const auto exact = hits("\"" + a + " " + b + "\"");
    const auto ordered = hits(a + " ADJ/3 " + b);
    const auto near = hits(a + " NEAR/3 " + b);
    const auto both = hits("=" + a + " AND =" + b);
    const auto either = hits("=" + a + " OR =" + b);
    EXPECT_TRUE(contains(ordered, exact)) << a << " " << b;
    EXPECT_TRUE(contains(near, ordered)) << a << " " << b;
    EXPECT_TRUE(contains(both, near)) << a << " " << b;
    EXPECT_TRUE(contains(either, both)) << a << " " << b;
  }
}

TEST_F(GeneratedCorpus, NotIsDifference) {
  RandomAsks asks(*scan_, 5);
  for (int round = 0; round < 100; ++round) {
    const std::string a = asks.leaf().to_text();
    const std::string b = asks.leaf().to_text();
    const auto left = hits(a);
    const auto right = hits(b);
    std::set<std::string> difference;
    std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(difference, difference.end()));
    EXPECT_EQ(hits(a + " NOT " + b), difference) << a << " NOT " << b;
  }
}

TEST_F(GeneratedCorpus, ARangeIsTheUnionOfItsDays) {
  std::set<std::string> days;
  for (int day = 1; day <= 31; ++day) {
    const auto one = hits("date:2019-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day));
    days.insert(one.begin(), one.end());
  }
  EXPECT_EQ(hits("date:2019-03"), days);
  EXPECT_EQ(hits("date:2019-03-01..2019-03-31"), days);
  const auto year = hits("date:2019");
  EXPECT_TRUE(contains(year, days));
  EXPECT_EQ(hits("date:2018..2020").size(),
            hits("date:2018").size() + year.size() + hits("date:2020").size());
}

// Each word by itself, as =word asks for it, and at once by looking at every article.
TEST_F(GeneratedCorpus, AWildcardIsTheUnionOfItsWords) {
  int tried = 0;
  for (const auto& [form, count] : scan_->vocabulary()) {
    if (form.size() != 7 || !is_plain_word(form) || ++tried > 40) continue;
    const std::string beginning = form.substr(0, 5);
    std::set<std::string> all;
    for (auto it = scan_->vocabulary().lower_bound(beginning);
         it != scan_->vocabulary().end() && it->first.rfind(beginning, 0) == 0; ++it) {
      const auto one = hits("=" + it->first);
      all.insert(one.begin(), one.end());
    }
    const auto wildcard = hits(beginning + "*");
    EXPECT_TRUE(contains(wildcard, all)) << beginning;
    EXPECT_EQ(wildcard, scan_->with_beginning(beginning)) << beginning;
  }
  EXPECT_GT(tried, 10);
}

}  // namespace
}  // namespace dateline::testing
