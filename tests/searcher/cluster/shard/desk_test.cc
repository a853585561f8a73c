#include "searcher/cluster/shard/desk.h"

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <string>

#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/query/query.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::cluster::desk_test {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;

class DeskTest : public ::testing::Test {
 protected:
  DeskTest() {
    index_.put(make_article("a1", "Harbour strike", "The treaty of the harbour.", "2020-01-06"));
    index_.put(make_article("a2", "Treaty signed", "A treaty was signed.", "2021-03-01"));
    Article secret = make_article("a3", "Secret", "The treaty names zebedee.");
    secret.access = {"board"};
    index_.put(secret);
    index_.commit();
    auto reader = store::IndexReader::open({index_.place()});
    EXPECT_TRUE(reader);
    desk_ = std::make_unique<Desk>(index_.place(), std::move(*reader));
  }

  static wire::Question question(std::optional<std::vector<std::string>> groups = {}) {
    search::CallOptions asked;
    asked.groups = std::move(groups);
    wire::Question out;
    *out.mutable_call() = message_of(asked, {}, std::chrono::milliseconds(2'000));
    return out;
  }

  wire::Answer ask(const wire::Question& asked) {
    wire::Answer answer;
    EXPECT_TRUE(answer.ParseFromString(desk_->answer(asked.SerializeAsString(), 0)));
    return answer;
  }

  static query::Plan plan_for(std::string_view text) {
    Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
    return query::compile(text, {}, db)->plan;
  }

  SmallIndex index_;
  std::unique_ptr<Desk> desk_;
};

TEST_F(DeskTest, TellsOfTermsHowManyArticlesHaveThemAndWhetherTheyAreShown) {
  wire::Question asked = question(std::vector<std::string>{});
  asked.mutable_terms()->set_shows(true);
  for (const char* term : {"Ztreati", "Zzebede", "Znone"}) asked.mutable_terms()->add_terms(term);
  const wire::Answer answer = ask(asked);
  ASSERT_EQ(answer.terms().terms_size(), 3);
  EXPECT_EQ(answer.terms().terms(0).articles(), 3U);
  EXPECT_TRUE(answer.terms().terms(0).shown());
  EXPECT_EQ(answer.terms().terms(1).articles(), 1U);
  EXPECT_FALSE(answer.terms().terms(1).shown());
  EXPECT_EQ(answer.terms().terms(2).articles(), 0U);
}

TEST_F(DeskTest, AListHasWhatTheAskerMaySeeInItsOrder) {
  wire::Question asked = question(std::vector<std::string>{});
  wire::ListQuestion& list = *asked.mutable_list();
  *list.mutable_matching() = message_of(Matching{plan_for("treaty"), std::nullopt});
  list.set_sort(static_cast<std::uint32_t>(search::Sort::kNewest));
  list.set_limit(10);
  const wire::Answer hidden = ask(asked);
  EXPECT_EQ(hidden.list().entries_size(), 2);
  EXPECT_EQ(hidden.list().total().value(), 2U);
  EXPECT_LT(hidden.list().entries(0).first(), hidden.list().entries(1).first());
  *asked.mutable_call() = question().call();
  EXPECT_EQ(ask(asked).list().entries_size(), 3);
}

TEST_F(DeskTest, HitsAreThoseUnderItsOwnToken) {
  wire::Question facts = question();
  facts.mutable_facts();
  const std::uint64_t token = ask(facts).facts().token();
  wire::Question asked = question();
  *asked.mutable_hits()->mutable_plan() = message_of(plan_for("treaty"));
  asked.mutable_hits()->set_snippet_chars(100);
  for (const std::uint64_t one : {token + 1, token}) {
    wire::HitsQuestion::Documents& documents = *asked.mutable_hits()->add_documents();
    documents.set_token(one);
    documents.add_documents(one == token ? 2 : 1);
  }
  const wire::Answer answer = ask(asked);
  ASSERT_EQ(answer.hits().hits_size(), 1);
  EXPECT_NE(answer.hits().hits(0).head().find("Treaty signed"), std::string::npos);
  EXPECT_NE(answer.hits().hits(0).snippet().find("<mark>treaty</mark>"), std::string::npos);
}

TEST_F(DeskTest, WhatMakesNoSenseIsAFailureAndNoMore) {
  wire::Answer answer;
  ASSERT_TRUE(answer.ParseFromString(desk_->answer("\xFF\xFF no message", 0)));
  EXPECT_TRUE(answer.has_failure());
  wire::Question list = question();
  list.mutable_list()->mutable_matching()->mutable_plan()->set_kind(99);
  EXPECT_TRUE(ask(list).has_failure());
  list = question();
  *list.mutable_list()->mutable_matching() = message_of(Matching{plan_for("treaty"), {}});
  list.mutable_list()->set_sort(17);
  EXPECT_TRUE(ask(list).has_failure());
  wire::Question facts = question();
  facts.mutable_facts();
  wire::Question hits = question();
  *hits.mutable_hits()->mutable_plan() = message_of(plan_for("treaty"));
  wire::HitsQuestion::Documents& documents = *hits.mutable_hits()->add_documents();
  documents.set_token(ask(facts).facts().token());
  documents.add_documents(std::numeric_limits<std::uint32_t>::max());
  EXPECT_TRUE(ask(hits).has_failure());
  wire::Question facets = question();
  *facets.mutable_facets()->add_groups()->mutable_matching() =
      message_of(Matching{plan_for("treaty"), {}});
  facets.mutable_facets()->mutable_groups(0)->add_facets()->set_field(60'000);
  EXPECT_TRUE(ask(facets).has_failure());
  EXPECT_FALSE(ask(question()).has_failure());
}

TEST_F(DeskTest, TellsWhetherAnythingIsHiddenFromWhoeverAsks) {
  wire::Question facts = question();
  facts.mutable_facts();
  EXPECT_FALSE(ask(facts).facts().hides());
  Article withheld = make_article("a5", "Withheld", "Nobody is to know of quintilla.");
  withheld.status = ArticleStatus::kWithheld;
  index_.put(withheld);
  index_.commit();
  auto reader = store::IndexReader::open({index_.place()});
  ASSERT_TRUE(reader);
  desk_ = std::make_unique<Desk>(index_.place(), std::move(*reader));
  EXPECT_TRUE(ask(facts).facts().hides());
}

TEST_F(DeskTest, ANewStateIsToldOf) {
  index_.put(make_article("a4", "Late", "Later."));
  index_.commit();
  wire::Question facts = question();
  facts.mutable_facts();
  EXPECT_TRUE(ask(facts).stale());
}

}  // namespace
}  // namespace dateline::cluster::desk_test
