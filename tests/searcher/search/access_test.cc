// Who may see what: articles that name groups are as good as not there for everybody else, in
// whatever a Searcher is asked; and so are, for all, articles that are withheld, canceled or under
// embargo.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/schema/article_json.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::HasSubstr;
using testing::make_article;
using ::testing::Not;
using testing::SmallIndex;
using ::testing::UnorderedElementsAre;

// Only hidden articles have words that begin so: bodies, headlines, names, sources, tags.
constexpr const char* kSecret = "zebedee";

Article named(Article article, EntityType type, const std::string& name) {
  article.entities.push_back({type, name, 1, {name}});
  return article;
}

constexpr std::chrono::sys_seconds kNow{std::chrono::sys_days{std::chrono::year(2020) / 3 / 1}};

// Why articles are hidden from who is in none of their groups.
enum class Hiding { kGroups, kWithheld, kCanceled, kEmbargo };

void hide(Article& article, Hiding hiding) {
  switch (hiding) {
    case Hiding::kGroups:
      article.access = {"board"};
      return;
    case Hiding::kWithheld:
      article.status = ArticleStatus::kWithheld;
      return;
    case Hiding::kCanceled:
      article.status = ArticleStatus::kCanceled;
      return;
    case Hiding::kEmbargo:
      article.embargo = Timestamp::parse("2020-03-01T00:00:01Z");
      return;
  }
}

// One of each kind of place where a secret may stand, hidden.
std::vector<Article> hidden_articles(Hiding hiding) {
  std::vector<Article> out;
  for (int i = 0; i < 30; ++i) {
    Article article =
        make_article("hidden" + std::to_string(i), "Zebedees merge with harbour works",
                     "The Zebedeeville harbour plan, a zebedee-deal, is secret.", "2020-02-02");
    article.source = "Zebedee Wire";
    article.section = "Zebedeenews";
    article.tags = {"zebedeetag"};
    article.byline = {"Ann Zebedee"};
    article.url = "https://zebedee.example/" + std::to_string(i);
    article = named(article, EntityType::kPerson, "Ann Zebedee");
    article = named(article, EntityType::kOrganisation, "Zebedee Group");
    article = named(article, EntityType::kPlace, "Zebedeeville");
    hide(article, hiding);
    out.push_back(article);
  }
  return out;
}

class AccessTest : public ::testing::Test {
 protected:
  explicit AccessTest(Hiding hiding = Hiding::kGroups) {
    for (const Article& article : hidden_articles(hiding)) index_.put(article);
    index_.commit();
    Article open = make_article("open", "Harbour plan is public", "A zeb grazes by the harbour.",
                                "2020-01-01");
    open.source = "Open Wire";
    index_.put(named(open, EntityType::kPerson, "Ann Zebrowski"));
    Article desk = make_article("desk", "Harbour desk note", "The harbour desk notes a thing.");
    desk.access = {"desk", "editors"};
    index_.put(desk);
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}, clock_).value());
  }

  static Request asking(const std::string& query, std::vector<std::string> groups) {
    Request request;
    request.query = query;
    request.groups = std::move(groups);
    return request;
  }

  std::vector<std::string> ids(const Request& request) {
    std::vector<std::string> out;
    const auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    for (const Hit& hit : answer->hits) out.push_back(hit.article.id);
    return out;
  }

  SmallIndex index_;
  const FixedClock clock_{kNow};
  std::unique_ptr<Searcher> searcher_;
};

class HiddenTest : public AccessTest, public ::testing::WithParamInterface<Hiding> {
 protected:
  HiddenTest() : AccessTest(GetParam()) {}
};

INSTANTIATE_TEST_SUITE_P(Each, HiddenTest,
                         ::testing::Values(Hiding::kGroups, Hiding::kWithheld, Hiding::kCanceled,
                                           Hiding::kEmbargo));

TEST_F(AccessTest, AnAskerSeesWhatIsEverybodysAndWhatIsHisGroups) {
  EXPECT_THAT(ids(asking("harbour", {})), UnorderedElementsAre("open"));
  EXPECT_THAT(ids(asking("harbour", {"desk"})), UnorderedElementsAre("open", "desk"));
  EXPECT_THAT(ids(asking("harbour", {"Desk", "des"})), UnorderedElementsAre("open"));
  Request all = asking("harbour", {});
  all.groups.reset();
  EXPECT_EQ(searcher_->search(all)->total.value, 32U);
  EXPECT_EQ(searcher_->search(asking("harbour", {"board", "editors"}))->total.value, 32U);
}

TEST_P(HiddenTest, CountsAndFacetsAreOfWhatTheAskerSees) {
  Request count = asking("harbour", {});
  count.count_only = true;
  EXPECT_EQ(searcher_->search(count)->total.value, 1U);
  Request facets = asking("harbour", {});
  facets.facets = {*facet_from("source:10"), *facet_from("person:10")};
  const auto answer = searcher_->search(facets);
  ASSERT_TRUE(answer) << answer.error().to_string();
  ASSERT_EQ(answer->facets[0].values.size(), 1U);
  EXPECT_EQ(answer->facets[0].values[0].value, "Open Wire");
  ASSERT_EQ(answer->facets[1].values.size(), 1U);
}

