#include "searcher/search/facet.h"

#include <gtest/gtest.h>

#include <string_view>

#include "searcher/search/counting/association.h"
#include "searcher/search/counting/mark_counts.h"

namespace dateline::search {
namespace {

TEST(Facet, IsNamedWithOrWithoutANumberOfValues) {
  const auto plain = facet_from("org");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->field->id, schema::FieldId::kOrganisation);
  EXPECT_EQ(plain->most, 10U);
  const auto counted = facet_from("year:200");
  ASSERT_TRUE(counted);
  EXPECT_EQ(counted->field->id, schema::FieldId::kPublished);
  EXPECT_EQ(counted->most, 200U);
}

TEST(Facet, EveryOneOfTheTableIsKnownByItsNamesAndListed) {
  EXPECT_EQ(all_facet_names(), "person, org, place, source, section, language and year");
  for (const schema::Field& row : schema::kFields) {
    for (const std::string_view name : row.facet_names) {
      if (name.empty()) continue;
      const auto facet = facet_from(name);
      ASSERT_TRUE(facet) << name;
      EXPECT_EQ(facet->field, &row) << name;
    }
  }
}

TEST(Facet, AnythingElseIsRefused) {
  for (const char* text : {"", "colour", "org:", "org:0", "org:201", "org:1x", "org:-1", "Org"}) {
    const auto facet = facet_from(text);
    ASSERT_FALSE(facet) << text;
    EXPECT_EQ(facet.error().code, ErrorCode::kUsage);
  }
}

TEST(MarkCounts, CountsManyMarksAndKeepsTheHighest) {
  MarkCounts counts;
  for (std::uint64_t mark = 0; mark < 5000; ++mark) counts.add(mark << 20, 1);
  for (Xapian::docid document = 2; document < 5; ++document) counts.add(7ULL << 20, document);
  counts.add(3ULL << 20, 9);
  EXPECT_EQ(counts.size(), 5000U);
  const auto highest = counts.highest(2);
  ASSERT_EQ(highest.size(), 2U);
  EXPECT_EQ(highest[0].mark, 7ULL << 20);
  EXPECT_EQ(highest[0].count, 4U);
  EXPECT_EQ(highest[0].document, 4U);
  EXPECT_EQ(highest[1].mark, 3ULL << 20);
  EXPECT_EQ(counts.count(1), 0U);
}

TEST(LogLikelihood, IsNothingForWhatChanceWouldGive) {
  EXPECT_EQ(log_likelihood(10, 100, 1000, 10'000), 0);
  EXPECT_EQ(log_likelihood(1, 100, 1000, 10'000), 0);
  EXPECT_EQ(log_likelihood(0, 0, 0, 0), 0);
}

TEST(LogLikelihood, PutsTheCloseBeforeTheFrequent) {
  // 60 of 100 articles with something in 80 of 10,000, and 80 with something in 5,000.
  EXPECT_GT(log_likelihood(60, 100, 80, 10'000), log_likelihood(80, 100, 5000, 10'000));
  // And what is met often before what is met once and nowhere else.
  EXPECT_GT(log_likelihood(60, 100, 80, 10'000), log_likelihood(1, 100, 1, 10'000));
}

}  // namespace
}  // namespace dateline::search
