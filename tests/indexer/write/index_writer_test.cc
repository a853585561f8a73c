#include "indexer/write/index_writer.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <string>

#include "common/schema/stored_record.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"
#include "indexer/write/committed_inputs.h"
#include "indexer/write/dry_run.h"
#include "indexer/write/index_facts.h"
#include "indexer/write/verification.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/sanitized.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::analysed;
using dateline::testing::article;

class SettableClock final : public Clock {
 public:
  std::chrono::sys_seconds now() const override { return now_; }
  std::chrono::minutes local_offset() const override { return std::chrono::minutes(0); }
  void advance(std::chrono::seconds by) { now_ += by; }

 private:
  std::chrono::sys_seconds now_{std::chrono::seconds(1578300000)};  // 2020-01-06T08:40:00Z
};

class IndexWriterTest : public ::testing::Test {
 protected:
  std::unique_ptr<IndexWriter> open(const WriterOptions& options = {}) {
    auto writer = IndexWriter::open(path_, options);
    EXPECT_TRUE(writer) << writer.error().to_string();
    return std::move(*writer);
  }

  // What a reader that comes now finds: ids, or nothing where there is no index.
  std::set<std::string> stored() const {
    std::set<std::string> ids;
    auto reader = store::IndexReader::open({path_});
    if (!reader) return ids;
    const Xapian::Database& db = reader->database();
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      if (!reader->is_live(*at)) continue;
      const bool is_new =
          ids.insert(schema::decode_record(db.get_document(*at).get_data())->id).second;
      EXPECT_TRUE(is_new) << "one id is one article";
    }
    EXPECT_EQ(ids.size(), reader->articles());
    return ids;
  }

  void give(const AnalysedArticle& one) {
    auto writer = open();
    ASSERT_TRUE(writer->add(one));
    ASSERT_TRUE(writer->commit());
  }

  static Status commit_if_due(IndexWriter& writer) {
    return writer.wants_commit() ? writer.commit() : Status();
  }

  using Ids = std::set<std::string>;
  dateline::testing::TemporaryDirectory directory_;
  std::string path_ = directory_.file("index");
};

TEST_F(IndexWriterTest, OneIdIsOneArticle) {
  auto writer = open();
  EXPECT_EQ(writer->add(analysed(article("a"))), AddOutcome::kAdded);
  EXPECT_EQ(writer->add(analysed(article("b"))), AddOutcome::kAdded);
  EXPECT_EQ(writer->add(analysed(article("a", "Another body."))), AddOutcome::kReplaced);
  EXPECT_EQ(writer->articles(), 2U);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(writer->add(analysed(article("a", "A third."))), AddOutcome::kReplaced);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(stored(), (Ids{"a", "b"}));
}

TEST_F(IndexWriterTest, ReadersSeeABatchWhenItIsCommitted) {
  auto writer = open();
  ASSERT_TRUE(writer->add(analysed(article("a"))));
  EXPECT_EQ(stored(), Ids{});
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(stored(), Ids{"a"});
  EXPECT_EQ(writer->uncommitted(), 0U);
}

TEST_F(IndexWriterTest, UnchangedInputIsKnownBeforeAndAfterACommit) {
  auto writer = open();
  EXPECT_EQ(writer->has_unchanged("f1"), false);
  ASSERT_TRUE(writer->add(analysed(article("a"), "f1")));
  EXPECT_EQ(writer->has_unchanged("f1"), true);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(writer->has_unchanged("f1"), true);
  ASSERT_TRUE(writer->add(analysed(article("a"), "f2")));
  EXPECT_EQ(writer->has_unchanged("f1"), false) << "its article has been replaced";
  EXPECT_EQ(writer->has_unchanged(""), false);
}

TEST_F(IndexWriterTest, CommittedInputsAreSeenByAReaderBeside) {
  give(analysed(article("a"), "f1"));
  auto inputs = CommittedInputs::open(path_);
  ASSERT_TRUE(inputs);
  EXPECT_TRUE(inputs->probably_has("f1"));
  EXPECT_FALSE(inputs->probably_has("f2"));
  auto writer = open();
  for (int i = 0; i < 5; ++i) {  // more commits than a reader's revision outlives
    ASSERT_TRUE(writer->add(analysed(article("b" + std::to_string(i)), "g")));
    ASSERT_TRUE(writer->commit());
    EXPECT_TRUE(inputs->probably_has("f1"));
  }
  auto none = CommittedInputs::open(directory_.file("none"));
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->probably_has("f1"));
}

