#include "searcher/search/similar/significant_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "common/store/index_reader.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;

class SignificantTermsTest : public ::testing::Test {
 protected:
  SignificantTermsTest() {
    for (int i = 0; i < 8; ++i) {
      index_.put(make_article(std::to_string(i), "", i == 0 ? "often rarely" : "often"));
    }
    index_.put(make_article("8", "", "rarely once"));
    index_.close();
    reader_ =
        std::make_unique<store::IndexReader>(store::IndexReader::open({index_.place()}).value());
  }

  std::vector<std::string> terms(const std::vector<ArticleTerm>& of, Xapian::doccount least,
                                 std::size_t most = 10) {
    Deadline deadline(std::chrono::milliseconds(60'000));
    TermWeigher weigher(reader_->database(), parameters_, least, deadline);
    std::vector<std::string> out;
    for (const SignificantTerm& one : weigher.significant(of, most)) {
      EXPECT_GT(one.weight, 0);
      EXPECT_GT(one.rarity, 0);
      out.push_back(one.term);
    }
    return out;
  }

  const std::vector<ArticleTerm> all_{
      {"Zoften", "often", 1}, {"Zrare", "rarely", 1}, {"Zonc", "once", 1}, {"Znever", "never", 1}};
  testing::SmallIndex index_;
  std::unique_ptr<store::IndexReader> reader_;
  SimilarParameters parameters_;
};

TEST_F(SignificantTermsTest, RareTermsWeighMoreAndUnknownOnesNothing) {
  EXPECT_THAT(terms(all_, 1), ElementsAre("Zonc", "Zrare", "Zoften"));
  EXPECT_THAT(terms(all_, 1, 2), ElementsAre("Zonc", "Zrare"));
}

TEST_F(SignificantTermsTest, ATermOfTheAskedArticleAloneIsNoReasonToFindAnother) {
  EXPECT_THAT(terms(all_, 2), ElementsAre("Zrare", "Zoften"));
}

TEST_F(SignificantTermsTest, WhatIsSaidOftenWeighsMore) {
  EXPECT_THAT(terms({{"Zoften", "often", 1000}, {"Zrare", "rarely", 1}}, 1),
              ElementsAre("Zoften", "Zrare"));
}

TEST_F(SignificantTermsTest, NamesWeighWhatTheParametersSay) {
  parameters_.name = 0;
  EXPECT_THAT(terms({{"Zonc", "once", 1, ArticleTerm::Kind::kName}}, 1), IsEmpty());
}

TEST_F(SignificantTermsTest, AfterTheDeadlineNothingIsLookedUp) {
  Deadline deadline(std::chrono::milliseconds(0));
  TermWeigher weigher(reader_->database(), parameters_, 1, deadline);
  EXPECT_THAT(weigher.significant(all_, 10), IsEmpty());
}

TEST(ScaleWeightsTest, WeightsAddUpToTheSum) {
  std::vector<SignificantTerm> terms{{"a", "a", 1, 1}, {"b", "b", 3, 1}};
  scale_weights(terms, 100);
  EXPECT_DOUBLE_EQ(terms[0].weight, 25);
  EXPECT_DOUBLE_EQ(terms[1].weight, 75);
  std::vector<SignificantTerm> none;
  scale_weights(none, 100);
  EXPECT_THAT(none, IsEmpty());
}

}  // namespace
}  // namespace dateline::search
