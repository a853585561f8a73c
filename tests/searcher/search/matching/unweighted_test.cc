// A filter that every article of a segment passes, where the segment's numbers have a gap: Xapian
// 1.4 alone takes such a segment for damaged (searcher/query/building/unweighted_term.h).
#include "searcher/search/matching/unweighted.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "common/schema/fields.h"
#include "searcher/query/building/unweighted_term.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using testing::make_article;
using testing::SmallIndex;

// More than one chunk of the list of all documents holds, some two thousand.
constexpr int kArticles = 3000;
constexpr int kWithHarbour = kArticles / 3;

const SmallIndex& gapped() {
  static const auto index = [] {
    auto made = std::make_unique<SmallIndex>();
    for (int i = 0; i < kArticles; ++i) {
      if (i == 1000) made->skip_number();
      Article article = make_article("id-" + std::to_string(i), "Ferry of the day",
                                     i % 3 == 0 ? "The harbour is open." : "The quay is open.",
                                     "2020-03-05T10:00:00Z");
      article.source = "The Quay Courier";
      article.entities.push_back({EntityType::kPlace, "Port Aldry", 1, {"Port Aldry"}});
      made->put(article);
    }
    made->close();
    return made;
  }();
  return *index;
}

Answer answer_to(const Request& request) {
  auto searcher = Searcher::open({gapped().place()});
  EXPECT_TRUE(searcher) << searcher.error().to_string();
  auto answer = searcher->search(request);
  EXPECT_TRUE(answer) << request.query << ": " << answer.error().to_string();
  return answer ? std::move(*answer) : Answer();
}

std::uint64_t count(const std::string& query, bool count_only) {
  Request request;
  request.query = query;
  request.count_only = count_only;
  return answer_to(request).total.value;
}

TEST(Unweighted, XapianHasTheFaultThatThisGuardsAgainst) {
  const auto reader = store::IndexReader::open({gapped().place()});
  ASSERT_TRUE(reader);
  const auto& language = schema::field(schema::FieldId::kLanguage);
  const std::string term = schema::make_term(language.value_prefix, "en");
  ASSERT_TRUE(reader->misreads(term));
  EXPECT_FALSE(reader->misreads(schema::make_term(language.value_prefix, "de")));
  Xapian::Enquire enquire(reader->database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(term));
  // Once this fails, Xapian has mended it and unweighted_term() can go.
  EXPECT_THROW(enquire.get_mset(0, 0, kArticles), Xapian::DatabaseCorruptError);
  enquire.set_query(query::unweighted_term(term, [](const std::string&) { return true; }));
  EXPECT_EQ(enquire.get_mset(0, 0, kArticles).get_matches_lower_bound(), kArticles);
}

TEST(Unweighted, AFilterThatEveryArticlePassesFindsThemAll) {
  for (const char* filter : {"lang:en", "source:\"The Quay Courier\"", "date:2020", "open",
                             "place:\"Port Aldry\"", "headline:ferry^0"}) {
    EXPECT_EQ(count(filter, true), kArticles) << filter;
    EXPECT_EQ(count(std::string("harbour AND ") + filter, true), kWithHarbour) << filter;
    EXPECT_EQ(count(std::string("harbour AND ") + filter, false), kWithHarbour) << filter;
    EXPECT_EQ(count(std::string("harbour NOT ") + filter, true), 0) << filter;
    EXPECT_EQ(count(std::string("harbour NOT ") + filter, false), 0) << filter;
  }
}

TEST(Unweighted, ARangeOverAllArticlesAndItsFacetsAreCounted) {
  Request request;
  request.query = "harbour lang:en";
  request.from = "2020";
  request.to = "2020";
  request.facets.push_back(*facet_from("source:5"));
  const Answer answer = answer_to(request);
  EXPECT_EQ(answer.total.value, kWithHarbour);
  ASSERT_EQ(answer.facets.size(), 1U);
  ASSERT_EQ(answer.facets[0].values.size(), 1U);
  EXPECT_EQ(answer.facets[0].values[0].count, kWithHarbour);
}

TEST(Unweighted, TheProfileOfANameInEveryArticleIsCounted) {
  auto searcher = Searcher::open({gapped().place()});
  ASSERT_TRUE(searcher);
  const auto profile = searcher->entity("Port Aldry");
  ASSERT_TRUE(profile) << profile.error().to_string();
  EXPECT_EQ(profile->articles, kArticles);
}

}  // namespace
}  // namespace dateline::search
