#include "indexer/pipeline/add_session.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

constexpr const char* kTwoRecords =
    R"({"id":"a1","headline":"Bridge closed","body":"The bridge is closed."})"
    "\n"
    R"({"id":"a2","headline":"Ferry back","body":"The ferry is back."})"
    "\n";

class Heard final : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { codes.push_back(rejection.code); }
  void left_out(const Origin& /*origin*/, const std::vector<LeftOut>& values) override {
    for (const LeftOut& one : values) fields.emplace_back(one.field);
  }
  void went_on(std::uint64_t articles, std::uint64_t /*bytes*/) override {
    EXPECT_GE(articles, articles_so_far);
    articles_so_far = articles;
  }

  std::vector<std::string> codes;
  std::vector<std::string> fields;
  std::uint64_t articles_so_far = 0;
};

class AddSessionTest : public ::testing::Test {
 protected:
  AddJob job(const std::string& path) const {
    AddJob job;
    job.directory = directory_.file("index");
    job.inputs.list.paths = {path};
    job.inputs.make.entities = false;
    job.resources.threads = 2;
    return job;
  }

  Summary run(AddJob job, bool stopped = false) {
    auto session = AddSession::open(std::move(job), [stopped] { return stopped; });
    if (!session) {
      ADD_FAILURE() << session.error().message;
      return {};
    }
    heard_ = {};
    const auto summary = (*session)->run(heard_);
    if (!summary) ADD_FAILURE() << summary.error().message;
    return summary.value_or(Summary());
  }

  testing::TemporaryDirectory directory_;
  Heard heard_;
};

TEST_F(AddSessionTest, CountsWhatBecameOfEachInputAndTellsOfRejections) {
  const std::string feed = directory_.write("feed.jsonl", std::string(kTwoRecords) + "{no json\n");
  const Summary first = run(job(feed));
  EXPECT_EQ(first.added, 2U);
  EXPECT_EQ(first.rejected, 1U);
  EXPECT_EQ(first.articles, 2U);
  EXPECT_EQ(heard_.codes, std::vector<std::string>{"bad-json"});
  const Summary again = run(job(feed));
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_EQ(again.added + again.replaced, 0U);
}

TEST_F(AddSessionTest, AnotherChoiceOfWhatIsMadeOfInputsMakesThemNew) {
  const std::string feed = directory_.write("feed.jsonl", kTwoRecords);
  run(job(feed));
  AddJob with_entities = job(feed);
  with_entities.inputs.make.entities = true;
  EXPECT_EQ(run(with_entities).replaced, 2U);
}

TEST_F(AddSessionTest, TellsWhatWasLeftOutOfAnArticleThatIsKept) {
  const Summary summary = run(job(
      directory_.write("feed.jsonl", R"({"id":"a1","headline":"One","published":"9999-12-31"})")));
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(heard_.fields, std::vector<std::string>{"published"});
}

TEST_F(AddSessionTest, OneBadDateLosesNoArticleUnlessAskedTo) {
  const std::string feed = directory_.write(
      "feed.jsonl", R"({"id":"a1","headline":"One","published":"2020-02-30","byline":"Ann Lee"})"
                    "\n"
                    R"({"id":"a2","headline":"Two"})");
  EXPECT_EQ(run(job(feed)).added, 2U);
  EXPECT_EQ(heard_.fields, (std::vector<std::string>{"byline", "published"}));
  AddJob strict = job(feed);
  strict.inputs.make.strict = true;
  const Summary summary = run(strict);
  EXPECT_EQ(summary.rejected, 1U);
  EXPECT_EQ(summary.replaced, 1U);
  EXPECT_EQ(heard_.codes, std::vector<std::string>{"bad-record"});
}

TEST_F(AddSessionTest, ADryRunChangesNothing) {
  AddJob dry = job(directory_.write("feed.jsonl", kTwoRecords));
  dry.dry_run = true;
  EXPECT_EQ(run(dry).added, 2U);
  EXPECT_FALSE(std::filesystem::exists(directory_.file("index")));
}

TEST_F(AddSessionTest, SyncRemovesTheArticlesOfFilesThatAreGone) {
  directory_.write("in/one.jsonl", R"({"id":"a1","headline":"One"})");
  const std::string two = directory_.write("in/two.jsonl", R"({"id":"a2","headline":"Two"})");
  AddJob sync = job(directory_.file("in"));
  sync.sync = true;
  EXPECT_EQ(run(sync).added, 2U);
  std::filesystem::remove(two);
  const Summary after = run(sync);
  EXPECT_EQ(after.removed, 1U);
  EXPECT_EQ(after.articles, 1U);
}

TEST_F(AddSessionTest, ARunThatIsStoppedEndsInGoodOrder) {
  const Summary stopped = run(job(directory_.write("feed.jsonl", kTwoRecords)), true);
  EXPECT_EQ(stopped.read(), 0U);
}

// Indexes keep fingerprints: another salt would have everything read again.
TEST(FingerprintSaltTest, IsWhatIndexesHave) {
  EXPECT_EQ(fingerprint_salt({}), "8 entities=on keep=articles");
  EXPECT_EQ(fingerprint_salt({false, true}), "8 entities=none keep=all");
}

TEST(FingerprintSaltTest, TellsGroupsApartWhateverTheirOrder) {
  const auto salt = [](std::vector<std::string> access) {
    return fingerprint_salt({.access = std::move(access)});
  };
  EXPECT_EQ(salt({"desk", "board"}), salt({"board", "desk"}));
  EXPECT_NE(salt({"desk", "board"}), salt({"desk,board"}));
  EXPECT_NE(salt({"desk"}), salt({}));
}

}  // namespace
}  // namespace dateline::indexer
