// Both builders against the rules of the seam, and against each other.
#include "indexer/write/segment/segment_builder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/write/index/memory_use.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/describe_database.h"
#include "tests/support/sanitized.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::describe_database;
using dateline::testing::TemporaryDirectory;
using Metadata = std::map<std::string, std::string>;
using Numbered = std::vector<std::pair<std::uint32_t, Article>>;

std::string build(const TemporaryDirectory& directory, BuilderKind kind, const Numbered& articles,
                  const SegmentOptions& options, const Metadata& metadata = {}) {
  std::string path =
      directory.file((kind == BuilderKind::kGlass ? "glass" : "xapian") +
                     std::to_string(options.lanes) + "-" + std::to_string(options.memory_bytes));
  std::filesystem::create_directory(path);
  auto builder = SegmentBuilder::create(kind, path, options);
  EXPECT_TRUE(builder) << builder.error().to_string();
  std::vector<ArticleAnalyser> analysers(options.lanes);
  for (const auto& [number, article] : articles) {
    const unsigned lane = number % options.lanes;
    auto prepared =
        (*builder)->prepare(lane, number, analysers[lane].analyse(article, article.id + "print"));
    EXPECT_TRUE(prepared) << prepared.error().to_string();
    EXPECT_TRUE((*builder)->take(std::move(*prepared)));
  }
  const auto finished = (*builder)->finish(metadata);
  EXPECT_TRUE(finished) << finished.error().to_string();
  return path;
}

// With gaps in the numbers.
Numbered articles(std::uint32_t count) {
  Numbered out;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string body = "Word" + std::to_string(i * i % 97) + " said that it would go on.";
    for (std::uint32_t j = 0; j < i % 40; ++j) body += " More of word" + std::to_string(j * i % 31);
    Article article = testing::article("a" + std::to_string(i), body);
    if (i % 3 == 0) article.published = Timestamp::parse("2020-01-06T10:00:00Z");
    if (i % 5 == 0) article.source = "The Post";
    out.emplace_back(1 + i + i / 10, std::move(article));
  }
  return out;
}

TEST(SegmentBuilder, BothBuildersGiveTheSameDatabase) {
  const TemporaryDirectory directory;
  const Metadata metadata{{"dateline.format", "1"}, {"other", "value"}};
  const Numbered input = articles(1000);
  const SegmentOptions options{2, std::uint64_t{64} << 20};
  const std::string ours = build(directory, BuilderKind::kGlass, input, options, metadata);
  const std::string theirs = build(directory, BuilderKind::kXapian, input, options, metadata);
  EXPECT_EQ(describe_database(Xapian::Database(ours)), describe_database(Xapian::Database(theirs)));
  for (const std::string& path : {ours, theirs}) {
    std::ostringstream report;
    EXPECT_EQ(Xapian::Database::check(path, Xapian::DBCHECK_SHOW_STATS, &report), 0U)
        << report.str();
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      EXPECT_TRUE(entry.is_regular_file()) << entry.path() << " was left behind";
    }
  }
}

TEST(SegmentBuilder, ASegmentMayHaveNoArticle) {
  const TemporaryDirectory directory;
  for (const BuilderKind kind : {BuilderKind::kGlass, BuilderKind::kXapian}) {
    const std::string path = build(directory, kind, {}, {}, {{"key", "value"}});
    const Xapian::Database db(path);
    EXPECT_EQ(db.get_doccount(), 0U);
    EXPECT_EQ(db.get_metadata("key"), "value");
  }
}

TEST(SegmentBuilder, WithoutFinishTheDirectoryIsNoDatabase) {
  const TemporaryDirectory directory;
  for (const BuilderKind kind : {BuilderKind::kGlass, BuilderKind::kXapian}) {
    const std::string path = directory.file(kind == BuilderKind::kGlass ? "glass" : "xapian");
    std::filesystem::create_directory(path);
    {
      auto builder = SegmentBuilder::create(kind, path, {});
      ASSERT_TRUE(builder);
      auto prepared = (*builder)->prepare(0, 1, testing::analysed(testing::article("a")));
      ASSERT_TRUE(prepared);
      ASSERT_TRUE((*builder)->take(std::move(*prepared)));
    }
    EXPECT_THROW(Xapian::Database{path}, Xapian::DatabaseOpeningError);
  }
}

TEST(SegmentBuilder, ADirectoryThatIsNotEmptyOrNotThereIsRefused) {
  const TemporaryDirectory directory;
  directory.write("termlist.glass", "");
  for (const BuilderKind kind : {BuilderKind::kGlass, BuilderKind::kXapian}) {
    EXPECT_FALSE(SegmentBuilder::create(kind, directory.path(), {}));
    EXPECT_FALSE(SegmentBuilder::create(kind, directory.file("none"), {}));
  }
}

