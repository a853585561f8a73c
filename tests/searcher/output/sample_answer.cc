#include "tests/searcher/output/sample_answer.h"

namespace dateline::testing {

Article sample_article() {
  Article article;
  article.id = "u123";
  article.url = "https://news.example/bridge";
  article.source = "The Tidewater Post";
  article.headline = "Bridge “closed” after storm";
  article.standfirst = "Engineers fear for its pillars.";
  article.byline = {"Ann Lee", "Bo Ødegaard"};
  article.section = "City";
  article.published = Timestamp::parse("2024-03-02T23:30:00-05:00");
  article.language = "en";
  article.tags = {"storm", "public works"};
  article.body =
      "The harbour bridge was closed on Friday night, when the storm of the century had gone over "
      "the town and its people.\n\nTickets <b>are</b> refunded.";
  article.entities = {{EntityType::kPerson, "Ann Lee", 2, {"Ann Lee", "Lee"}},
                      {EntityType::kPlace, "Tidewater", 1, {"Tidewater"}}};
  return article;
}

search::Answer sample_answer() {
  search::Answer answer;
  answer.query = "harbour bridge";
  answer.parsed = "(harbour AND bridge)";
  answer.took = std::chrono::milliseconds(4);
  answer.total = {1234, search::TotalRelation::kEstimate};
  answer.notices = {{"expansion-cut", "elect* stands for its 256 most frequent words"}};
  search::Hit full;
  full.rank = 1;
  full.score = 12.5;
  full.article = sample_article();
  full.article.body.clear();
  full.snippet =
      "The <mark>harbour bridge</mark> was closed on Friday night, when the storm of the century "
      "had gone over the town. &lt;b&gt;Tickets&lt;/b&gt; &amp; times are on the "
      "<mark>bridge</mark>.";
  full.marked.headline = "<mark>Bridge</mark> “closed” after storm";
  answer.hits.push_back(full);
  // A flash: nothing but what every article has, and a name that tries to take over the terminal.
  search::Hit bare;
  bare.rank = 2;
  bare.score = 0.25;
  bare.article.id = "p456";
  bare.article.headline = "Flash\x1b[31m red \u202Eback";
  answer.hits.push_back(bare);
  answer.significant = {{"Ann Lee", search::Significant::Kind::kPerson, 40, 12.5},
                        {"pillars", search::Significant::Kind::kWord, 1200, 8.25}};
  answer.next = "01abcdef";
  return answer;
}

search::Explanation sample_explanation() {
  search::Explanation explanation;
  explanation.query = "harbour bridge";
  explanation.parsed = "(harbour AND bridge)";
  explanation.rewritten = "(stem:harbour AND stem:bridg)";
  explanation.xapian = "Query((Zharbour AND Zbridg))";
  explanation.terms = {{"Zharbour", 12345}, {"Zbridg", 7}};
  explanation.notices = {{"stop-word", "\"the\" is optional"}};
  explanation.article =
      search::ArticleScore{"u123", 12.5, {{"stem bridg", 8.25}, {"stem harbour", 4.25}}};
  return explanation;
}

search::Completions sample_completions() {
  using Kind = search::Completion::Kind;
  return {"har",
          {{"harbour", Kind::kWord, 12345},
           {"Harlan Voss", Kind::kPerson, 7},
           {"Harbour Board", Kind::kOrganisation, 3},
           {"Harrow Vale", Kind::kPlace, 2},
           {"Harbour bridge “closed”", Kind::kHeadline, 1}}};
}

search::EntityProfile sample_profile() {
  search::EntityProfile profile;
  profile.name = "Ann Lee";
  profile.type = EntityType::kPerson;
  profile.forms = {{"Ann Lee", 1200}, {"Lee", 34}};
  profile.articles = 1234;
  profile.first = "2024-02-29";
  profile.last = "2024-04-01";
  profile.months = {{"2024-02-01", 1}, {"2024-03-01", 1200}, {"2024-04-01", 33}};
  profile.associates = {{"Tidewater", EntityType::kPlace, 40, 12.5}};
  profile.others = {{"Bob Lee", EntityType::kPerson, 1}};
  profile.notices = {{"stop-word", "\"the\" is optional"}};
  return profile;
}

search::Trend sample_trend() {
  search::Trend trend;
  trend.series = {{"harbour",
                   1234,
                   2,
                   {{"2019-12-01", 10, 100, false},
                    {"2020-01-01", 1200, 2400, true},
                    {"2020-02-01", 0, 0, false},
                    {"2020-03-01", 22, 100, false}}},
                  {"=bridge <\"b\">",
                   1,
                   0,
                   {{"2019-12-01", 0, 100, false},
                    {"2020-01-01", 0, 2400, false},
                    {"2020-02-01", 0, 0, false},
                    {"2020-03-01", 1, 100, false}}}};
  trend.notices = {{"undated", "articles without a date are in no span of time"}};
  return trend;
}

}  // namespace dateline::testing
