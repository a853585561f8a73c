// dateline-corpus as a program: what it writes, and its exit codes.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "common/schema/article_json.h"
#include "corpus/generator/pages/page.h"
#include "corpus/generator/stories/model.h"
#include "tests/support/places.h"
#include "tests/support/temporary_directory.h"

namespace dateline::corpus {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class CorpusProgram : public ::testing::Test {
 protected:
  // Runs it by a shell, standard output to `out`, standard error to `err`; the exit code.
  int run(const std::string& arguments) const {
    const std::string command = "D='" + directory_.string() + "'; " +
                                dateline::testing::program_directory() + "/dateline-corpus " +
                                arguments + " > $D/out 2> $D/err";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string out() const { return read(directory_ / "out"); }
  std::string err() const { return read(directory_ / "err"); }

  testing::TemporaryDirectory temporary_;
  fs::path directory_ = temporary_.path();
};

std::string lines_of(const CorpusModel& model, std::uint64_t first, std::uint64_t articles) {
  std::string lines;
  for (std::uint64_t i = first; i < first + articles; ++i)
    lines += schema::to_json(model.article(i)) + "\n";
  return lines;
}

TEST_F(CorpusProgram, WritesARecordALine) {
  ASSERT_EQ(run("--articles 30 --seed 4"), 0);
  EXPECT_EQ(out(), lines_of(CorpusModel({.seed = 4}), 0, 30));
  EXPECT_EQ(err(), "");
}

TEST_F(CorpusProgram, PartsMakeTheWhole) {
  ASSERT_EQ(run("--articles 7 --first 5 --seed 4 --mean-words 80 --copies 0.5 --from 2020-01-01 "
                "--to 2020-01-31"),
            0);
  const CorpusModel model({.seed = 4,
                           .from = std::chrono::year(2020) / 1 / 1,
                           .to = std::chrono::year(2020) / 1 / 31,
                           .mean_words = 80,
                           .copies_per_mille = 500});
  EXPECT_EQ(out(), lines_of(model, 5, 7));
}

TEST_F(CorpusProgram, WritesPagesAManifestAndTheirTruth) {
  ASSERT_EQ(run("--articles 3 --first 999 --format html --output $D/pages --truth $D/truth"), 0)
      << err();
  const CorpusModel model({});
  EXPECT_EQ(read(directory_ / "truth"), lines_of(model, 999, 3));
  const Article article = model.article(1000);
  EXPECT_EQ(read(directory_ / "pages/000001/000001000.html"),
            render_page(article, Layout::outlet_of(1000), furniture_of(model, 1000)));
  std::string manifest;
  for (const std::uint64_t i : {999U, 1000U, 1001U}) {
    manifest += "00000" + std::to_string(i / 1000) + (i < 1000 ? "/000000" : "/00000") +
                std::to_string(i) + ".html\t" + model.article(i).url + "\n";
  }
  EXPECT_EQ(read(directory_ / "pages/manifest.tsv"), manifest);
}

TEST_F(CorpusProgram, WritesPagesAsOneStream) {
  ASSERT_EQ(run("--articles 5 --format html"), 0);
  std::size_t pages = 0;
  const std::string stream = out();
  for (std::size_t at = 0; (at = stream.find("<!DOCTYPE html", at)) != std::string::npos; ++at) {
    ++pages;
  }
  EXPECT_EQ(pages, 5U);
}

TEST_F(CorpusProgram, WritesRecordsAndFactsToFiles) {
  ASSERT_EQ(run("--articles 4 --output $D/x/y --facts $D/facts.json"), 0) << err();
  EXPECT_EQ(read(directory_ / "x/y/articles.jsonl"), lines_of(CorpusModel({}), 0, 4));
  EXPECT_NE(read(directory_ / "facts.json").find("\"m3x\""), std::string::npos);
  EXPECT_EQ(out(), "");
}

// The reader leaves after some bytes, long before ten million articles are made.
TEST_F(CorpusProgram, AClosedPipeIsSuccess) {
  const std::string command =
      dateline::testing::program_directory() + "/dateline-corpus --articles 10000000";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  EXPECT_EQ(std::fgetc(pipe), '{');
  const int status = ::pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(CorpusProgram, WrongCommandLinesExitWithTwo) {
  for (const char* wrong :
       {"", "--articles x", "--articles 1 --copies 0.95", "--articles 1 --from 2020-02-30",
        "--articles 1 --from 2021-01-01 --to 2020-01-01", "--articles 1 --format pdf",
        "--articles 1 --mean-words 1", "--articles 1 --nonsense"}) {
    EXPECT_EQ(run(wrong), 2) << wrong;
    EXPECT_NE(err().find("dateline-corpus"), std::string::npos);
    EXPECT_EQ(out(), "");
  }
}

TEST_F(CorpusProgram, FailuresToWriteExitWithOneAndNameTheFile) {
  EXPECT_EQ(run("--articles 1 --truth $D/no/such/truth"), 1);
  EXPECT_NE(err().find("no/such/truth"), std::string::npos);
  EXPECT_EQ(run("--articles 1 --output /dev/null/x"), 1);
  EXPECT_NE(err().find("/dev/null/x"), std::string::npos);
}

TEST_F(CorpusProgram, HelpAndVersionAreResults) {
  EXPECT_EQ(run("--version"), 0);
  EXPECT_EQ(out(), "dateline-corpus " DATELINE_VERSION "\n");
  EXPECT_EQ(run("--help"), 0);
  EXPECT_NE(out().find("--mean-words"), std::string::npos);
}

}  // namespace
}  // namespace dateline::corpus
