// Completions of a beginning, and what is offered where nothing is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::Not;
using testing::SmallIndex;

class SuggestTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index_ = std::make_unique<SmallIndex>();
    for (int i = 0; i < 5; ++i)
      put("troops" + std::to_string(i), "Troops leave Iraq", "Mark Esper");
    put("vote", "Parliament votes on troops", "Recep Tayyip Erdoğan");
    put("again", "Parliament votes on troops", "Mark Milley");
    put("gone", "Parliament vetoes everything", "Mark Zed");
    index_->remove("gone");
    index_->close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_->place()}).value());
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    index_.reset();
  }

  static void put(const std::string& id, const std::string& headline, const std::string& person) {
    Article article = make_article(id, headline, "A trooper of a non-binding tribe: " + person);
    article.entities = {
        {EntityType::kPerson, person, 1, {person, person.substr(person.rfind(' ') + 1)}},
        {EntityType::kPlace, "Iraq", 1, {"Iraq"}}};
    index_->put(article);
  }

  static std::vector<Completion> suggest(const std::string& typed, std::size_t limit = 10) {
    auto found = searcher_->suggest(typed, limit);
    EXPECT_TRUE(found) << found.error().to_string();
    return found ? std::move(*found) : std::vector<Completion>();
  }

  static std::vector<std::string> texts(const std::string& typed, Completion::Kind kind) {
    std::vector<std::string> out;
    for (const Completion& one : suggest(typed)) {
      if (one.kind == kind) out.push_back(one.text);
    }
    return out;
  }
  static std::vector<std::string> words(const std::string& typed) {
    return texts(typed, Completion::Kind::kWord);
  }
  static std::vector<std::string> persons(const std::string& typed) {
    return texts(typed, Completion::Kind::kPerson);
  }
  static std::vector<std::string> headlines(const std::string& typed) {
    return texts(typed, Completion::Kind::kHeadline);
  }

  static std::unique_ptr<SmallIndex> index_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<SmallIndex> SuggestTest::index_;
std::unique_ptr<Searcher> SuggestTest::searcher_;

TEST_F(SuggestTest, WordsComeMostFrequentFirst) {
  EXPECT_THAT(words("tr"), ElementsAre("tribe", "trooper", "troops"));
  EXPECT_THAT(words("TROOP"), ElementsAre("trooper", "troops"));
  EXPECT_THAT(words("zzz"), IsEmpty());
}

TEST_F(SuggestTest, ACompoundIsOfferedAsItIsWritten) {
  EXPECT_THAT(words("non"), ElementsAre("non", "non-binding"));
}

TEST_F(SuggestTest, WhatHasGoneIsNotOffered) {
  EXPECT_THAT(words("vetoe"), IsEmpty());
  EXPECT_THAT(persons("zed"), IsEmpty());
  EXPECT_THAT(headlines("parliament ve"), IsEmpty());
}

TEST_F(SuggestTest, StopWordsAreNoCompletions) { EXPECT_THAT(words("o"), IsEmpty()); }

TEST_F(SuggestTest, AccentsAndCaseAreIgnored) {
  EXPECT_THAT(words("erdoğ"), ElementsAre("erdogan"));
  EXPECT_THAT(persons("ERDO"), ElementsAre("Recep Tayyip Erdoğan"));
}

TEST_F(SuggestTest, NamesAreFoundByTheirBeginningAndByAnyOfTheirWords) {
  EXPECT_THAT(persons("mark e"), ElementsAre("Mark Esper"));
  EXPECT_THAT(persons("esp"), ElementsAre("Mark Esper"));
  EXPECT_THAT(persons("mark"), ElementsAre("Mark Esper", "Mark Milley"));
  EXPECT_THAT(texts("ira", Completion::Kind::kPlace), ElementsAre("Iraq"));
}