TEST_P(HiddenTest, AHiddenArticleIsNotThere) {
  CallOptions everybody;
  everybody.groups.emplace();
  const Error hidden = searcher_->article("hidden1", everybody).error();
  EXPECT_EQ(hidden.code, ErrorCode::kNotFound);
  EXPECT_EQ(searcher_->article("https://zebedee.example/1", everybody).error().code,
            ErrorCode::kNotFound);
  CallOptions all;
  all.all_statuses = true;
  EXPECT_TRUE(searcher_->article("hidden1", all));
  EXPECT_EQ(searcher_->explain(asking("harbour", {}), "hidden1").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(searcher_->entity("Ann Zebedee", everybody).error().code, ErrorCode::kNotFound);
}

TEST_P(HiddenTest, CopiesAndLikeArticlesThatAreHiddenAreNotTold) {
  CallOptions everybody;
  everybody.groups.emplace();
  EXPECT_EQ(searcher_->story("hidden1", everybody).error().code, ErrorCode::kNotFound);
  Request request = asking("", {});
  EXPECT_EQ(searcher_->similar("hidden1", request).error().code, ErrorCode::kNotFound);
  for (const auto& like :
       {searcher_->similar("open", request),
        searcher_->similar_to_draft("A zebedee plan of the harbour works.", request)}) {
    ASSERT_TRUE(like) << like.error().to_string();
    for (const Hit& hit : like->hits) EXPECT_THAT(hit.article.id, Not(HasSubstr("hidden")));
  }
}

TEST_F(AccessTest, WhatIsWithheldIsShownToWhoAsksForAllStatuses) {
  SmallIndex index;
  int at = 0;
  for (const Hiding hiding : {Hiding::kWithheld, Hiding::kCanceled, Hiding::kEmbargo}) {
    Article article = make_article("it" + std::to_string(++at), "Harbour", "Ships.");
    article.access = {"desk"};
    hide(article, hiding);
    index.put(article);
  }
  index.close();
  Searcher searcher = Searcher::open({index.place()}, clock_).value();
  Request request = asking("harbour", {"desk"});
  request.collapse = Collapse::kNone;
  EXPECT_EQ(searcher.search(request)->total.value, 0U);
  request.all_statuses = true;
  EXPECT_EQ(searcher.search(request)->total.value, 3U);
  request.groups = std::vector<std::string>();
  EXPECT_EQ(searcher.search(request)->total.value, 0U) << "groups count all the same";
  request.groups.reset();
  EXPECT_EQ(searcher.search(request)->total.value, 3U);
  request.all_statuses = false;
  EXPECT_EQ(searcher.search(request)->total.value, 0U) << "for who sees every group, too";
}

// A clock that a test puts forward.
class MovingClock final : public Clock {
 public:
  std::chrono::sys_seconds now() const override { return now_; }
  std::chrono::minutes local_offset() const override { return std::chrono::minutes(0); }
  void pass(std::chrono::seconds time) { now_ += time; }

 private:
  std::chrono::sys_seconds now_ = kNow;
};

TEST_F(AccessTest, AnEmbargoEndsByTheClockAlone) {
  SmallIndex index;
  for (const int second : {10, 20}) {
    Article article = make_article("at" + std::to_string(second), "Harbour", "Ships.");
    article.embargo = Timestamp::parse("2020-03-01T00:00:" + std::to_string(second) + "Z");
    index.put(article);
    index.commit();
  }
  index.close();
  MovingClock clock;
  Searcher searcher = Searcher::open({index.place()}, clock).value();
  const auto found = [&] {
    Request request;
    request.query = "harbour";
    request.collapse = Collapse::kNone;
    return searcher.search(request)->total.value;
  };
  EXPECT_EQ(found(), 0U);
  EXPECT_EQ(searcher.changes_at(), kNow + std::chrono::seconds(10));
  clock.pass(std::chrono::seconds(9));
  EXPECT_EQ(found(), 0U);
  clock.pass(std::chrono::seconds(1));
  EXPECT_EQ(found(), 1U);
  EXPECT_EQ(searcher.changes_at(), kNow + std::chrono::seconds(20));
  clock.pass(std::chrono::seconds(10));
  EXPECT_EQ(found(), 2U);
  EXPECT_EQ(searcher.changes_at(), std::nullopt);
}

TEST_F(AccessTest, OneArticleMayBecomeHiddenAndSeenAgain) {
  EXPECT_THAT(ids(asking("grazes", {})), UnorderedElementsAre("open"));
  SmallIndex changing;
  Article article = make_article("it", "Harbour", "Ships.");
  changing.put(article);
  changing.commit();
  Searcher searcher = Searcher::open({changing.place()}).value();
  EXPECT_EQ(searcher.search(asking("harbour", {}))->total.value, 1U);
  article.access = {"board"};
  changing.put(article);
  changing.commit();
  EXPECT_EQ(searcher.search(asking("harbour", {}))->total.value, 0U);
  EXPECT_EQ(searcher.search(asking("harbour", {"board"}))->total.value, 1U);
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// All that an answer says but for what was asked.
std::string told(const Answer& answer) {
  std::string out;
  for (const Hit& hit : answer.hits) out += schema::to_json(hit.article) + hit.snippet + "\n";
  for (const Suggestion& offer : answer.suggestions) out += offer.text + offer.query + "\n";
  for (const Facet& facet : answer.facets) {
    for (const FacetValue& value : facet.values) out += value.value + "\n";
  }
  for (const Notice& notice : answer.notices) out += notice.text + "\n";
  return lower(out);
}

std::string told(const Explanation& explanation) {
  std::string out = explanation.rewritten + explanation.xapian;
  for (const TermCount& term : explanation.terms) out += term.term + "\n";
  for (const Notice& notice : explanation.notices) out += notice.text + "\n";
  return lower(out);
}

TEST_P(HiddenTest, NoAnswerToAQuestionTellsASecret) {
  for (const std::string query : {"zeb*",
                                  "ze*",
                                  "*ebed*",
                                  "z?bedee*",
                                  "zebed",
                                  "zebede~",
                                  "zebedie~2",
                                  "harbour OR zebed*",
                                  "headline:zeb*",
                                  "source:zeb*",
                                  "person:\"Ann Zebedie\"",
                                  "person:zebedi",
                                  "entity:zebedi",
                                  "org:\"zebede group\"",
                                  "\"zeb* plan\"",
                                  "harbour NEAR/5 z*",
                                  "tag:z*",
                                  "by:zebedi",
                                  "harbur",
                                  "harbour zebedie",
                                  "annn zebedi"}) {
    for (const Match match : {Match::kAll, Match::kAny}) {
      Request request = asking(query, {"desk"});
      request.match = match;
      request.limit = 100;
      request.facets.clear();
      for (const char* name : {"person:100", "org:100", "place:100", "source:100", "section:100"}) {
        request.facets.push_back(*facet_from(name));
      }
      const auto answer = searcher_->search(request);
      ASSERT_TRUE(answer) << query << answer.error().to_string();
      EXPECT_THAT(told(*answer), Not(HasSubstr(kSecret))) << query;
      const auto explanation = searcher_->explain(request);
      ASSERT_TRUE(explanation) << query << explanation.error().to_string();
      EXPECT_THAT(told(*explanation), Not(HasSubstr(kSecret))) << query;
    }
  }
}

TEST_P(HiddenTest, NoCompletionOrProfileTellsASecret) {
  CallOptions everybody;
  everybody.groups.emplace();
  std::string told_all;
  for (const std::string typed :
       {"z", "ze", "zeb", "zebe", "zebed", "zebedi", "ann z", "ann zebedee", "harbour z",
        "harbour ", "the z", "me", "merge w", "ann "}) {
    const auto completions = searcher_->suggest(typed, 100, everybody);
    ASSERT_TRUE(completions) << completions.error().to_string();
    for (const Completion& one : *completions) told_all += lower(one.text) + "\n";
  }
  // What was typed comes back in front of completions; the secret part of it does not go on.
  EXPECT_THAT(told_all, Not(HasSubstr("zebedees")));
  EXPECT_THAT(told_all, Not(HasSubstr("zebedeeville")));
  EXPECT_THAT(told_all, Not(HasSubstr("zebedee-")));
  EXPECT_THAT(told_all, Not(HasSubstr("zebedee "))) << "the group";
  EXPECT_THAT(told_all, Not(HasSubstr(kSecret)));
  EXPECT_THAT(told_all, HasSubstr("ann zebrowski")) << "what may be told is";
  Request request = asking("", {"desk"});
  request.by = Span::kDay;
  const auto trend = searcher_->trend({"zeb*", "harbour"}, request);
  ASSERT_TRUE(trend) << trend.error().to_string();
  EXPECT_EQ(trend->series[0].total, 1U);
  ASSERT_EQ(trend->series[1].buckets.size(), 1U) << "the days of hidden articles are no range";
  EXPECT_EQ(trend->series[1].buckets[0].all, 1U);
  const auto profile = searcher_->entity("Ann Zebrowski", everybody);
  ASSERT_TRUE(profile) << profile.error().to_string();
  EXPECT_EQ(profile->articles, 1U);
  for (const Associate& one : profile->associates)
    EXPECT_THAT(lower(one.name), Not(HasSubstr(kSecret)));
}

}  // namespace
}  // namespace dateline::search