TEST_F(IndexWriterTest, ArticlesAreRemovedByIdAndByAnyOfTheirAddresses) {
  auto writer = open();
  Article first = article("a");
  first.url = "https://news.example/1";
  Article second = article("b");
  second.canonical_url = "https://news.example/1";
  for (const Article& one : {first, second, article("c"), article("d")}) {
    ASSERT_TRUE(writer->add(analysed(one)));
  }
  EXPECT_EQ(writer->remove_id("c"), 1U);
  EXPECT_EQ(writer->remove_id("c"), 0U);
  EXPECT_EQ(writer->remove_url("http://NEWS.example/1?utm_medium=x"), 2U);
  EXPECT_EQ(writer->remove_url("not an address").error().code, ErrorCode::kUsage);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(stored(), Ids{"d"});
}

TEST_F(IndexWriterTest, WhatHasGoneFromAPlaceIsRemovedAndNothingElse) {
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

TEST_F(IndexWriterTest, ABatchIsCommittedWhenItIsLargeEnough) {
  WriterOptions options;
  options.batch_articles = 2;
  auto writer = open(options);
  for (const char* id : {"a", "b", "c"}) ASSERT_TRUE(writer->add(analysed(article(id))));
  EXPECT_EQ(stored(), (Ids{"a", "b"}));
}

TEST_F(IndexWriterTest, ABatchIsCommittedWhenItIsOldEnough) {
  SettableClock clock;
  WriterOptions options;
  options.clock = &clock;
  auto writer = open(options);
  ASSERT_TRUE(writer->add(analysed(article("a"))));
  clock.advance(options.commit_interval - std::chrono::seconds(1));
  ASSERT_TRUE(commit_if_due(*writer));
  EXPECT_EQ(stored(), Ids{});
  clock.advance(std::chrono::seconds(1));
  ASSERT_TRUE(commit_if_due(*writer));
  EXPECT_EQ(stored(), Ids{"a"});
  EXPECT_EQ(index_facts(path_)->updated, "2020-01-06T08:41:00Z");
}

TEST_F(IndexWriterTest, ASecondWriterIsRefusedAndToldWhoTheFirstIs) {
  const auto first = open();
  const auto second = IndexWriter::open(path_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_NE(second.error().message.find(std::to_string(::getpid())), std::string::npos);
}

TEST_F(IndexWriterTest, ADirectoryOfOtherThingsIsRefusedAndLeftAsItWas) {
  const std::string other = directory_.write("letters/mother.txt", "x");
  const auto writer = IndexWriter::open(directory_.file("letters"));
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kUsage);
  EXPECT_FALSE(std::filesystem::exists(directory_.file("letters/dateline.lock")));
}

TEST_F(IndexWriterTest, FactsAreThoseOfTheLastCommit) {
  auto writer = open();
  ASSERT_TRUE(writer->add(analysed(article("a"))));
  ASSERT_TRUE(writer->commit());
  const auto facts = index_facts(path_);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->articles, 1U);
  EXPECT_EQ(facts->segments, 1U);
  EXPECT_EQ(facts->format_version, schema::kFormatVersion);
  EXPECT_GT(facts->bytes, 1000U);
  ASSERT_TRUE(writer->add(analysed(article("b"))));
  ASSERT_TRUE(writer->commit());
  EXPECT_GT(index_facts(path_)->revision, facts->revision);
  EXPECT_EQ(index_facts(directory_.file("none")).error().code, ErrorCode::kNotFound);
}

TEST_F(IndexWriterTest, ADryRunCountsAndChangesNothing) {
  give(analysed(article("a"), "f1"));
  const auto writer = open();  // and takes no lock
  auto dry = DryRun::open(path_);
  ASSERT_TRUE(dry);
  EXPECT_EQ((*dry)->has_unchanged("f1"), true);
  EXPECT_EQ((*dry)->add(analysed(article("a", "New."))), AddOutcome::kReplaced);
  EXPECT_EQ((*dry)->add(analysed(article("b"))), AddOutcome::kAdded);
  EXPECT_EQ((*dry)->add(analysed(article("b"))), AddOutcome::kReplaced);
  EXPECT_EQ((*dry)->articles(), 2U);
  ASSERT_TRUE((*dry)->commit());
  EXPECT_EQ(stored(), Ids{"a"});
  EXPECT_TRUE(DryRun::open(directory_.file("none")));
  EXPECT_FALSE(store::has_index(directory_.file("none")));
}

