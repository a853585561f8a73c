// What is written → what it comes to, against a small index.
#include "searcher/query/rewrite/rewriter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher/query/small_index.h"

namespace dateline::query::rewriter_test {
namespace {

SmallIndex& index() {
  static SmallIndex index({
      {.headline = "Elections in Iraq", .body = "The elected walked. A non-binding vote."},
      {.headline = "Organisation",
       .body = "electing organization watergate state-sponsored Soleimani Suleimani",
       .day = "20200106",
       .source = "Agence France-Presse",
       .persons = {"Mark Esper", "Esper"}},
  });
  return index;
}

struct Case {
  std::string_view query;
  std::string_view plan;
};

void expect_plans(const std::vector<Case>& cases, Match match = Match::kAll) {
  for (const Case& row : cases) {
    EXPECT_EQ(index().compiled(row.query, match).rewritten, row.plan) << row.query;
  }
}

std::vector<std::string> codes(std::string_view query) {
  std::vector<std::string> out;
  for (const Notice& notice : index().compiled(query).notices) out.push_back(notice.code);
  return out;
}

TEST(Rewriter, WordsBecomeStemsAndExactOnesStay) {
  expect_plans({{"Troops", "[troop]"},
                {"=walked", "walked"},
                {"headline:troops", "headline:[troop]"},
                {"body:troops", "body:[troop]"},
                {"Iraq's", "[iraq]"},
                {"5,000", "[5000]"},
                {"x^3", "[x]^3"}});
}

TEST(Rewriter, StopWordsAreOptionalAmongOthers) {
  expect_plans({{"the war in iraq", "(([war] AND [iraq]) MAYBE [the]^0.3 MAYBE [in]^0.3)"},
                {"the", "[the]"},
                {"to be", "([to] AND [be])"},
                {"+the war", "([the] AND [war])"},
                {"the AND war", "([the] AND [war])"},
                {"war -the", "([war] AND NOT [the])"},
                {"=the war", "(the AND [war])"},
                {"the war OR peace", "(([war] MAYBE [the]^0.3) OR [peac])"},
                {"\"the war\"", "\"the war\""},
                {"headline:the war", "(headline:[the] AND [war])"}});
  expect_plans({{"the^2 war", "([war] MAYBE [the]^2)"}});
  expect_plans({{"the war", "([war] MAYBE [the]^0.3)"}, {"+a1 b1", "([a1] MAYBE [b1])"}},
               Match::kAny);
}

TEST(Rewriter, CapitalsOfAnAcronymMeanTheAcronym) {
  expect_plans({{"US troops", "([us.] AND [troop])"},
                {"U.S. troops", "([us.] AND [troop])"},
                {"us troops", "([us] AND [troop])"},
                {"\"US troops\"", "\"us. troops\""}});
}

TEST(Rewriter, CompoundsMeetTheirOtherSpellings) {
  expect_plans({{"non-binding", "(\"non binding\" OR [nonbind])"},
                {"nonbinding", "(\"non binding\" OR [nonbind])"},
                {"\"non binding\"", "(\"non binding\" OR nonbinding)"},
                {"\"non-binding vote\"", "\"(\"non binding\"|nonbinding) vote\""},
                {"statesponsored", "(\"state sponsored\" OR [statesponsor])"},
                {"\"state sponsored\"", "(\"state sponsored\" OR statesponsored)"},
                {"percent", "(\"per cent\" OR [percent])"},
                {"\"two per cent\"", "\"two (\"per cent\"|percent)\""},
                {"therapist", "[therapist]"},
                {"\"the rapist\"", "\"the rapist\""},
                {"=non-binding", "non-binding"}});
}

TEST(Rewriter, ACommonSolidWordIsNoCompoundOfItsPrefix) {
  std::vector<SmallArticle> articles(60, SmallArticle{.body = "a recent cent, a recast cast"});
  articles.resize(40);
  SmallIndex few(articles);
  EXPECT_EQ(few.compiled("recent").rewritten, "(\"re cent\" OR [recent])");
  articles.resize(60, articles.front());
  SmallIndex many(articles);
  EXPECT_EQ(many.compiled("recent").rewritten, "[recent]");
  EXPECT_EQ(many.compiled("\"re cent\"").rewritten, "\"re cent\"");
  articles.push_back({.body = "They re-cast the play."});
  SmallIndex hyphenated(articles);
  EXPECT_EQ(hyphenated.compiled("recast").rewritten, "(\"re cast\" OR [recast])");
}

SmallIndex& british_and_american() {
  static SmallIndex index({
      {.body = "The centre of labour favours a colour-blind defence; Gray travelled by F-35."},
      {.body = "The center of labor favors a color scheme; AT&T and COVID-19 at the U.S. border."},
      {.body = "state-of-the-art organization", .persons = {"Ann Grey"}, .tags = {"Defence"}},
  });
  return index;
}

void expect_spelled(const std::vector<Case>& cases) {
  for (const Case& row : cases) {
    EXPECT_EQ(british_and_american().compiled(row.query).rewritten, row.plan) << row.query;
  }
}

TEST(Rewriter, BothSpellingsAreLookedForWhereTheIndexHasThem) {
  expect_spelled({{"labour", "[labour|labor]"},
                  {"favoring", "[favor|favour]"},
                  {"centre", "[centr|center]"},
                  {"defense", "[defens|defenc]"},
                  {"organisation", "[organis|organ]"},
                  {"honour", "[honour]"},
                  {"\"labour favors\"", "\"{labour|labor} {favors|favours}\""},
                  {"labor NEAR/3 center", "({labor|labour} NEAR/3 {center|centre})"},
                  {"colorblind", "[colorblind|colourblind]"},
                  {"body:labor", "body:[labor|labour]"},
                  {"tag:defense", "tag:{defense|defence}"}});
}

TEST(Rewriter, ExactFormsPatternsAndNamesKeepTheirSpelling) {
  expect_spelled({{"=labour", "labour"},
                  {"lab*", "{labor|labour}"},
                  {"person:gray", "person:gray"},
                  {"by:gray", "by:gray"}});
  british_and_american().spelling = Spelling::kExact;
  expect_spelled({{"labour", "[labour]"}, {"\"labor favors\"", "\"labor favors\""}});
  british_and_american().spelling = Spelling::kBoth;
}

TEST(Rewriter, CompoundsOfManyPartsMeetWhereTheIndexHasThemHyphenated) {
  SmallIndex many({{.body = "a state-of-the-art jack-in-the-box, her mother-in-law, 19-year-old"},
                   {.body = "stateless"}});
  const std::vector<Case> cases{
      {"state-of-the-art", "(\"state of the art\" OR [stateoftheart])"},
      {"stateoftheart", "(\"state of the art\" OR [stateoftheart])"},
      {"\"state of the art\"", "(\"state of the art\" OR stateoftheart)"},
      {"\"a state of the art work\"", "\"a (\"state of the art\"|stateoftheart) work\""},
      {"motherinlaw", "(\"mother in law\" OR [motherinlaw])"},
      {"\"mother in law\"", "(\"mother in law\" OR motherinlaw)"},
      {"\"19 year old\"", "(\"19 year old\" OR 19yearold)"},
      {"\"state of the\"", "\"state of the\""},
      {"stateofthe", "[stateofth]"},
      {"statelessness", "[stateless]"}};
  for (const Case& row : cases) EXPECT_EQ(many.compiled(row.query).rewritten, row.plan);
}

TEST(Rewriter, SignsInsideAWordDoNotHideIt) {
  expect_spelled({{"AT&T", "[at&t|att]"},
                  {"at&t", "[at&t|att]"},
                  {"ATT", "[att]"},
                  {"covid19", "(\"covid 19\" OR [covid19])"},
                  {"\"covid 19\"", "(\"covid 19\" OR covid19)"},
                  {"f35", "(\"f 35\" OR [f35])"},
                  {"\"the f 35\"", "\"the (\"f 35\"|f35)\""},
                  {"g7", "[g7]"},
                  {"U. S. border", "([us.] AND [border])"},
                  {"l'Oréal", "[oreal|loreal]"}});
}

TEST(Rewriter, WildcardsAndFuzzyWordsBecomeWordsOfTheIndex) {
  expect_plans({{"elect*", "{elected|electing|elections}"},
                {"headline:elect*", "headline:elections"},
                {"organi?ation", "{organisation|organization}"},
                {"*gate", "watergate"},
                {"\"elect* walked\"", "\"{elected|electing|elections} walked\""},
                {"Soleimani~", "{soleimani|suleimani}"},
                {"Soleimani~1", "{soleimani|suleimani}"},
                {"xyzzy*", "nothing"},
                {"person:esp*", "person:esper"}});
}

TEST(Rewriter, ExpansionsAreCutToTheMostFrequentAndSaid) {
  SmallIndex many({{.body = "ab1 ab2 ab3 ab4"}, {.body = "ab3 ab4"}, {.body = "ab4"}});
  many.max_expansions = 2;
  const CompiledQuery compiled = many.compiled("ab*");
  EXPECT_EQ(compiled.rewritten, "{ab4|ab3}");
  ASSERT_EQ(compiled.notices.size(), 1U);
  EXPECT_EQ(compiled.notices[0].text,
            "“ab*” stands for 4 words; the 2 most frequent were looked for and 2 left out");
}

TEST(Rewriter, NegationAloneIsEverythingButAndSaid) {
  expect_plans({{"date:2020 NOT iraq", "(date:2020-01-01..2020-12-31 AND NOT [iraq])"},
                {"-iraq", "(* AND NOT [iraq])"},
                {"iran OR NOT iraq", "([iran] OR (* AND NOT [iraq]))"},
                {"NOT (NOT iraq)", "[iraq]"}});
  EXPECT_EQ(codes("-iraq"), std::vector<std::string>{"everything-but"});
  EXPECT_TRUE(codes("date:2020 NOT iraq").empty());
}

TEST(Rewriter, FieldsHoldWordsValuesAndNames) {
  expect_plans({{"source:agence", "source:agence"},
                {"tag:war", "tag:war"},
                {"lang:en_GB", "lang:<en-gb>"},
                {"id:A:1", "id:<A:1>"},
                {"person:esper", "person:esper"},
                {"person:\"mark esper\"", "person:<mark esper>"},
                {"person:\"Esper Mark\"", "(person:esper AND person:mark)"},
                {"entity:esper", "(person:esper OR org:esper OR place:esper)"},
                {"date:7d", "date:2020-01-04..2020-01-10"}});
}

TEST(Rewriter, AddressesAreWholeOrHostOrWords) {
  expect_plans({{"url:https://TheHill.com/a?utm_source=x", "url:<//thehill.com/a>"},
                {"url:pentagon", "url:pentagon"},
                {"url:www.TheHill.com", "(url:thehill.com OR url:\"thehill com\")"},
                {"url:\"onward movement\"", "url:\"onward movement\""}});
}

TEST(Rewriter, SignsWithoutWordsAreLeftOutAndSaid) {
  expect_plans({{"iraq & iran", "([iraq] AND [iran])"},
                {"who is he?", "([he] MAYBE [who]^0.3 MAYBE [is]^0.3)"}});
  EXPECT_EQ(codes("iraq & iran"), std::vector<std::string>{"no-word"});
  EXPECT_EQ(codes("is it troops?"), std::vector<std::string>{"question-mark"});
}

TEST(Rewriter, APlainWordIsOnePostingList) {
  EXPECT_EQ(index().compiled("troops").terms, std::vector<std::string>{"Ztroop"});
  EXPECT_EQ(index().compiled("body:troops").terms, (std::vector<std::string>{"XOtroop", "Ztroop"}));
}

}  // namespace
}  // namespace dateline::query::rewriter_test
