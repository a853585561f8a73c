#include "indexer/input/document_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/indexer/input/compressed.h"
#include "tests/support/sanitized.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::gzipped;
using dateline::testing::zstandard;
using ::testing::ElementsAre;

class DocumentReaderTest : public ::testing::Test {
 protected:
  DocumentReader reader(std::vector<std::string> paths, ReadOptions options = {},
                        std::string base_url = {}) {
    auto list = InputList::open({std::move(paths), "", std::move(base_url)});
    EXPECT_TRUE(list);
    return DocumentReader(std::move(*list), std::move(options));
  }

  std::vector<tl::expected<RawDocument, Rejection>> read(std::vector<std::string> paths,
                                                         ReadOptions options = {},
                                                         std::string base_url = {}) {
    auto documents = reader(std::move(paths), std::move(options), std::move(base_url));
    std::vector<tl::expected<RawDocument, Rejection>> out;
    while (auto document = documents.next()) out.push_back(std::move(*document));
    return out;
  }

  // "kind offset bytes", or "!code offset".
  std::vector<std::string> described(std::vector<std::string> paths, ReadOptions options = {}) {
    std::vector<std::string> out;
    for (const auto& document : read(std::move(paths), std::move(options))) {
      out.push_back(document ? std::string(name_of(document->kind)) + " " +
                                   std::to_string(document->origin.offset) + " " + document->bytes
                             : "!" + document.error().code + " " +
                                   std::to_string(document.error().offset));
    }
    return out;
  }

  dateline::testing::TemporaryDirectory directory_;
};

TEST_F(DocumentReaderTest, EachInputIsReadAsWhatItIs) {
  EXPECT_THAT(described({directory_.write("a", "<html>x"), directory_.write("b", "plain words"),
                         directory_.write("c", "{\"a\":1}\n\n{\"b\":2}\n"),
                         directory_.write("d", "{\n\"a\":1}")}),
              ElementsAre("html 0 <html>x", "text 0 plain words", "jsonl 0 {\"a\":1}",
                          "jsonl 9 {\"b\":2}", "jsonl 0 {\n\"a\":1}"));
}

TEST_F(DocumentReaderTest, AForcedKindWins) {
  ReadOptions options;
  options.kind = InputKind::kText;
  EXPECT_THAT(described({directory_.write("a", "<html>x")}, options),
              ElementsAre("text 0 <html>x"));
  options.kind = InputKind::kJsonl;
  EXPECT_THAT(described({directory_.write("b", "no json\n{}")}, options),
              ElementsAre("jsonl 0 no json", "jsonl 8 {}"));
}

TEST_F(DocumentReaderTest, CompressionIsSeenThroughWhateverTheName) {
  EXPECT_THAT(described({directory_.write("a.html", gzipped("<html>x")),
                         directory_.write("b", zstandard("{\"a\":1}\n{\"b\":2}"))}),
              ElementsAre("html 0 <html>x", "jsonl 0 {\"a\":1}", "jsonl 8 {\"b\":2}"));
}

TEST_F(DocumentReaderTest, WhatGivesNoArticleIsNamedAndTheRestGoesOn) {
  const std::string page = gzipped("<html>" + std::string(3000, 'x'));
  EXPECT_THAT(described({directory_.write("a", ""), directory_.write("b", " \n"),
                         directory_.write("c", std::string(1000, '\0')),
                         directory_.write("d", page.substr(0, 20)), directory_.file("none"),
                         directory_.write("e", "words")}),
              ElementsAre("!empty 0", "!empty 0", "!binary 0", "!bad-compression 0", "!missing 0",
                          "text 0 words"));
}

TEST_F(DocumentReaderTest, AnEmptyFeedIsNamedToo) {
  ReadOptions options;
  options.kind = InputKind::kJsonl;
  EXPECT_THAT(described({directory_.write("a", "")}, options), ElementsAre("!empty 0"));
}

TEST_F(DocumentReaderTest, APageOverTheLimitIsRefused) {
  ReadOptions options;
  options.max_document_bytes = 1000;
  EXPECT_THAT(described({directory_.write("a", "<html>" + std::string(994, 'x')),
                         directory_.write("b", "<html>" + std::string(995, 'x'))},
                        options),
              ElementsAre("html 0 <html>" + std::string(994, 'x'), "!too-large 0"));
}

TEST_F(DocumentReaderTest, MarkupBehindALotOfWhiteSpaceIsFound) {
  const std::string page = std::string(kHeadBytes + 10, '\n') + "<html>x";
  EXPECT_THAT(described({directory_.write("a", page)}), ElementsAre("html 0 " + page));
  EXPECT_THAT(described({directory_.write("b", std::string(kHeadBytes + 10, '\n'))}),
              ElementsAre("!empty 0"));
}

TEST_F(DocumentReaderTest, ManyZerosAreRefusedAfterAFewOfThem) {
  const std::string path = directory_.write("zeros", "");
  ASSERT_EQ(::truncate(path.c_str(), 200'000'000), 0);
  auto zeros = reader({path, directory_.write("bomb.gz", gzipped(std::string(50 << 20, '\0')))});
  for (int i = 0; i < 2; ++i) {
    const auto refused = zeros.next();
    ASSERT_TRUE(refused && !*refused);
    EXPECT_EQ(refused->error().code, reject::kBinary);
  }
  EXPECT_LT(zeros.bytes_read(), 1'000'000U);
}