// Takes in `articles`, each 400 words of a large vocabulary; false on failure.
bool build_large_segment(const std::string& path, const SegmentOptions& options,
                         std::uint32_t articles) {
  auto builder = SegmentBuilder::create(BuilderKind::kGlass, path, options);
  std::vector<ArticleAnalyser> analysers(options.lanes);
  std::mt19937 random(1);
  for (std::uint32_t number = 1; builder && number <= articles; ++number) {
    std::string body;
    for (int i = 0; i < 400; ++i) {
      body += "w" + std::to_string(random() % (1 + random() % 60000)) + ' ';
    }
    const unsigned lane = number % options.lanes;
    const auto analysed =
        analysers[lane].analyse(testing::article(std::to_string(number), body), "");
    auto prepared = (*builder)->prepare(lane, number, analysed);
    if (!prepared || !(*builder)->take(std::move(*prepared))) return false;
  }
  return builder && (*builder)->finish({});
}

// Resident megabytes that building a segment adds at its peak, in a process of its own; more than
// 250: it failed. What a first small segment brings in (code, tables, what Xapian and ICU map of
// their files: more where the files lie in the page cache) is no memory of the builder's.
int megabytes_of_a_segment(const TemporaryDirectory& directory, const SegmentOptions& options) {
  const std::string small = directory.file("small");
  const std::string large = directory.file("large");
  std::filesystem::create_directory(small);
  std::filesystem::create_directory(large);
  const pid_t child = ::fork();
  if (child == 0) {
    if (!build_large_segment(small, options, 20)) ::_exit(254);
    const std::uint64_t before = resident_bytes();
    if (!build_large_segment(large, options, 5000)) ::_exit(255);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto peak = static_cast<std::uint64_t>(usage.ru_maxrss) << 10;
    ::_exit(static_cast<int>((peak - std::min(peak, before)) >> 20));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

TEST(SegmentBuilder, MemoryStaysUnderItsBoundWhateverIsTakenIn) {
  if (dateline::testing::kSanitized) GTEST_SKIP() << "sanitizers use memory of their own";
  // Beside the builder, each lane's analyser keeps its vocabulary: some 20 MB.
  constexpr int kVocabularies = 2 * 20;
  constexpr int kBound = 32;
  const TemporaryDirectory directory;
  const int megabytes = megabytes_of_a_segment(directory, {2, std::uint64_t{kBound} << 20});
  EXPECT_LE(megabytes, kBound + kVocabularies);
  EXPECT_TRUE(std::filesystem::exists(directory.file("large/iamglass")));
}

TEST(SegmentBuilder, ValuesAndLengthsFillASegment) {
  const TemporaryDirectory directory;
  auto builder =
      SegmentBuilder::create(BuilderKind::kGlass, directory.path(), {1, std::uint64_t{1} << 20});
  ASSERT_TRUE(builder);
  AnalysedArticle article;
  article.values.emplace_back(schema::Slot{0}, std::string(200, 'v'));
  std::uint32_t number = 0;
  while (!(*builder)->is_full() && number < 100000) {
    auto prepared = (*builder)->prepare(0, ++number, article);
    ASSERT_TRUE(prepared);
    ASSERT_TRUE((*builder)->take(std::move(*prepared)));
  }
  EXPECT_GT(number, 500U);
  EXPECT_LT(number, 2000U);
}

TEST(SegmentBuilder, LanesPrepareAtTheSameTime) {
  const TemporaryDirectory directory;
  const Numbered input = articles(300);
  constexpr unsigned kLanes = 3;
  std::filesystem::create_directory(directory.file("parallel"));
  auto builder = SegmentBuilder::create(BuilderKind::kGlass, directory.file("parallel"),
                                        {kLanes, std::uint64_t{32} << 20});
  ASSERT_TRUE(builder);
  std::vector<std::unique_ptr<PreparedArticle>> prepared(input.size());
  std::vector<std::thread> threads;
  for (unsigned lane = 0; lane < kLanes; ++lane) {
    threads.emplace_back([&, lane] {
      ArticleAnalyser analyser;
      for (std::size_t i = lane; i < input.size(); i += kLanes) {
        const auto& [number, article] = input[i];
        auto one =
            (*builder)->prepare(lane, number, analyser.analyse(article, article.id + "print"));
        if (one) prepared[i] = std::move(*one);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (auto& one : prepared) {
    ASSERT_TRUE(one);
    ASSERT_TRUE((*builder)->take(std::move(one)));
  }
  ASSERT_TRUE((*builder)->finish({}));
  const std::string alone = build(directory, BuilderKind::kGlass, input, {});
  EXPECT_EQ(describe_database(Xapian::Database(directory.file("parallel"))),
            describe_database(Xapian::Database(alone)));
}

}  // namespace
}  // namespace dateline::indexer
