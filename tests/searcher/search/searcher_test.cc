// Searching as a library, without the command line: what a service that embeds it relies on.
#include "searcher/search/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "searcher/search/compilation.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_article;
using testing::SmallIndex;
using ::testing::UnorderedElementsAre;

class SearcherTest : public ::testing::Test {
 protected:
  SearcherTest() {
    index_.put(make_article("old", "Flood closes the harbour road", "The flood came at night.",
                            "2019-03-01"));
    index_.put(make_article("new", "Harbour reopens",
                            "After the flood, ships return. The flood "
                            "had closed it for a year.",
                            "2020-03-02T10:00:00+01:00"));
    index_.put(make_article("undated", "A recipe", "Take a flood of butter."));
    Article addressed =
        make_article("addressed", "Troops leave", "Troops left <Iraq> & the region.", "2020-01-06");
    addressed.url = "https://www.example.com/world/troops-leave";
    addressed.source = "Example";
    index_.put(addressed);
    index_.close();
    auto opened = Searcher::open({index_.place()});
    EXPECT_TRUE(opened) << opened.error().to_string();
    searcher_ = std::make_unique<Searcher>(std::move(*opened));
  }

  Answer ask(const Request& request) {
    auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    return answer ? std::move(*answer) : Answer();
  }

  static Request words(const std::string& query) {
    Request request;
    request.query = query;
    return request;
  }

  static std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> out;
    for (const Hit& hit : answer.hits) out.push_back(hit.article.id);
    return out;
  }

  SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SearcherTest, AllWordsMustBeThereUnlessAnyIsAskedFor) {
  EXPECT_THAT(ids(ask(words("flood road"))), ElementsAre("old"));
  Request any = words("road butter");
  any.match = Match::kAny;
  EXPECT_THAT(ids(ask(any)), UnorderedElementsAre("old", "undated"));
}

TEST_F(SearcherTest, AWordInTheHeadlineCountsMore) {
  const Answer answer = ask(words("flood"));
  ASSERT_EQ(answer.hits.size(), 3U);
  EXPECT_EQ(answer.hits[0].article.id, "old");
  EXPECT_GT(answer.hits[0].score, answer.hits[1].score);
}

TEST_F(SearcherTest, AnAnswerSaysHowItWasUnderstoodAndHowManyThereAre) {
  const Answer answer = ask(words("flood"));
  EXPECT_EQ(answer.query, "flood");
  EXPECT_FALSE(answer.parsed.empty());
  EXPECT_FALSE(answer.partial);
  EXPECT_EQ(answer.total.value, 3U);
  EXPECT_EQ(answer.total.relation, TotalRelation::kExact);
}

TEST_F(SearcherTest, AHitCarriesTheRecordWithoutItsBody) {
  const Answer answer = ask(words("iraq"));
  ASSERT_EQ(answer.hits.size(), 1U);
  const Article& article = answer.hits[0].article;
  EXPECT_EQ(article.url, "https://www.example.com/world/troops-leave");
  EXPECT_EQ(article.source, "Example");
  EXPECT_EQ(article.published->to_string(), "2020-01-06");
  EXPECT_THAT(article.body, IsEmpty());
}

TEST_F(SearcherTest, SnippetsAreEscapedAndMarked) {
  const Answer answer = ask(words("iraq"));
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_EQ(answer.hits[0].snippet, "Troops left &lt;<mark>Iraq</mark>&gt; &amp; the region.");
  Request without = words("iraq");
  without.snippet_chars = 0;
  EXPECT_EQ(ask(without).hits[0].snippet, "");
}

TEST_F(SearcherTest, PagesFollowOneAnother) {
  Request first = words("flood");
  first.limit = 2;
  Request second = first;
  second.offset = 2;
  const Answer one = ask(first);
  const Answer two = ask(second);
  EXPECT_EQ(one.hits.size(), 2U);
  ASSERT_EQ(two.hits.size(), 1U);
  EXPECT_EQ(two.hits[0].rank, 3U);
  EXPECT_EQ(two.total.value, 3U);
  EXPECT_THAT(ids(one), ::testing::Not(::testing::Contains(ids(two)[0])));
}

TEST_F(SearcherTest, ByDateTheUndatedComeLastWhicheverWay) {
  Request request = words("flood");
  request.sort = Sort::kNewest;
  EXPECT_THAT(ids(ask(request)), ElementsAre("new", "old", "undated"));
  request.sort = Sort::kOldest;
  EXPECT_THAT(ids(ask(request)), ElementsAre("old", "new", "undated"));
}

TEST_F(SearcherTest, CountingGivesTheTotalAndNoHits) {
  Request request = words("flood");
  request.count_only = true;
  const Answer answer = ask(request);
  EXPECT_EQ(answer.total.value, 3U);
  EXPECT_EQ(answer.total.relation, TotalRelation::kExact);
  EXPECT_THAT(answer.hits, IsEmpty());
}