TEST_F(SuggestTest, HeadlinesThatBeginSoComeFirst) {
  EXPECT_THAT(headlines("troo"), ElementsAre("Troops leave Iraq", "Parliament votes on troops"));
  EXPECT_THAT(headlines("votes on tr"), ElementsAre("Parliament votes on troops"));
  EXPECT_THAT(headlines("iraq tro"), ElementsAre("Troops leave Iraq"));
  EXPECT_THAT(headlines("parliament "), ElementsAre("Parliament votes on troops"));
}

TEST_F(SuggestTest, AfterOtherWordsTheLastOneGoesOnInTheirCompany) {
  EXPECT_THAT(words("mark tri"), ElementsAre("mark tribe"));
  EXPECT_THAT(words("Milley esp"), IsEmpty());
}

TEST(SuggestAfterWordsTest, WhatHasAllTheWordsComesBeforeWordsAndNoStopWordIsOne) {
  SmallIndex index;
  for (int i = 0; i < 20; ++i) {
    index.put(make_article("by" + std::to_string(i), "Joe's day",
                           "Joe has been by the bay, but because of that he will be back before."));
  }
  Article biden = make_article("biden", "Joe Biden wins", "Joe Biden won by a bit.");
  biden.entities = {{EntityType::kPerson, "Joe Biden", 1, {"Joe Biden", "Biden"}}};
  index.put(biden);
  index.close();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher) << searcher.error().to_string();
  std::vector<std::string> texts;
  const auto completions = searcher->suggest("joe b");
  ASSERT_TRUE(completions) << completions.error().to_string();
  for (const Completion& one : *completions) texts.push_back(one.text);
  EXPECT_THAT(texts, ElementsAre("Joe Biden", "Joe Biden wins", "joe back", "joe bay", "joe biden",
                                 "joe bit"));
}

TEST_F(SuggestTest, OneTypingErrorIsTolerated) {
  EXPECT_THAT(words("trops"), Contains("troops"));
  EXPECT_THAT(words("tiroops"), ElementsAre("troops"));
  EXPECT_THAT(persons("epser"), ElementsAre("Mark Esper"));
  EXPECT_THAT(headlines("parlaiment v"), IsEmpty());  // in the word in hand alone
  EXPECT_THAT(headlines("parlaim"), ElementsAre("Parliament votes on troops"));
}

TEST_F(SuggestTest, CountsAreOfArticles) {
  for (const Completion& one : suggest("esper")) {
    const bool is_headline = one.kind == Completion::Kind::kHeadline;
    EXPECT_EQ(one.count, is_headline ? 1U : 5U) << one.text;
  }
}

TEST_F(SuggestTest, NothingTypedGivesNothingAndTooMuchIsRefused) {
  EXPECT_THAT(suggest(""), IsEmpty());
  EXPECT_THAT(suggest(" … "), IsEmpty());
  EXPECT_THAT(suggest("tr", 0), IsEmpty());
  EXPECT_EQ(suggest("tr", 2).size(), 2U);
  EXPECT_FALSE(searcher_->suggest("tr", kMaxCompletions + 1));
  EXPECT_FALSE(searcher_->suggest(std::string(kMaxBeginning + 1, 'a')));
  EXPECT_FALSE(searcher_->suggest("\xFF"));
}

// Several shards: of two of them all that has a word has gone.
class SuggestInShardsTest : public ::testing::Test {
 protected:
  SuggestInShardsTest() {
    fill(old_, {"Miners strike in Cornwall", "Miners return", "Miners stay"}, "Ann Mineral");
    fill(middle_, {"Gone miners"}, "Gone Minister");
    middle_.put(make_article("kept", "Nothing", "Nothing at all"));
    middle_.remove("Gone miners");
    fill(recent_, {"Miners vote", "Minerals found"}, "Bob Mineral");
    for (SmallIndex* index : {&old_, &middle_, &recent_}) index->close();
    searcher_ = std::make_unique<Searcher>(
        Searcher::open({old_.place(), middle_.place(), recent_.place()}).value());
  }