TEST_F(DocumentReaderTest, TheUrlOfACompressedFileDoesNotSayHowItIsStored) {
  directory_.write("d/a.html.gz", gzipped("<html>x"));
  const auto documents = read({directory_.file("d")}, {}, "https://news.example/");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0]->url, "https://news.example/a.html");
}

TEST_F(DocumentReaderTest, RecordsOfOneFileDoNotShareItsUrl) {
  const auto documents =
      read({directory_.write("a", "{\"a\":1}\n{\"b\":2}")}, {}, "https://news.example/");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0]->url, "");
}

TEST_F(DocumentReaderTest, FingerprintsDifferByEverythingThatMatters) {
  const std::string a = directory_.write("a", "words");
  const std::string b = directory_.write("b", "words");
  const std::string lines = directory_.write("c", "{}\n{}");
  ReadOptions salted;
  salted.salt = "other options";
  ReadOptions forced;
  forced.kind = InputKind::kHtml;
  std::set<std::string> different;
  different.insert(read({a})[0]->fingerprint);
  different.insert(read({b})[0]->fingerprint);
  different.insert(read({a}, salted)[0]->fingerprint);
  different.insert(read({a}, forced)[0]->fingerprint);
  different.insert(read({a}, {}, "https://news.example/")[0]->fingerprint);
  different.insert(read({lines})[0]->fingerprint);
  different.insert(read({lines})[1]->fingerprint);
  const std::string before = read({a})[0]->fingerprint;
  EXPECT_EQ(different.count(before), 1U);
  directory_.write("a", "other words");
  different.insert(read({a})[0]->fingerprint);
  EXPECT_EQ(different.size(), 8U);
}

TEST_F(DocumentReaderTest, AFileIsTheSameHoweverItsPathIsWritten) {
  directory_.write("d/a", "words");
  EXPECT_EQ(read({directory_.file("d/../d/./a")})[0]->fingerprint,
            read({directory_.file("d/a")})[0]->fingerprint);
}

TEST_F(DocumentReaderTest, AFileThatIsKnownInItsStateIsNotRead) {
  const std::string known = directory_.write("known", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
  const std::string fresh = directory_.write("fresh", "words");
  std::optional<FileIdentity> state;
  ReadOptions options;
  options.known_articles = [&](const FileIdentity& file) {
    return state && file.place == state->place && file.state == state->state ? 2U : 0U;
  };
  state = read({known}, options)[0]->file;
  ASSERT_TRUE(state);
  const auto documents = read({known, fresh}, options);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0]->known_articles, 2U);
  EXPECT_EQ(documents[0]->origin.path, known);
  EXPECT_TRUE(documents[0]->bytes.empty());
  EXPECT_EQ(documents[1]->known_articles, 0U);
  EXPECT_EQ(documents[1]->bytes, "words");
  options.salt = "other";
  EXPECT_EQ(read({known}, options).size(), 2U) << "what is to be made of it has changed";
  options.salt.clear();
  directory_.write("known", "{\"id\":\"1\"}\n{\"id\":\"2\"} \n");
  EXPECT_EQ(read({known}, options).size(), 2U) << "its size has changed";
}

TEST_F(DocumentReaderTest, ALargeFeedIsReadInLittleMemory) {
  if (dateline::testing::kSanitized) GTEST_SKIP() << "sanitizers use memory of their own";
  const std::string path = directory_.file("feed.zst");
  {
    const std::string line = "{\"body\":\"" + std::string(100000, 'x') + "\"}\n";
    std::string block;
    for (int i = 0; i < 100; ++i) block += line;
    std::ofstream out(path, std::ios::binary);
    for (int i = 0; i < 30; ++i) out << zstandard(block);  // 300 MB
  }
  // Tests before this one may have left a higher peak: what this one adds to it counts.
  rusage before{};
  ::getrusage(RUSAGE_SELF, &before);
  auto feed = reader({path});
  std::size_t documents = 0;
  std::size_t bytes = 0;
  while (auto document = feed.next()) {
    ASSERT_TRUE(*document);
    ++documents;
    bytes += (*document)->bytes.size();
  }
  EXPECT_EQ(documents, 3000U);
  EXPECT_GT(bytes, 300'000'000U);
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  EXPECT_LT(usage.ru_maxrss - before.ru_maxrss, 100 * 1024)
      << "the feed is three times that, and its lines are small";
}

TEST_F(DocumentReaderTest, ASilentPipeIsLeftWhenItIsTimeToStop) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "{\"a\":1}\n", 8), 8);
  std::atomic<bool> stop{false};
  ReadOptions options;
  options.kind = InputKind::kJsonl;
  options.stop = [&stop] { return stop.load(); };
  auto feed = reader({"/dev/fd/" + std::to_string(ends[0])}, options);
  const auto first = feed.next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->bytes, "{\"a\":1}");
  std::thread stopper([&stop] { stop = true; });
  EXPECT_FALSE(feed.next());
  stopper.join();
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace
}  // namespace dateline::indexer
