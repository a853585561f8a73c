// Every allocation fails once: what is kept between two articles must not be half of one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/base/contained.h"
#include "common/schema/stored_record.h"
#include "indexer/glass/database_builder.h"
#include "indexer/write/analysis/article_analyser.h"
#include "tests/support/failing_allocations.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::allocations_of;
using dateline::testing::fail_each_allocation;
using dateline::testing::TemporaryDirectory;

// With more words than wait for their look-ups at a time, some of them folded.
Article article_of(const std::string& id, int first) {
  Article article;
  article.id = id;
  article.language = "en";
  article.headline = "Ships and harbours " + id;
  article.url = "https://news.example/" + id;
  article.tags = {"sea", "weather"};
  for (int i = first; i < first + 150; ++i) article.body += fmt::format("Wörd{} waited {}. ", i, i);
  return article;
}

std::string printed(const AnalysedArticle& article) {
  std::string out = article.id_term + "\n" + article.data + "\n";
  for (const Posting& posting : article.postings) {
    out += fmt::format("{} {}", posting.term, posting.wdf);
    for (const std::uint32_t position : posting.positions) out += fmt::format(" {}", position);
    out += '\n';
  }
  return out;
}

TEST(OutOfMemory, AnAnalyserBeginsAnew) {
  const Article first = article_of("a", 0);
  const Article second = article_of("b", 100);
  const std::string expected_first = printed(ArticleAnalyser().analyse(first, "f1"));
  const std::string expected_second = printed(ArticleAnalyser().analyse(second, "f2"));
  std::unique_ptr<ArticleAnalyser> analyser;
  // The record is encoded last, by a library whose destructors allocate: no failure there can be
  // contained. Half of what comes before it is words and their terms.
  const long in_record = allocations_of([&] { schema::encode_record(second); });
  const long in_all = allocations_of([&] {
    ArticleAnalyser fresh;
    fresh.analyse(first, "f1");
    fresh.analyse(second, "f2");
  });
  const long in_first = allocations_of([&] { ArticleAnalyser().analyse(first, "f1"); });
  fail_each_allocation(
      [&] {
        analyser = std::make_unique<ArticleAnalyser>();
        analyser->analyse(first, "f1");
      },
      [&] { analyser->analyse(second, "f2"); },
      [&](bool) {
        ASSERT_EQ(printed(analyser->analyse(first, "f1")), expected_first);
        ASSERT_EQ(printed(analyser->analyse(second, "f2")), expected_second);
      },
      1, (in_all - in_first - in_record) / 2);
}

std::vector<std::string> terms_of(glass::DocId number) {
  std::vector<std::string> terms;
  for (glass::DocId i = 1000; i < 1060; ++i) terms.push_back(fmt::format("t{}", i * number));
  std::sort(terms.begin(), terms.end());
  return terms;
}

// Postings with all that they point into.
struct Document {
  explicit Document(glass::DocId own_number) : number(own_number), terms(terms_of(own_number)) {
    for (const std::string& term : terms) postings.push_back({term, 3, positions});
  }

  glass::DocId number;
  std::vector<std::string> terms;
  std::vector<std::uint32_t> positions{1, 5, 70};
  std::vector<glass::PostingView> postings;
};

class BuilderOutOfMemory : public ::testing::Test {
 protected:
  void begin() {
    builder_.reset();
    path_ = directory_.file(std::to_string(++rounds_));
    std::filesystem::create_directory(path_);
    glass::BuilderOptions options;
    options.lanes = 2;
    options.arena_bytes = 30000;
    auto made = glass::DatabaseBuilder::create(path_, options);
    ASSERT_TRUE(made);
    builder_ = std::make_unique<glass::DatabaseBuilder>(std::move(*made));
    // Enough for lanes to spill, so that finishing has runs to merge.
    for (glass::DocId number = 1; number <= 20; ++number) add(Document(number));
  }
  void add(const Document& document) {
    const auto encoded =
        builder_->prepare(document.number % 2, document.number, {document.postings, {}, "data"});
    ASSERT_TRUE(encoded);
    builder_->take(*encoded);
  }
  bool is_database() const { return std::filesystem::exists(path_ + "/iamglass"); }

  TemporaryDirectory directory_;
  std::string path_;
  std::unique_ptr<glass::DatabaseBuilder> builder_;
  int rounds_ = 0;
};

TEST_F(BuilderOutOfMemory, WhatIsHalfAddedIsNeverWritten) {
  const Document next(21);
  fail_each_allocation([&] { begin(); }, [&] { add(next); },
                       [&](bool failed) {
                         const Status finished = builder_->finish({});
                         ASSERT_EQ(finished.has_value(), !failed);
                         ASSERT_EQ(is_database(), !failed);
                       });
}

TEST_F(BuilderOutOfMemory, FinishingFailsWithoutEndingTheProgram) {
  fail_each_allocation([&] { begin(); },
                       [&] {
                         const Status done = contained([&] { return builder_->finish({}); });
                         if (!done) {
                           ASSERT_EQ(done.error().code, ErrorCode::kNoMemory);
                         }
                         ASSERT_TRUE(is_database() || !done);
                       },
                       [](bool) {}, 3);
}

}  // namespace
}  // namespace dateline::indexer
