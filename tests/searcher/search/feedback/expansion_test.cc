// --expand as those who ask meet it: which articles come further up, and what stays as it is.
#include "searcher/search/feedback/expansion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using testing::make_article;
using testing::SmallIndex;

constexpr const char* kQuestion = "why did dock workers strike about wages";

// `stray` and `mate` have the question's words equally often; `mate` tells what the others tell,
// and `stray` what those tell that only the board sees. None is a copy of another, for one article
// of each story is compared.
class ExpansionTest : public ::testing::Test {
 protected:
  ExpansionTest() {
    put("stray", "Dock workers strike over wages. Painters and poets watch in the lilac garden.");
    put("mate", "Dock workers strike over wages. Cranes and cargo rest in the harbour basin.");
    put("other0", "Harbour cranes rest: dock workers strike for wages, no cargo leaves the basin.");
    put("other1",
        "No cargo in basin or harbour. Workers at the dock strike; wages fall, cranes rest.");
    put("other2",
        "Basin, cranes, cargo, all at rest: wages make harbour workers strike at the dock.");
    hide("hidden0",
         "Strike, strike: dock workers, dock workers, wages, wages. Garden poets watch "
         "lilac, painters too.");
    hide("hidden1",
         "Wages, wages, say dock workers; strike, dock workers, strike. Painters watch a "
         "lilac garden with poets.");
    hide("hidden2",
         "Workers of the dock, workers: strike for wages, strike, dock wages! Lilac and "
         "painters, poets watch a garden.");
    for (int i = 0; i < 30; ++i) put("far" + std::to_string(i), "Nothing of all that.");
    Article named = make_article(
        "named", "",
        "The Dock Workers Strike Wages Fund met. Its treasurer counted coins for an hour, closed "
        "every ledger, thanked nobody and walked home along empty streets under rain that had not "
        "ceased since Monday, while bells rang seven times and somebody sang.");
    named.entities.push_back({EntityType::kOrganisation,
                              "Dock Workers Strike Wages Fund",
                              1,
                              {"Dock Workers Strike Wages Fund"}});
    index_.put(named);
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }

  void put(const std::string& id, const std::string& body) {
    index_.put(make_article(id, "", body));
  }

  void hide(const std::string& id, const std::string& body) {
    Article article = make_article(id, "", body);
    article.access = {"board"};
    index_.put(article);
  }

  static Request asking(const std::string& query, bool expand) {
    Request request;
    request.query = query;
    request.match = Match::kAny;
    request.collapse = Collapse::kNone;
    request.limit = 50;
    request.groups.emplace();
    request.expand = expand;
    return request;
  }

  Answer ask(const Request& request) {
    auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    return answer ? std::move(*answer) : Answer();
  }

  static std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> out;
    for (const Hit& hit : answer.hits) out.push_back(hit.article.id);
    return out;
  }

  static std::map<std::string, double> scores(const Answer& answer) {
    std::map<std::string, double> out;
    for (const Hit& hit : answer.hits) out[hit.article.id] = hit.score;
    return out;
  }

  static std::vector<std::string> codes(const Answer& answer) {
    std::vector<std::string> out;
    for (const auto& notice : answer.notices) out.push_back(notice.code);
    return out;
  }

  SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(ExpansionTest, WhatIsLikeOthersOfTheBestComesBeforeWhatHasTheWordsAsOften) {
  const Answer plain = ask(asking(kQuestion, false));
  const Answer twice = ask(asking(kQuestion, true));
  EXPECT_NEAR(scores(plain)["stray"], scores(plain)["mate"], 1e-9);
  EXPECT_GT(scores(twice)["mate"], scores(twice)["stray"]);
  EXPECT_THAT(codes(twice), Contains("expand"));
  EXPECT_THAT(codes(plain), IsEmpty());
}

TEST_F(ExpansionTest, FindsTheSameArticlesAndCountsThemTheSame) {
  const Answer plain = ask(asking(kQuestion, false));
  const Answer twice = ask(asking(kQuestion, true));
  auto before = ids(plain);
  auto after = ids(twice);
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  EXPECT_EQ(before, after);
  EXPECT_EQ(plain.total.value, twice.total.value);
  EXPECT_EQ(plain.total.relation, twice.total.relation);
}

TEST_F(ExpansionTest, NoArticleLosesAndNoneGainsMoreThanTheParametersSay) {
  auto before = scores(ask(asking(kQuestion, false)));
  const auto after = scores(ask(asking(kQuestion, true)));
  double best = 0;
  for (const auto& [id, score] : before) best = std::max(best, score);
  for (const auto& [id, score] : after) {
    EXPECT_GE(score, before[id] - 1e-9) << id;
    EXPECT_LE(score, before[id] + kRanking.agreement_influence * best + 1e-9) << id;
  }
}

TEST_F(ExpansionTest, NamesPhrasesFieldsAndAFewWordsStayAsTheyAre) {
  for (const char* const query :
       {"wages", "dock workers", "the dock workers on strike", "\"dock workers strike wages\"",
        "headline:(dock workers strike wages)", "=dock =workers =strike =wages",
        "Dock Workers Strike Wages Fund", "org:\"Dock Workers Strike Wages Fund\""}) {
    const Answer plain = ask(asking(query, false));
    const Answer twice = ask(asking(query, true));
    EXPECT_EQ(ids(plain), ids(twice)) << query;
    EXPECT_EQ(scores(plain), scores(twice)) << query;
    EXPECT_THAT(codes(twice), Contains("expand-left")) << query;
  }
}

