#include "searcher/search/counting/sampling/slot_collector.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using schema::Slot;

constexpr auto kSource = static_cast<Xapian::valueno>(Slot::kSource);
constexpr auto kSection = static_cast<Xapian::valueno>(Slot::kSection);

// Documents 1 to `count`: every one has a source, every third a section.
Xapian::WritableDatabase documents(Xapian::docid count) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= count; ++number) {
    Xapian::Document document;
    document.add_term("all");
    document.add_value(kSource, "source " + std::to_string(number));
    if (number % 3 == 0) document.add_value(kSection, "section " + std::to_string(number));
    db.add_document(document);
  }
  return db;
}

void run(const Xapian::Database& db, SlotCollector& into) {
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&into);
  enquire.set_query(Xapian::Query("all"));
  enquire.get_mset(0, 0, db.get_doccount());
}

struct Value {
  Xapian::docid document;
  std::size_t place;
  std::string text;

  friend bool operator==(const Value&, const Value&) = default;
};

std::vector<Value> values_of(const SlotCollector& collector) {
  std::vector<Value> out;
  collector.each([&](Xapian::docid document, std::size_t place, std::string_view value) {
    out.push_back({document, place, std::string(value)});
  });
  return out;
}

TEST(SlotCollector, KeepsTheValuesOfAllMatchesThatHaveAny) {
  SlotCollector collector({Slot::kSection, Slot::kSource});
  run(documents(4), collector);
  EXPECT_EQ(values_of(collector), (std::vector<Value>{{1, 1, "source 1"},
                                                      {2, 1, "source 2"},
                                                      {3, 0, "section 3"},
                                                      {3, 1, "source 3"},
                                                      {4, 1, "source 4"}}));
  EXPECT_EQ(collector.met(), 4U);
  EXPECT_EQ(collector.each_stands_for(), 1.0);
  EXPECT_EQ(collector.documents(), (std::vector<Xapian::docid>{1, 2, 3, 4}));
}

TEST(SlotCollector, ManyMatchesAreThinnedOutAndEachStandsForMore) {
  constexpr Xapian::docid kCount = 5000;
  SlotCollector collector({Slot::kSource, Slot::kSection}, 600);
  run(documents(kCount), collector);
  const std::size_t kept = collector.documents().size();
  EXPECT_LE(kept, 600U);
  EXPECT_GT(kept, 200U) << "no more is thrown away than has to be";
  EXPECT_EQ(collector.met(), kCount);
  EXPECT_DOUBLE_EQ(collector.each_stands_for() * static_cast<double>(kept), kCount);
  for (const Value& value : values_of(collector)) {
    const std::string number = std::to_string(value.document);
    EXPECT_EQ(value.text, (value.place == 0 ? "source " : "section ") + number)
        << "values stay with their documents";
  }
}

TEST(SlotCollector, ASampleIsFairToAllPartsOfTheIndex) {
  constexpr Xapian::docid kCount = 20'000;
  SlotCollector collector({Slot::kSource}, 2000);
  run(documents(kCount), collector);
  std::map<Xapian::docid, int> tenths;
  for (const Xapian::docid document : collector.documents()) ++tenths[(document - 1) * 10 / kCount];
  const double fair = static_cast<double>(collector.documents().size()) / 10;
  for (Xapian::docid tenth = 0; tenth < 10; ++tenth) {
    EXPECT_GT(tenths[tenth], fair * 0.7) << tenth;
    EXPECT_LT(tenths[tenth], fair * 1.3) << tenth;
  }
}

TEST(SlotCollector, TheSampleDoesNotDependOnWhenItWasThinnedOut) {
  const auto db = documents(4000);
  SlotCollector first({Slot::kSource}, 300);
  SlotCollector again({Slot::kSource}, 300);
  run(db, first);
  run(db, again);
  EXPECT_EQ(first.documents(), again.documents());
  // A smaller sample is part of a larger one: documents are chosen by their numbers alone.
  SlotCollector smaller({Slot::kSource}, 100);
  run(db, smaller);
  const auto all = first.documents();
  const std::set<Xapian::docid> larger(all.begin(), all.end());
  for (const Xapian::docid document : smaller.documents()) EXPECT_TRUE(larger.contains(document));
}

TEST(SlotCollector, WithoutMatchesOrSlotsThereIsNothing) {
  SlotCollector none({Slot::kSource});
  run(documents(0), none);
  EXPECT_TRUE(values_of(none).empty());
  EXPECT_EQ(none.each_stands_for(), 1.0);
  SlotCollector no_slots({});
  run(documents(3), no_slots);
  EXPECT_EQ(no_slots.met(), 3U);
  EXPECT_TRUE(values_of(no_slots).empty());
}

