#include "indexer/write/index/committed_index.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "common/store/index.h"
#include "indexer/write/upkeep/index_facts.h"
#include "indexer/write/upkeep/verification.h"
#include "tests/indexer/write/writer_fixture.h"

namespace dateline::indexer {
namespace {

using dateline::testing::analysed;
using dateline::testing::article;

using CommittedIndexTest = WriterFixture;

TEST_F(CommittedIndexTest, WhatHasGoneFromAPlaceIsRemovedAndNothingElse) {
  auto writer = open();
  for (const char* id : {"kept", "gone", "elsewhere"}) {
    Article one = article(id);
    one.origin = Origin{(std::string(id) == "elsewhere" ? "other/" : "feed/") + std::string(id), 0};
    ASSERT_TRUE(writer->add(analysed(one, std::string("f-") + id)));
  }
  ASSERT_TRUE(writer->add(analysed(article("unfingerprinted"))));
  const auto removed =
      writer->remove_gone([](std::string_view fingerprint) { return fingerprint == "f-kept"; },
                          [](const Origin& origin) { return origin.path.rfind("feed/", 0) == 0; });
  EXPECT_EQ(removed, 1U);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(stored(), (Ids{"elsewhere", "kept", "unfingerprinted"}));
}

TEST_F(CommittedIndexTest, WhatIsReplacedInTheSameSegmentOrAnEarlierOneCountsOnce) {
  auto writer = open();
  for (const char* body : {"One.", "Two."}) {
    for (const char* id : {"a", "b", "a"}) {
      ASSERT_TRUE(writer->add(analysed(article(id, body), std::string(id) + body)));
    }
    ASSERT_TRUE(writer->commit());
    EXPECT_EQ(stored(), (Ids{"a", "b"}));
  }
  EXPECT_EQ(writer->has_unchanged("aOne."), false);
  EXPECT_EQ(writer->has_unchanged("aTwo."), true);
  EXPECT_EQ(index_facts(path_)->segments, 1U) << "a segment of which nothing counts is let go";
}

TEST_F(CommittedIndexTest, ARemovedArticleIsGoneFromReadersAtOnce) {
  auto writer = open();
  for (const char* id : {"a", "b"}) ASSERT_TRUE(writer->add(analysed(article(id))));
  ASSERT_TRUE(writer->commit());
  auto reader = store::IndexReader::open({path_});
  ASSERT_TRUE(reader);
  EXPECT_EQ(writer->remove_id("a"), 1U);
  EXPECT_EQ(reader->refresh(), false) << "not before it is committed";
  ASSERT_TRUE(writer->commit());
  EXPECT_NE(reader->first("Qa"), 0U) << "a reader keeps the state that it has";
  EXPECT_EQ(reader->refresh(), true);
  EXPECT_EQ(reader->first("Qa"), 0U);
  EXPECT_EQ(reader->articles(), 1U);
}

TEST_F(CommittedIndexTest, SegmentsAreFoldedWhenThereAreTooMany) {
  for (int i = 0; i < 40; ++i) {
    auto writer = open();
    ASSERT_TRUE(
        writer->add(analysed(article(std::to_string(i % 30), "Round " + std::to_string(i)))));
    ASSERT_TRUE(writer->finish());
  }
  EXPECT_LE(index_facts(path_)->segments, 8U);
  EXPECT_EQ(stored().size(), 30U);
  const auto verified = verify_index(path_);
  ASSERT_TRUE(verified);
  EXPECT_TRUE(verified->sound()) << verified->faults.front();
}

TEST_F(CommittedIndexTest, ASupersededSegmentStaysWhileItIsRead) {
  give(analysed(article("a")));
  auto reader = store::IndexReader::open({path_});
  ASSERT_TRUE(reader);
  give(analysed(article("b")));
  ASSERT_TRUE(open()->compact());
  // Opened only now, long after its directory was superseded.
  EXPECT_EQ(reader->database().positionlist_begin(1, "body") !=
                reader->database().positionlist_end(1, "body"),
            true);
  const auto segments = [&] {
    const std::filesystem::directory_iterator entries(path_ + "/segments");
    return std::distance(begin(entries), end(entries));
  };
  EXPECT_EQ(segments(), 2);
  reader = store::IndexReader::open({path_});
  open();
  EXPECT_EQ(segments(), 1) << "the next writer deletes what nobody reads any more";
}

TEST_F(CommittedIndexTest, WhatAKilledWriterLeftIsClearedUp) {
  give(analysed(article("a")));
  directory_.write("index/segments/000009/postlist.glass", "half");
  directory_.write("index/segments/000001.7.gone", "half");
  open();
  EXPECT_FALSE(std::filesystem::exists(path_ + "/segments/000009"));
  EXPECT_FALSE(std::filesystem::exists(path_ + "/segments/000001.7.gone"));
  EXPECT_EQ(stored(), Ids{"a"});
}

}  // namespace
}  // namespace dateline::indexer