// What only the board sees is like `stray`, and would put it first.
TEST_F(ExpansionTest, AnArticleThatTheAskerMayNotSeeSpeaksForNone) {
  Request all = asking(kQuestion, true);
  EXPECT_GT(scores(ask(all))["mate"], scores(ask(all))["stray"]);
  all.groups = std::vector<std::string>{"board"};
  EXPECT_GT(scores(ask(all))["stray"], scores(ask(all))["mate"]);
}

TEST_F(ExpansionTest, IsToldAmongThePartsOfAScore) {
  const auto explained = searcher_->explain(asking(kQuestion, true), "mate");
  ASSERT_TRUE(explained && explained->article);
  std::vector<std::string> parts;
  double sum = 0;
  for (const ScorePart& part : explained->article->parts) {
    parts.push_back(part.what);
    sum += part.value;
  }
  EXPECT_THAT(parts, Contains("expand: like others of the best"));
  EXPECT_NEAR(sum, explained->article->score, 1e-9);
}

TEST_F(ExpansionTest, HasNoSayByDateOrWhereHitsAreOnlyCounted) {
  Request request = asking(kQuestion, true);
  request.sort = Sort::kNewest;
  EXPECT_THAT(codes(ask(request)), IsEmpty());
  request.sort = Sort::kRelevance;
  request.count_only = true;
  EXPECT_THAT(codes(ask(request)), IsEmpty());
}

TEST_F(ExpansionTest, PagesBehindACursorGoOnInTheSameOrder) {
  Request request = asking(kQuestion, true);
  const auto whole = ids(ask(request));
  request.limit = 2;
  std::vector<std::string> paged;
  for (std::size_t page = 0; page < whole.size(); ++page) {
    const Answer answer = ask(request);
    for (const std::string& id : ids(answer)) paged.push_back(id);
    if (answer.next.empty()) break;
    request.after = answer.next;
  }
  EXPECT_EQ(paged, whole);
}

TEST_F(ExpansionTest, WithoutTimeNoArticleIsComparedAndNoneGetsAnExtra) {
  const auto index = store::IndexReader::open({index_.place()}).value();
  query::QueryOptions options;
  options.match = Match::kAny;
  const auto asked = query::compile(kQuestion, options, index.database());
  ASSERT_TRUE(asked);
  EXPECT_TRUE(is_long_question(*asked));
  const auto none = std::make_shared<Deadline>(std::chrono::milliseconds(0));
  EXPECT_THAT(best_articles(index, *asked, none).documents, IsEmpty());
  EXPECT_THAT(extras_of(best_articles(index, *asked, none)), IsEmpty());
  const auto enough = std::make_shared<Deadline>(std::chrono::hours(1));
  EXPECT_FALSE(extras_of(best_articles(index, *asked, enough)).empty());
}

TEST_F(ExpansionTest, ADeadlineOfNothingGivesAnAnswerAllTheSame) {
  Request request = asking(kQuestion, true);
  request.deadline = std::chrono::milliseconds(0);
  const Answer answer = ask(request);
  EXPECT_TRUE(answer.partial);
  EXPECT_THAT(codes(answer), Contains("expand-time"));
}

// No article may be given an extra for a word that it alone has.
TEST_F(ExpansionTest, ArticlesAreComparedByTheWordsThatSeveralHave) {
  const auto index = store::IndexReader::open({index_.place()}).value();
  query::QueryOptions options;
  options.match = Match::kAny;
  const auto asked = query::compile(kQuestion, options, index.database());
  ASSERT_TRUE(asked);
  const auto enough = std::make_shared<Deadline>(std::chrono::hours(1));
  const BestArticles best = best_articles(index, *asked, enough);
  std::map<std::uint32_t, int> having;
  for (const WordWeights& words : best.words) {
    for (const auto& [word, weight] : words) ++having[word];
  }
  EXPECT_FALSE(having.empty());
  for (const auto& [word, articles] : having) EXPECT_GT(articles, 1) << word;
}

// As many articles have the one word as the other, but who has "lilac" has it again and again: so it
// says more about what an article is about. Each has a word in common with one of the other pair too.
TEST(ExpansionOfWords, WhatArticlesAreAboutMakesThemLikeMoreThanWhatTheyMention) {
  SmallIndex index;
  const std::string asked = "Dock workers strike over wages";
  index.put(make_article("mentions0", "", asked + " beside a passing tower."));
  index.put(make_article("mentions1", "", asked + " beside a passing cloud."));
  index.put(make_article("about0", "", asked + " beside a lilac tower."));
  index.put(make_article("about1", "", asked + " beside a lilac cloud."));
  for (int i = 0; i < 4; ++i) {
    const std::string name = "far" + std::to_string(i);
    index.put(make_article(name, "", "lilac lilac lilac lilac lilac and one passing " + name));
  }
  for (int i = 0; i < 30; ++i) index.put(make_article("none" + std::to_string(i), "", "Nothing."));
  index.close();
  auto searcher = Searcher::open({index.place()}).value();
  Request request;
  request.query = kQuestion;
  request.match = Match::kAny;
  request.collapse = Collapse::kNone;
  request.expand = true;
  const auto answer = searcher.search(request);
  ASSERT_TRUE(answer) << answer.error().to_string();
  std::map<std::string, double> scores;
  for (const Hit& hit : answer->hits) scores[hit.article.id] = hit.score;
  EXPECT_GT(std::min(scores["about0"], scores["about1"]),
            std::max(scores["mentions0"], scores["mentions1"]));
}

}  // namespace
}  // namespace dateline::search