// 600 articles in two segments: all have the word "all", every tenth "tenth", the first 60 "early",
// and "later" and "late" those from number 30 and 250 on.
class SampleTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (int number = 0; number < 600; ++number) {
      Article article = testing::make_article(fmt::format("{:03}", number), "Headline", "All.");
      article.source = fmt::format("source {}", number % 2);
      if (number % 10 == 0) article.body += " Tenth.";
      if (number < 60) article.body += " Early.";
      if (number >= 30) article.body += " Later.";
      if (number >= 250) article.body += " Late.";
      index_.put(article);
      if (number == 350) index_.commit();
    }
    index_.commit();
  }

  void sample(const Xapian::Query& query, SampleSize size) {
    const auto reader = store::IndexReader::open({index_.place()});
    ASSERT_TRUE(reader) << reader.error().to_string();
    const auto deadline = std::make_shared<Deadline>(std::chrono::minutes(1));
    collect_sample(*reader, query, deadline, collector_, size);
  }

  std::size_t different_documents() const {
    return std::set<Xapian::docid>(collector_.documents().begin(), collector_.documents().end())
        .size();
  }

  testing::SmallIndex index_;
  SlotCollector collector_{{Slot::kSource}};
};

TEST_F(SampleTest, OfManyMatchesAPartIsMetAndEachStandsForMore) {
  ASSERT_NO_FATAL_FAILURE(sample(Xapian::Query("all"), {100, 80}));
  EXPECT_LT(collector_.met(), 250U);
  EXPECT_GE(collector_.met(), 80U);
  const auto met = static_cast<double>(collector_.met());
  EXPECT_NEAR(collector_.each_stands_for() * met, 600, 130) << "some runs more or less";
  std::map<std::string, int> sources;
  for (const Value& value : values_of(collector_)) ++sources[value.text];
  EXPECT_EQ(sources["source 0"], sources["source 1"]);
}

TEST_F(SampleTest, OfFewMatchesAllAreMet) {
  ASSERT_NO_FATAL_FAILURE(sample(Xapian::Query("tenth"), {100, 10}));
  EXPECT_EQ(collector_.met(), 60U);
  EXPECT_EQ(different_documents(), 60U);
  EXPECT_EQ(collector_.each_stands_for(), 1.0);
}

TEST_F(SampleTest, WhatColumnsHaveIsCountedOfAllMatchesOfWordsHoweverManyTheyAre) {
  const auto reader = store::IndexReader::open({index_.place()});
  ASSERT_TRUE(reader) << reader.error().to_string();
  Deadline deadline(std::chrono::minutes(1));
  for (const Slot slot : {Slot::kSource, Slot::kStory}) {
    SlotCollector collector({slot}, 100);
    EXPECT_TRUE(collect_plain(*reader, Xapian::Query("all"), deadline, collector));
    EXPECT_EQ(collector.met(), 600U);
    std::map<std::string, std::uint32_t> counts;
    collector.each_counted([&](Xapian::docid document, std::size_t, std::string_view value,
                               std::uint32_t articles) {
      counts[std::string(value)] += articles;
      EXPECT_EQ(
          reader->database().get_document(document).get_value(static_cast<Xapian::valueno>(slot)),
          value);
    });
    if (slot == Slot::kSource) {
      EXPECT_EQ(counts,
                (std::map<std::string, std::uint32_t>{{"source 0", 300}, {"source 1", 300}}));
      EXPECT_EQ(collector.each_stands_for(), 1.0);
    } else {
      EXPECT_GT(collector.each_stands_for(), 4.0) << "a story has no dictionary, and was kept";
    }
  }
}

TEST_F(SampleTest, WhereFewerMatchThanIsEstimatedAllAreMetOnce) {
  // Of articles that had these words by chance there would be 57, enough for a sample; 30 have both.
  const Xapian::Query both(Xapian::Query::OP_AND, Xapian::Query("early"), Xapian::Query("later"));
  ASSERT_NO_FATAL_FAILURE(sample(both, {40, 5}));
  EXPECT_EQ(collector_.met(), 30U);
  EXPECT_EQ(different_documents(), 30U);
  EXPECT_EQ(collector_.each_stands_for(), 1.0);
}

TEST_F(SampleTest, ASampleThatTurnsOutTooSmallGrows) {
  // 600 could match, 250 do: the first sample has half of what is wanted, or less.
  const Xapian::Query some(
      Xapian::Query::OP_AND, Xapian::Query("all"),
      Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query("all"), Xapian::Query("late")));
  ASSERT_NO_FATAL_FAILURE(sample(some, {40, 150}));
  EXPECT_GE(collector_.met(), 75U);
  EXPECT_EQ(different_documents(), collector_.met()) << "none twice";
}

}  // namespace
}  // namespace dateline::search