  static void fill(SmallIndex& index, const std::vector<std::string>& headlines,
                   const std::string& person) {
    for (const std::string& headline : headlines) {
      Article article = make_article(headline, headline, headline + " " + person);
      article.entities = {{EntityType::kPerson, person, 1, {person}}};
      index.put(article);
    }
  }

  std::vector<std::string> texts(const std::string& typed, Completion::Kind kind) {
    std::vector<std::string> out;
    const auto found = searcher_->suggest(typed, 20).value();
    for (const Completion& one : found) {
      if (one.kind == kind) out.push_back(one.text);
    }
    return out;
  }

  SmallIndex old_;
  SmallIndex middle_;
  SmallIndex recent_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SuggestInShardsTest, WordsOfAllAreOfferedButNotWhatHasGone) {
  EXPECT_THAT(texts("mine", Completion::Kind::kWord), ElementsAre("mineral", "miners", "minerals"));
  EXPECT_THAT(texts("minis", Completion::Kind::kWord), IsEmpty());
  EXPECT_THAT(texts("cornw", Completion::Kind::kWord), ElementsAre("cornwall"));
  EXPECT_THAT(texts("cornvall", Completion::Kind::kWord), ElementsAre("cornwall"));
  EXPECT_THAT(texts("strike in corn", Completion::Kind::kWord), ElementsAre("strike in cornwall"));
}

TEST_F(SuggestInShardsTest, NamesOfAllAreOfferedByAnyOfTheirWords) {
  EXPECT_THAT(texts("min", Completion::Kind::kPerson), ElementsAre("Ann Mineral", "Bob Mineral"));
  EXPECT_THAT(texts("gone m", Completion::Kind::kPerson), IsEmpty());
}

TEST_F(SuggestInShardsTest, OfEqualHeadlinesTheNewestShardsComeFirst) {
  EXPECT_THAT(
      texts("miners ", Completion::Kind::kHeadline),
      ElementsAre("Miners vote", "Miners stay", "Miners return", "Miners strike in Cornwall"));
}

TEST_F(SuggestInShardsTest, EachKindIsReadAsFarAsItIsShown) {
  for (const std::size_t limit : {1U, 2U, 3U, 5U, 7U, 20U}) {
    const auto found = searcher_->suggest("min", limit).value();
    EXPECT_EQ(found.size(), std::min<std::size_t>(limit, 10)) << limit;
  }
}

std::vector<std::string> offered(Searcher& searcher, const std::string& query,
                                 const std::string& from = {}) {
  Request request;
  request.query = query;
  request.from = from;
  const auto answer = searcher.search(request);
  EXPECT_TRUE(answer) << answer.error().to_string();
  std::vector<std::string> out;
  if (!answer) return out;
  for (const Suggestion& one : answer->suggestions) {
    out.push_back(one.query);
    request.query = one.query;
    EXPECT_GT(searcher.search(request)->total.value, 0U) << one.query;
  }
  return out;
}

TEST_F(SuggestTest, WhereNothingIsFoundWhatFindsSomethingIsOffered) {
  EXPECT_THAT(offered(*searcher_, "parlament vots"), Contains("parliament votes"));
  EXPECT_THAT(offered(*searcher_, "person:esder"), ElementsAre("person:esper"));
  EXPECT_THAT(offered(*searcher_, "\"troops votes\""),
              ElementsAre("(troops votes)", "troops OR votes"));
  EXPECT_THAT(offered(*searcher_, "troops qqqqqq"), ElementsAre("troops", "troops OR qqqqqq"));
  EXPECT_THAT(offered(*searcher_, "trops date:2031"), Contains("troops"));
  EXPECT_THAT(offered(*searcher_, "qqqqqq"), IsEmpty());
}

TEST_F(SuggestTest, NothingIsOfferedBesideHitsNorBeyondTheRange) {
  EXPECT_THAT(offered(*searcher_, "troops"), IsEmpty());
  EXPECT_THAT(offered(*searcher_, "parlament", "2031"), IsEmpty());
}

}  // namespace
}  // namespace dateline::search
