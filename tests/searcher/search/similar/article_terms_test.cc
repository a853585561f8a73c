#include "searcher/search/similar/article_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array kKinds{"", " stop", " name"};

std::vector<std::string> lines(const Article& article, std::string_view language = "en") {
  SimilarParameters parameters;
  parameters.headline = 5;
  parameters.standfirst = 2;
  parameters.lead = 0;
  Stemmers stemmers;
  std::vector<std::string> out;
  for (const ArticleTerm& one : terms_of(article, language, parameters, stemmers)) {
    out.push_back(one.term + " " + one.form + " " +
                  std::to_string(static_cast<int>(one.occurrences)) +
                  kKinds.at(static_cast<std::size_t>(one.kind)));
  }
  return out;
}

TEST(ArticleTermsTest, WordsCountByTheirStemsAndByWhereTheyStand) {
  Article article = testing::make_article("a", "Cocoa falls", "The cocoa exports of Ghana fell.");
  article.standfirst = "Exports shrink";
  EXPECT_THAT(lines(article), ElementsAre("Zcocoa cocoa 6", "Zfall falls 5", "Zexport exports 3",
                                          "Zshrink shrink 2", "Zthe the 1 stop", "Zof of 1 stop",
                                          "Zghana ghana 1", "Zfell fell 1"));
}

TEST(ArticleTermsTest, WordsAtTheBeginningOfTheBodyCountMore) {
  SimilarParameters parameters;
  parameters.lead = 5;
  parameters.lead_words = 2;
  Stemmers stemmers;
  const auto terms =
      terms_of(testing::make_article("a", "", "Cocoa tea rice"), "en", parameters, stemmers);
  ASSERT_EQ(terms.size(), 3U);
  EXPECT_DOUBLE_EQ(terms[0].occurrences, 6);
  EXPECT_NEAR(terms[1].occurrences, 1 + 5 * 0.60653, 1e-4);
  EXPECT_NEAR(terms[2].occurrences, 1 + 5 * 0.36788, 1e-4);
}

TEST(ArticleTermsTest, NamesCountAsOftenAsTheyAreMentioned) {
  Article article = testing::make_article("a", "", "Ghana");
  article.entities = {{EntityType::kPlace, "Côte d’Ivoire", 4, {"Côte d’Ivoire"}}};
  EXPECT_THAT(lines(article),
              ElementsAre("XEGVcote divoire cote divoire 4 name", "Zghana ghana 1"));
}

TEST(ArticleTermsTest, AnArticleThatSaysNoLanguageIsReadInTheOneGiven) {
  Article article = testing::make_article("a", "", "Wahlen und Wahl");
  article.language = "";
  EXPECT_THAT(lines(article, "de"), ElementsAre("Zwahl wahlen 2", "Zund und 1 stop"));
}

TEST(ArticleTermsTest, ATextWithoutWordsHasNoTerms) {
  EXPECT_THAT(lines(testing::make_article("a", "…", " — !")), IsEmpty());
  EXPECT_THAT(lines(Article()), IsEmpty());
}

TEST(ArticleTermsTest, AWholeBookIsReadAsFarAsItsFirstPages) {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "word" + std::to_string(i) + " ";
  body += std::string(1000, 'x');
  SimilarParameters parameters;
  Stemmers stemmers;
  const auto terms = terms_of(testing::make_article("a", "", body), "en", parameters, stemmers);
  EXPECT_EQ(terms.size(), kMostArticleTerms);
  EXPECT_EQ(terms.front().form, "word0");
}

}  // namespace
}  // namespace dateline::search
