// Queries and texts through a whole search: what of the text is marked.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/strings.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

struct MarkCase {
  const char* query;
  const char* text;
  const char* marked;  // with [ and ] around what is marked
};

Hit hit_of(const std::string& query, const Article& article) {
  testing::SmallIndex index;
  index.put(article);
  index.commit();
  auto searcher = Searcher::open({index.place()});
  EXPECT_TRUE(searcher) << searcher.error().message;
  Request request;
  request.query = query;
  request.snippet_chars = 10'000;
  const auto answer = searcher->search(request);
  EXPECT_TRUE(answer) << query << ": " << answer.error().message;
  if (!answer || answer->hits.size() != 1) return {};
  return answer->hits[0];
}

std::string bracketed(std::string snippet) {
  for (const auto& [html, plain] : {std::pair{"<mark>", "["},
                                    {"</mark>", "]"},
                                    {"&#39;", "'"},
                                    {"&quot;", "\""},
                                    {"&amp;", "&"}}) {
    snippet = replace_all(snippet, html, plain);
  }
  return snippet;
}

std::string snippet_of(const std::string& query, const Article& article) {
  return bracketed(hit_of(query, article).snippet);
}

void expect_marks(const std::vector<MarkCase>& cases, const std::string& language = "en") {
  for (const MarkCase& c : cases) {
    Article article = testing::make_article("x", "Item", c.text);
    article.language = language;
    EXPECT_EQ(snippet_of(c.query, article), c.marked) << c.query;
  }
}

TEST(MarksTable, NumbersSignsAndAcronyms) {
  const char* text =
      "Since 9/11 the U.S. Navy and the WHO kept 5,000 men at 10.20.30.40; #MeToo of 2024, C++, "
      "5G, "
      "MH17, a.lee@news.example, an F-35 and AT&T asked us who";
  const auto with = [&](std::string_view marked) {
    std::string plain = replace_all(replace_all(marked, "[", ""), "]", "");
    return replace_all(text, plain, marked);
  };
  for (const auto& [query, marked] : std::vector<std::pair<std::string, std::string>>{
           {"9/11", "[9/11]"},
           {"\"9/11\"", "[9/11]"},
           {"US", "[U.S.]"},
           {"U.S.", "[U.S.]"},
           {"WHO", "[WHO]"},
           {"5,000", "[5,000]"},
           {"5000", "[5,000]"},
           {"=2024", "[2024]"},
           {"2024", "[2024]"},
           {"10.20.30.40", "[10.20.30.40]"},
           {"#metoo", "[#MeToo]"},
           {"C++", "[C++]"},
           {"5G", "[5G]"},
           {"MH17", "[MH17]"},
           {"a.lee@news.example", "[a.lee@news.example]"},
           {"F-35", "[F-35]"},
           {"F35", "[F-35]"},
           {"AT&T", "[AT&T]"},
           {"ATT", "[AT&T]"}}) {
    expect_marks({{query.c_str(), text, with(marked).c_str()}});
  }
}

TEST(MarksTable, OnlyWhatMatched) {
  expect_marks({
      {"US", "US, U.S. and us", "[US], [U.S.] and us"},
      {"us", "US, U.S. and us", "[US], [U.S.] and [us]"},
      {"\"of the north\"", "the wind of the north, of the south",
       "the wind [of the north], of the south"},
      {"the north", "the wind of the north", "the wind of the [north]"},
      {"+the north", "the wind of the north", "[the] wind of [the north]"},
      {"=walked", "He walked; they walk.", "He [walked]; they walk."},
      {"walked", "He walked; they walk.", "He [walked]; they [walk]."},
      {"walk*", "Walkers walk on sidewalks.", "[Walkers walk] on sidewalks."},
      {"Soleimani~", "Suleimani and Soleimani met Salman.",
       "[Suleimani] and [Soleimani] met Salman."},
      {"wind NOT rain", "wind and hail", "[wind] and hail"},
      {"wind NEAR/2 north", "north wind; the wind blew, then it turned north",
       "[north wind]; the wind blew, then it turned north"},
      {"blew ADJ/3 north", "north blew; blew from the north",
       "north blew; [blew] from the [north]"},
      {"wind tag:war OR wind", "wind", "[wind]"},
      {"non-binding", "A non-binding vote, nonbinding or non binding; a binding one",
       "A [non-binding] vote, [nonbinding] or [non binding]; a binding one"},
      {"Erdogan", "Erdoğan's men", "[Erdoğan's] men"},
  });
}

TEST(MarksTable, ScriptsWithoutSpaces) {
  expect_marks({{"习近平", "习近平说，近年来平静。", "[习近平]说，近年来平静。"},
                {"北京大学", "北京大学在北京。", "[北京大学]在北京。"}},
               "zh");
  expect_marks({{"ประเทศ", "ประเทศไทย", "[ประเทศ]ไทย"}}, "th");
}

TEST(MarksTable, FieldsAreKeptApart) {
  Article article = testing::make_article("x", "The vote", "A vote on troops");
  article.standfirst = "Troops vote";
  EXPECT_EQ(snippet_of("headline:vote troops", article), "A vote on [troops]");
  EXPECT_EQ(snippet_of("body:vote", article), "A [vote] on troops");
  EXPECT_EQ(snippet_of("standfirst:vote", article), "Troops [vote]");
}

TEST(MarksTable, HeadlineAndStandfirstAreMarkedByThemselves) {
  Article article = testing::make_article("x", "Votes & \"U.S.\" <troops>", "A vote on troops");
  article.standfirst = "It is a vote";
  struct Case {
    const char* query;
    const char* headline;
    const char* standfirst;
  };
  for (const Case& c :
       {Case{"vote", "[Votes] & \"U.S.\" &lt;troops&gt;", "It is a [vote]"},
        Case{"headline:vote", "[Votes] & \"U.S.\" &lt;troops&gt;", ""}, Case{"body:vote", "", ""},
        Case{"standfirst:vote troops", "Votes & \"U.S.\" &lt;[troops]&gt;", "It is a [vote]"},
        Case{"headline:\"votes us\"", "[Votes & \"U.S.]\" &lt;troops&gt;", ""},
        Case{"\"vote on\"", "", ""}}) {
    const MarkedTexts marked = hit_of(c.query, article).marked;
    EXPECT_EQ(bracketed(marked.headline), c.headline) << c.query;
    EXPECT_EQ(bracketed(marked.standfirst), c.standfirst) << c.query;
  }
}

TEST(MarksTable, EntitiesByAnyName) {
  Article article = testing::make_article(
      "x", "Item", "Mark Esper spoke. Esper left; ESPER it was. Mark Milley and Tom Esper stayed.");
  article.entities = {{EntityType::kPerson, "Mark Esper", 3, {"Mark Esper", "Esper"}},
                      {EntityType::kPerson, "Mark Milley", 1, {"Mark Milley"}}};
  const char* marked =
      "[Mark Esper] spoke. [Esper] left; [ESPER] it was. Mark Milley and Tom [Esper] stayed.";
  EXPECT_EQ(snippet_of("person:\"Mark Esper\"", article), marked);
  EXPECT_EQ(snippet_of("person:esper", article), marked);
  EXPECT_EQ(snippet_of("entity:milley", article),
            "Mark Esper spoke. Esper left; ESPER it was. [Mark Milley] and Tom Esper stayed.");
  article.headline = "Milley and Esper";
  EXPECT_EQ(bracketed(hit_of("person:\"Mark Esper\"", article).marked.headline),
            "Milley and [Esper]");
}

}  // namespace
}  // namespace dateline::search
