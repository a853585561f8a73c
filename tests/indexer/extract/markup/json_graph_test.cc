#include "indexer/extract/markup/json_graph.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer::page::linked::json_graph_test {
namespace {

using Types = std::vector<std::string>;

Json json(const char* text) { return Json::parse(text); }

TEST(JsonValue, IsReadWhateverShapeItHas) {
  struct Case {
    const char* value;
    const char* text;
  };
  for (const auto& [value, text] :
       {Case{R"("Ann Lee")", "Ann Lee"}, Case{"1578321130", "1578321130"}, Case{"-7", "-7"},
        Case{R"({"@value": "Brücke", "@language": "de"})", "Brücke"},
        Case{R"({"@type": "Person", "name": "Ann Lee"})", "Ann Lee"},
        Case{R"({"@id": "https://courier.example/a"})", "https://courier.example/a"},
        Case{R"(["One", "Two"])", "One"}, Case{R"([{"name": "One"}])", "One"},
        Case{R"("<b>Q&amp;A</b>")", "Q&A"}, Case{"[]", ""}, Case{"{}", ""}, Case{"null", ""},
        Case{"true", ""}, Case{"1.5", ""}, Case{R"([[["One"]]])", ""},
        Case{R"({"name": ["One"]})", ""}}) {
    EXPECT_EQ(text_of(json(value)), text) << value;
  }
}

TEST(JsonValue, ThatIsTooLongIsNone) {
  EXPECT_EQ(text_of(Json(std::string(kLongestName, 'x'))).size(), kLongestName);
  EXPECT_EQ(text_of(Json(std::string(kLongestName + 1, 'x'))), "");
  EXPECT_EQ(text_of(Json(std::string(kLongestName + 1, 'x')), kLongestText).size(),
            kLongestName + 1);
}

TEST(JsonMember, OfWhatHasNoneIsNull) {
  for (const char* value : {"{}", "[]", "null", R"("name")", "7", R"({"names": 1})"}) {
    EXPECT_TRUE(member(json(value), "name").is_null()) << value;
  }
  EXPECT_EQ(member(json(R"({"name": "x"})"), "name"), "x");
}

TEST(JsonTypes, AreNamedWithOrWithoutAnAddress) {
  struct Case {
    const char* object;
    Types types;
  };
  for (const Case& c : std::vector<Case>{
           {R"({"@type": "NewsArticle"})", {"NewsArticle"}},
           {R"({"@type": "https://schema.org/NewsArticle"})", {"NewsArticle"}},
           {R"({"@type": "schema:NewsArticle"})", {"NewsArticle"}},
           {R"({"@type": ["NewsArticle", "Article", 7]})", {"NewsArticle", "Article"}},
           {R"({"@type": {"name": "NewsArticle"}})", {}},
           {R"({"type": "NewsArticle"})", {}},
           {"[]", {}},
       }) {
    EXPECT_EQ(types_of(json(c.object)), c.types) << c.object;
  }
}

TEST(JsonScript, IsMendedAndBounded) {
  EXPECT_TRUE(parse(R"({"a": 1})"));
  EXPECT_TRUE(parse(R"(<!-- {"a": [1, 2, ], } -->)"));
  for (const std::string& script : {std::string(), std::string("no JSON"), std::string("{{{{"),
                                    std::string(49, '[') + std::string(49, ']')}) {
    const auto read = parse(script);
    EXPECT_TRUE(!read || !read->is_object() || read->empty()) << script;
  }
  EXPECT_TRUE(parse(std::string(48, '[') + std::string(48, ']')));
}

TEST(JsonGraph, HasEveryObjectWithATypeAndKnowsWhichAreListed) {
  const Json root = json(R"({"@graph": [
    {"@type": "NewsArticle", "image": {"@type": "ImageObject"}, "mentions": [{"@type": "Person"}]},
    {"no": "type"},
    {"@type": "ItemList", "itemListElement": [{"item": {"@type": "Article"}}]}]})");
  Graph graph;
  graph.add(root);
  std::vector<std::string> seen;
  for (const Found& found : graph.objects()) {
    seen.push_back(found.types.front() + (found.listed ? " listed" : ""));
  }
  EXPECT_EQ(seen,
            (Types{"NewsArticle", "ImageObject", "Person listed", "ItemList", "Article listed"}));
}

TEST(JsonGraph, FindsWhatAReferenceMeans) {
  const Json root = json(R"([{"@id": "#a", "@type": "Person", "name": "Ann Lee"},
    {"@id": "#a", "@type": "Person", "name": "Bo Day"}, {"@id": "#b", "name": "Cy Orr"}])");
  Graph graph;
  graph.add(root);
  const Json to_a = json(R"({"@id": "#a"})");
  const Json to_b = json(R"({"@id": "#b"})");
  const Json other = json(R"({"@id": "#a", "@type": "Person", "name": "Di Fox"})");
  EXPECT_EQ(text_of(graph.resolve(to_a)), "Ann Lee") << "the first of that name";
  EXPECT_EQ(&graph.resolve(to_b), &to_b) << "an object of two members is itself a reference";
  EXPECT_EQ(&graph.resolve(other), &other) << "what has members of its own means itself";
  const Json none = json(R"({"@id": 7})");
  EXPECT_EQ(&graph.resolve(none), &none);
}

TEST(JsonGraph, TakesSoManyObjectsAndNoMore) {
  Json root = Json::array();
  for (int i = 0; i < 10'000; ++i) root.push_back({{"@type", "Article"}});
  Graph graph;
  graph.add(root);
  EXPECT_LE(graph.objects().size(), 4001U);
}

}  // namespace
}  // namespace dateline::indexer::page::linked::json_graph_test