TEST_F(IndexWriterTest, WhatIsReplacedInTheSameSegmentOrAnEarlierOneCountsOnce) {
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

TEST_F(IndexWriterTest, ARemovedArticleIsGoneFromReadersAtOnce) {
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

TEST_F(IndexWriterTest, SegmentsAreFoldedWhenThereAreTooMany) {
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

TEST_F(IndexWriterTest, ASupersededSegmentStaysWhileItIsRead) {
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

TEST_F(IndexWriterTest, ALateInputIsWorthNothingAgainstWhatCameAfterIt) {
  auto writer = open();
  const auto late = writer->observe();
  writer->leave(*late);
  ASSERT_TRUE(writer->add(analysed(article("a"))));
  EXPECT_TRUE(writer->is_superseded("Qa", *late));
  EXPECT_FALSE(writer->is_superseded("Qb", *late));
  const auto later = writer->observe();
  writer->leave(*later);
  EXPECT_FALSE(writer->is_superseded("Qa", *later));
}

TEST_F(IndexWriterTest, WhatAKilledWriterLeftIsClearedUp) {
  give(analysed(article("a")));
  directory_.write("index/segments/000009/postlist.glass", "half");
  directory_.write("index/segments/000001.7.gone", "half");
  open();
  EXPECT_FALSE(std::filesystem::exists(path_ + "/segments/000009"));
  EXPECT_FALSE(std::filesystem::exists(path_ + "/segments/000001.7.gone"));
  EXPECT_EQ(stored(), Ids{"a"});
}

// Runs `body` in a process of its own; its exit code, or the negated signal that ended it.
template <typename Body>
int in_child(const Body& body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string random_words(std::uint32_t& state, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    state = state * 1664525 + 1013904223;
    std::string word;
    for (std::uint32_t rest = state >> 12; rest > 0; rest /= 26) {
      word += static_cast<char>('a' + rest % 26);
    }
    text += word + " ";
  }
  return text;
}

TEST_F(IndexWriterTest, AfterAFailedWriteTheLastCommitStands) {
  {
    auto writer = open();
    ASSERT_TRUE(writer->add(analysed(article("a"), "f1")));
    ASSERT_TRUE(writer->commit());
  }
  const int code = in_child([this] {
    // No file may grow beyond this: what a full disk is to a program.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{200000, 200000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto writer = IndexWriter::open(path_);
    if (!writer) return 1;
    std::uint32_t state = 7;
    for (int i = 0; i < 300; ++i) {
      const Article one = article("b" + std::to_string(i), random_words(state, 300));
      if (!(*writer)->add(analysed(one))) return 0;
    }
    return (*writer)->commit() ? 2 : 0;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(stored(), Ids{"a"});
  const auto verified = verify_index(path_);
  ASSERT_TRUE(verified);
  EXPECT_TRUE(verified->sound()) << verified->faults.front();
  EXPECT_EQ(open()->has_unchanged("f1"), true);
}

TEST_F(IndexWriterTest, AKilledWriterLeavesABeginningOfItsInput) {
  WriterOptions options;
  options.batch_articles = 10;
  const int code = in_child([&] {
    auto writer = IndexWriter::open(path_, options);
    for (int i = 0; i < 25; ++i) {
      const std::string id = std::to_string(i);
      if (!(*writer)->add(analysed(article(id), "f" + id))) return 1;
    }
    ::kill(::getpid(), SIGKILL);
    return 2;
  });
  EXPECT_EQ(code, -SIGKILL);
  EXPECT_EQ(stored().size(), 20U);
  auto writer = open(options);
  for (int i = 0; i < 25; ++i) {
    const std::string id = std::to_string(i);
    EXPECT_EQ(writer->has_unchanged("f" + id), i < 20);
    if (i >= 20) {
      EXPECT_EQ(writer->add(analysed(article(id), "f" + id)), AddOutcome::kAdded);
    }
  }
  EXPECT_EQ(writer->articles(), 25U);
}

TEST_F(IndexWriterTest, MemoryStaysUnderItsBound) {
  if (dateline::testing::kSanitized) GTEST_SKIP() << "sanitizers use memory of their own";
  const int megabytes = in_child([this] {
    WriterOptions options;
    options.memory_bytes = kMinMemoryBytes;
    auto writer = IndexWriter::open(path_, options);
    std::uint32_t state = 11;
    ArticleAnalyser analyser;
    for (int i = 0; i < 3000; ++i) {
      const Article one = article(std::to_string(i), random_words(state, 350));
      if (!(*writer)->add(analyser.analyse(one, ""))) return 255;
    }
    if (!(*writer)->finish()) return 255;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<int>(usage.ru_maxrss / 1024);
  });
  EXPECT_LE(megabytes, 128);
}

}  // namespace
}  // namespace dateline::indexer
