// A field that one member of the record and one row of the table make: its key in the record's
// JSON, its terms, its name in queries and its facet.
#include <gtest/gtest.h>

#include <string>

#include "common/schema/article_json.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

constexpr const char* kLate =
    R"({"id":"late","headline":"Flood","edition":"Late City","language":"en"})";
constexpr const char* kEarly =
    R"({"id":"early","headline":"Flood","edition":"Early","language":"en"})";

TEST(EditionField, IsReadIndexedAskedAndCounted) {
  dateline::testing::SmallIndex index;
  for (const std::string json : {kLate, kEarly}) {
    const auto article = schema::article_from_json(json);
    ASSERT_TRUE(article);
    EXPECT_EQ(schema::to_json(*article), json);
    index.put(*article);
  }
  index.close();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher) << searcher.error().to_string();
  for (const char* query : {"edition:city", "edition:\"late city\"", "Edition:LATE"}) {
    Request request;
    request.query = query;
    request.facets = {facet_from("edition").value()};
    const auto answer = searcher->search(request);
    ASSERT_TRUE(answer) << answer.error().to_string();
    ASSERT_EQ(answer->hits.size(), 1U) << query;
    EXPECT_EQ(answer->hits[0].article.id, "late");
    ASSERT_EQ(answer->facets[0].values.size(), 1U);
    EXPECT_EQ(answer->facets[0].values[0].value, "Late City");
  }
}

}  // namespace
}  // namespace dateline::search