TEST_F(SearcherTest, ARangeIncludesBothEndsAndNoUndated) {
  Request request = words("flood");
  request.from = "2019-03-01";
  request.to = "2020-03-02";
  EXPECT_THAT(ids(ask(request)), UnorderedElementsAre("old", "new"));
  request.to = "2020-03-01";
  EXPECT_THAT(ids(ask(request)), ElementsAre("old"));
  request.from = "";
  request.to = "2019";
  EXPECT_THAT(ids(ask(request)), ElementsAre("old"));
}

TEST_F(SearcherTest, ARangeAloneIsAQuestionButNothingAtAllIsNone) {
  Request range;
  range.from = "2020";
  EXPECT_THAT(ids(ask(range)), UnorderedElementsAre("new", "addressed"));
  const auto nothing = searcher_->search(Request());
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::kQuery);
}

TEST_F(SearcherTest, ADateThatDoesNotExistIsRefused) {
  Request request = words("flood");
  request.from = "2020-02-30";
  const auto refused = searcher_->search(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
}

TEST_F(SearcherTest, AWrongQueryIsRefusedWithACaretUnderTheFault) {
  const auto refused = searcher_->search(words("flood AND (road"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kQuery);
  EXPECT_THAT(refused.error().message, HasSubstr("flood AND (road\n"));
  EXPECT_THAT(refused.error().message, HasSubstr("^"));
}

TEST_F(SearcherTest, ARequestOutOfBoundsIsRefused) {
  Request request = words("flood");
  request.limit = kMaxLimit + 1;
  const auto refused = searcher_->search(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
}

TEST_F(SearcherTest, NoTimeAtAllGivesAPartialAnswerThatSaysSo) {
  Request request = words("flood");
  request.deadline = std::chrono::milliseconds(0);
  const Answer answer = ask(request);
  EXPECT_TRUE(answer.partial);
  EXPECT_EQ(answer.total.relation, TotalRelation::kAtLeast);
  ASSERT_EQ(answer.notices.size(), 1U);
  EXPECT_EQ(answer.notices[0].code, "deadline");
}

TEST_F(SearcherTest, AnArticleIsFoundByItsIdOrAnySpellingOfItsUrl) {
  for (const char* name :
       {"addressed", "https://www.example.com/world/troops-leave",
        "http://www.example.com/world/troops-leave", "//www.example.com/world/troops-leave",
        "www.example.com/world/troops-leave", "HTTPS://WWW.EXAMPLE.COM/world/troops-leave#top"}) {
    const auto found = searcher_->article(name);
    ASSERT_TRUE(found) << name << ": " << found.error().to_string();
    EXPECT_EQ(found->id, "addressed");
    EXPECT_EQ(found->body, "Troops left <Iraq> & the region.");
  }
}

TEST_F(SearcherTest, AnUnknownArticleIsNotFound) {
  for (const char* name :
       {"", "nobody", "https://example.com/elsewhere", "ddressed", "not a url"}) {
    const auto found = searcher_->article(name);
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
  }
}

TEST_F(SearcherTest, ExplainTellsEachStageAndWhatTheTermsAreWorth) {
  const auto explained = searcher_->explain(words("flood"));
  ASSERT_TRUE(explained) << explained.error().to_string();
  EXPECT_EQ(explained->query, "flood");
  EXPECT_FALSE(explained->parsed.empty());
  EXPECT_FALSE(explained->rewritten.empty());
  EXPECT_THAT(explained->xapian, HasSubstr("Query("));
  ASSERT_FALSE(explained->terms.empty());
  EXPECT_EQ(explained->terms[0].articles, 3U);
  EXPECT_FALSE(explained->article);
}

TEST_F(SearcherTest, TheNewestCommitIsSeenByTheNextCall) {
  auto writer = indexer::IndexWriter::open(index_.place());
  ASSERT_TRUE(writer);
  indexer::ArticleAnalyser analyser;
  ASSERT_TRUE((*writer)->add(analyser.analyse(make_article("late", "Late flood", "Again."), "")));
  ASSERT_TRUE((*writer)->commit());
  EXPECT_EQ(ask(words("flood")).total.value, 4U);
  EXPECT_TRUE(searcher_->article("late"));
}

TEST_F(SearcherTest, SeveralIndexesAnswerAsOne) {
  SmallIndex other;
  other.put(make_article("elsewhere", "Flood elsewhere", "A flood too.", "2021-01-01"));
  other.close();
  auto both = Searcher::open({index_.place(), other.place()});
  ASSERT_TRUE(both);
  Request request = words("flood");
  request.sort = Sort::kNewest;
  const auto answer = both->search(request);
  ASSERT_TRUE(answer);
  EXPECT_THAT(ids(*answer), ElementsAre("elsewhere", "new", "old", "undated"));
  EXPECT_TRUE(both->article("elsewhere"));
}

TEST(SearcherOpenTest, AMissingIndexIsNotFoundAndTheHintSaysHowToMakeOne) {
  const auto opened = Searcher::open({"/nonexistent/index"});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(opened.error().hint, HasSubstr("dateline-index add"));
}

TEST(SearcherOpenTest, AnEmptyIndexHasNoHits) {
  SmallIndex index;
  index.close();
  auto opened = Searcher::open({index.place()});
  ASSERT_TRUE(opened);
  Request request;
  request.query = "flood";
  const auto answer = opened->search(request);
  ASSERT_TRUE(answer) << answer.error().to_string();
  EXPECT_EQ(answer->total.value, 0U);
  EXPECT_EQ(answer->total.relation, TotalRelation::kExact);
}

TEST(SearcherAddressTest, AnAddressThatABrowserWouldRunIsNotReturned) {
  SmallIndex index;
  Article article = make_article("a", "Harbour", "Ships.");
  article.url = "javascript:alert(1)";
  article.canonical_url = "data:text/html,x";
  index.put(article);
  index.close();
  auto searcher = Searcher::open({index.place()});
  Request request;
  request.query = "harbour";
  const auto answer = searcher->search(request);
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_EQ(answer->hits[0].article.url, "");
  EXPECT_EQ(answer->hits[0].article.canonical_url, "");
  EXPECT_EQ(searcher->article("a")->url, "");
}

// "flood" stands once in the body of each of these.
TEST_F(SearcherTest, RecencyLetsTheNewerOfLikeArticlesComeFirstAndSaysSo) {
  const FixedClock clock(std::chrono::sys_days(std::chrono::year(2020) / 3 / 3));
  SmallIndex index;
  index.put(make_article("older", "Harbour", "A flood closed it.", "2018-01-01"));
  index.put(make_article("newer", "Harbour", "A flood closes it.", "2020-03-01"));
  index.close();
  auto searcher = Searcher::open({index.place()}, clock);
  ASSERT_TRUE(searcher);
  Request request = words("flood");
  EXPECT_THAT(ids(searcher->search(request).value()), ElementsAre("older", "newer"));
  request.recency = std::chrono::days(30);
  const Answer answer = searcher->search(request).value();
  EXPECT_THAT(ids(answer), ElementsAre("newer", "older"));
  ASSERT_EQ(answer.notices.size(), 1U);
  EXPECT_EQ(answer.notices[0].code, "recency");
  const auto explained = searcher->explain(request, "newer");
  ASSERT_TRUE(explained && explained->article);
  std::vector<std::string> parts;
  for (const ScorePart& part : explained->article->parts) parts.push_back(part.what);
  EXPECT_THAT(parts, ::testing::Contains("recency: halved every 30 days"));
  request.sort = Sort::kOldest;
  EXPECT_THAT(searcher->search(request).value().notices, IsEmpty()) << "it has no say there";
}

// Both words are in as many articles; the article about the one is asked for by the other too.
TEST_F(SearcherTest, AWordThatArticlesNameAgainSaysMoreThanOneUsedInPassing) {
  SmallIndex index;
  for (int i = 0; i < 8; ++i) {
    const std::string number = std::to_string(i);
    index.put(make_article("about" + number, "", "Bosnia " + number + ", Bosnia and Bosnia."));
    index.put(make_article("passing" + number, "", "They describe it, number " + number + "."));
    index.put(make_article("other" + number, "", "A sentence of other things, " + number + "."));
  }
  index.put(make_article("one", "", "It was described once."));
  index.put(make_article("two", "", "Bosnia was it, once."));
  index.close();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher);
  Request request = words("describe bosnia");
  request.match = Match::kAny;
  request.limit = 20;
  const auto found = ids(searcher->search(request).value());
  const auto place = [&](const std::string& id) {
    return std::find(found.begin(), found.end(), id) - found.begin();
  };
  EXPECT_LT(place("two"), place("one"));
}

TEST_F(SearcherTest, ThePlaceOfAFaultIsToldWithoutAnIndex) {
  const auto place = place_of_fault(words("flood AND"));
  ASSERT_TRUE(place);
  EXPECT_EQ(place->offset, 6U);
  EXPECT_EQ(place->length, 3U);
  EXPECT_FALSE(place_of_fault(words("flood AND harbour")));
}

// At ten in the evening of the second in UTC it is the third in Tokyo, and the article of the
// second is yesterday's there.
TEST_F(SearcherTest, TheAskersZoneSaysWhichDayIsYesterdayForThatCallAlone) {
  const FixedClock clock(std::chrono::sys_days{std::chrono::year(2020) / 3 / 2} +
                         std::chrono::hours(22));
  auto searcher = Searcher::open({index_.place()}, clock);
  ASSERT_TRUE(searcher);
  Request request = words("flood date:yesterday");
  request.zone_offset = std::chrono::hours(9);
  EXPECT_THAT(ids(searcher->search(request).value()), ElementsAre("new"));
  request.zone_offset.reset();
  EXPECT_THAT(ids(searcher->search(request).value()), IsEmpty());
}

}  // namespace
}  // namespace dateline::search
