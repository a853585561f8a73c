#include "indexer/write/index/index_writer.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <string>

#include "common/store/index.h"
#include "indexer/write/index/committed_inputs.h"
#include "indexer/write/index/dry_run.h"
#include "indexer/write/upkeep/index_facts.h"
#include "indexer/write/upkeep/verification.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/indexer/write/writer_fixture.h"
#include "tests/support/sanitized.h"

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

class IndexWriterTest : public WriterFixture {
 protected:
  static Status commit_if_due(IndexWriter& writer) {
    return writer.wants_commit() ? writer.commit() : Status();
  }
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

// So that a long run leaves few segments.
TEST_F(IndexWriterTest, LaterBatchesOfARunMayBeOlder) {
  SettableClock clock;
  WriterOptions options;
  options.clock = &clock;
  auto writer = open(options);
  std::size_t committed = 0;
  for (const int minutes : {1, 2, 4, 8, 8}) {
    ASSERT_TRUE(writer->add(analysed(article(std::to_string(committed)))));
    clock.advance(std::chrono::minutes(minutes) - std::chrono::seconds(1));
    ASSERT_TRUE(commit_if_due(*writer));
    EXPECT_EQ(stored().size(), committed) << minutes;
    clock.advance(std::chrono::seconds(1));
    ASSERT_TRUE(commit_if_due(*writer));
    EXPECT_EQ(stored().size(), ++committed) << minutes;
  }
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
  EXPECT_EQ(writer.error().code, ErrorCode::kForeign);
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
