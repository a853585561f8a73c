#include "indexer/input/document_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "indexer/input/containers/json_lines.h"
#include "tests/indexer/input/bytes/compressed.h"
#include "tests/indexer/input/test_tables.h"
#include "tests/support/sanitized.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::gzipped;
using dateline::testing::zstandard;
using ::testing::ElementsAre;

ReadOptions reading_as(std::string_view name) {
  ReadOptions options;
  options.kind = input_kind_from(name, dateline::testing::test_tables());
  EXPECT_TRUE(options.kind) << name;
  return options;
}

class DocumentReaderTest : public ::testing::Test {
 protected:
  DocumentReader reader(std::vector<std::string> paths, ReadOptions options = {},
                        std::string base_url = {}) {
    auto list = InputList::open({std::move(paths), "", std::move(base_url)});
    EXPECT_TRUE(list);
    if (options.tables.formats.empty()) options.tables = dateline::testing::test_tables();
    return DocumentReader(std::move(*list), std::move(options));
  }

  std::vector<InputEvent> events(std::vector<std::string> paths, ReadOptions options = {},
                                 std::string base_url = {}) {
    auto documents = reader(std::move(paths), std::move(options), std::move(base_url));
    std::vector<InputEvent> out;
    while (auto event = documents.next()) out.push_back(std::move(*event));
    return out;
  }

  // Of inputs that all give documents.
  std::vector<RawDocument> read(std::vector<std::string> paths, ReadOptions options = {},
                                std::string base_url = {}) {
    std::vector<RawDocument> out;
    for (InputEvent& event : events(std::move(paths), std::move(options), std::move(base_url))) {
      auto* document = std::get_if<RawDocument>(&event);
      EXPECT_NE(document, nullptr);
      if (document != nullptr) out.push_back(std::move(*document));
    }
    return out;
  }

  static std::string described(const InputEvent& event) {
    if (const auto* refused = std::get_if<Rejection>(&event)) {
      return "!" + refused->code + " " + refused->member + "@" + std::to_string(refused->offset);
    }
    if (const auto* known = std::get_if<KnownFile>(&event)) {
      return "known " + std::to_string(known->articles);
    }
    const auto& document = std::get<RawDocument>(event);
    return std::string(document.format->name) + " " + document.origin.member + "@" +
           std::to_string(document.origin.offset) + " " + document.bytes;
  }

  // "format member@offset bytes", or "!code member@offset".
  std::vector<std::string> described(std::vector<std::string> paths, ReadOptions options = {}) {
    std::vector<std::string> out;
    for (const auto& event : events(std::move(paths), std::move(options))) {
      out.push_back(described(event));
    }
    return out;
  }

  dateline::testing::TemporaryDirectory directory_;
};

TEST_F(DocumentReaderTest, EachInputIsReadAsWhatItIs) {
  EXPECT_THAT(described({directory_.write("a", "<html>x"), directory_.write("b", "plain words"),
                         directory_.write("c", "{\"a\":1}\n\n{\"b\":2}\n"),
                         directory_.write("d", "{\n\"a\":1}")}),
              ElementsAre("page @0 <html>x", "text @0 plain words", "json @0 {\"a\":1}",
                          "json @9 {\"b\":2}", "json @0 {\n\"a\":1}"));
}

TEST_F(DocumentReaderTest, AForcedKindWins) {
  EXPECT_THAT(described({directory_.write("a", "<html>x")}, reading_as("text")),
              ElementsAre("text @0 <html>x"));
  EXPECT_THAT(described({directory_.write("b", "no json\n{}")}, reading_as("jsonl")),
              ElementsAre("json @0 no json", "json @8 {}"));
  EXPECT_THAT(described({directory_.write("c", "{}\n{}")}, reading_as("json")),
              ElementsAre("json @0 {}\n{}"));
}

TEST_F(DocumentReaderTest, CompressionIsSeenThroughWhateverTheName) {
  EXPECT_THAT(described({directory_.write("a.html", gzipped("<html>x")),
                         directory_.write("b", zstandard("{\"a\":1}\n{\"b\":2}"))}),
              ElementsAre("page @0 <html>x", "json @0 {\"a\":1}", "json @8 {\"b\":2}"));
}

TEST_F(DocumentReaderTest, WhatGivesNoArticleIsNamedAndTheRestGoesOn) {
  const std::string page = gzipped("<html>" + std::string(3000, 'x'));
  EXPECT_THAT(described({directory_.write("a", ""), directory_.write("b", " \n"),
                         directory_.write("c", std::string(1000, '\0')),
                         directory_.write("d", page.substr(0, 20)), directory_.file("none"),
                         directory_.write("e", "words")}),
              ElementsAre("!empty @0", "!empty @0", "!binary @0", "!bad-compression @0",
                          "!missing @0", "text @0 words"));
}

TEST_F(DocumentReaderTest, AnEmptyFeedIsNamedToo) {
  EXPECT_THAT(described({directory_.write("a", "")}, reading_as("jsonl")),
              ElementsAre("!empty @0"));
}

TEST_F(DocumentReaderTest, APageOverTheLimitIsRefused) {
  ReadOptions options;
  options.max_document_bytes = 1000;
  EXPECT_THAT(described({directory_.write("a", "<html>" + std::string(994, 'x')),
                         directory_.write("b", "<html>" + std::string(995, 'x'))},
                        options),
              ElementsAre("page @0 <html>" + std::string(994, 'x'), "!too-large @0"));
}

TEST_F(DocumentReaderTest, MarkupBehindALotOfWhiteSpaceIsFound) {
  const std::string page = std::string(kHeadBytes + 10, '\n') + "<html>x";
  EXPECT_THAT(described({directory_.write("a", page)}), ElementsAre("page @0 " + page));
  EXPECT_THAT(described({directory_.write("b", std::string(kHeadBytes + 10, '\n'))}),
              ElementsAre("!empty @0"));
}

TEST_F(DocumentReaderTest, ManyZerosAreRefusedAfterAFewOfThem) {
  const std::string path = directory_.write("zeros", "");
  ASSERT_EQ(::truncate(path.c_str(), 200'000'000), 0);
  auto zeros = reader({path, directory_.write("bomb.gz", gzipped(std::string(50 << 20, '\0')))});
  for (int i = 0; i < 2; ++i) {
    const auto refused = zeros.next();
    ASSERT_TRUE(refused);
    EXPECT_EQ(described(*refused), "!binary @0");
  }
  EXPECT_LT(zeros.bytes_read(), 1'000'000U);
}

TEST_F(DocumentReaderTest, TheUrlOfACompressedFileDoesNotSayHowItIsStored) {
  directory_.write("d/a.html.gz", gzipped("<html>x"));
  const auto documents = read({directory_.file("d")}, {}, "https://news.example/");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].url, "https://news.example/a.html");
}

TEST_F(DocumentReaderTest, RecordsOfOneFileDoNotShareItsUrl) {
  const auto documents =
      read({directory_.write("a", "{\"a\":1}\n{\"b\":2}")}, {}, "https://news.example/");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].url, "");
}

TEST_F(DocumentReaderTest, FingerprintsDifferByEverythingThatMatters) {
  const std::string a = directory_.write("a", "words");
  const std::string b = directory_.write("b", "words");
  const std::string lines = directory_.write("c", "{}\n{}");
  ReadOptions salted;
  salted.salt = "other options";
  std::set<std::string> different;
  different.insert(read({a})[0].fingerprint);
  different.insert(read({b})[0].fingerprint);
  different.insert(read({a}, salted)[0].fingerprint);
  different.insert(read({a}, reading_as("page"))[0].fingerprint);
  different.insert(read({a}, {}, "https://news.example/")[0].fingerprint);
  different.insert(read({lines})[0].fingerprint);
  different.insert(read({lines})[1].fingerprint);
  const std::string before = read({a})[0].fingerprint;
  EXPECT_EQ(different.count(before), 1U);
  directory_.write("a", "other words");
  different.insert(read({a})[0].fingerprint);
  EXPECT_EQ(different.size(), 8U);
}

TEST_F(DocumentReaderTest, AFileIsTheSameHoweverItsPathIsWritten) {
  directory_.write("d/a", "words");
  EXPECT_EQ(read({directory_.file("d/../d/./a")})[0].fingerprint,
            read({directory_.file("d/a")})[0].fingerprint);
}

TEST_F(DocumentReaderTest, AFileThatIsKnownInItsStateIsNotRead) {
  const std::string known = directory_.write("known", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
  const std::string fresh = directory_.write("fresh", "words");
  std::optional<FileIdentity> state;
  ReadOptions options;
  options.known_articles = [&](const FileIdentity& file) {
    return state && file.place == state->place && file.state == state->state ? 2U : 0U;
  };
  state = read({known}, options)[0].file;
  ASSERT_TRUE(state);
  EXPECT_THAT(described({known, fresh}, options), ElementsAre("known 2", "text @0 words"));
  EXPECT_EQ(std::get<KnownFile>(events({known}, options)[0]).path, known);
  options.salt = "other";
  EXPECT_EQ(read({known}, options).size(), 2U) << "what is to be made of it has changed";
  options.salt.clear();
  directory_.write("known", "{\"id\":\"1\"}\n{\"id\":\"2\"} \n");
  EXPECT_EQ(read({known}, options).size(), 2U) << "its size has changed";
}

// A container whose entries are the pieces between slashes: "name=bytes", or "!" for a fault.
class Pieces final : public Container {
 public:
  explicit Pieces(std::string bytes) : rest_(std::move(bytes)) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = std::min(rest_.find('/'), rest_.size());
    const std::string piece = rest_.substr(0, end);
    rest_.erase(0, end + 1);
    const std::size_t equals = piece.find('=');
    const std::string name = piece.substr(0, equals);
    if (equals == std::string::npos) {
      return tl::unexpected(EntryRefusal{{name, 7}, {reject::kBadCompression, "torn"}});
    }
    std::string bytes = piece.substr(equals + 1);
    for (char& c : bytes) c = c == ';' ? '/' : c;
    return Entry{{name, 0}, {}, std::make_unique<BufferedSource>(std::move(bytes))};
  }

 private:
  std::string rest_;
};

std::unique_ptr<Container> open_pieces(std::unique_ptr<BufferedSource> source,
                                       const ContainerOptions& options) {
  return std::make_unique<Pieces>(source->read_all(options.max_entry_bytes).value_or("").substr(7));
}

bool is_pieces(const Head& head) { return head.bytes().starts_with("PIECES "); }

class ContainersInReaderTest : public DocumentReaderTest {
 protected:
  ReadOptions options() const {
    ReadOptions options;
    options.tables = {kContainers, dateline::testing::kTestFormats};
    return options;
  }

  static constexpr std::array kContainers{
      ContainerKind{"jsonl", "json", is_json_lines, open_json_lines},
      ContainerKind{"pieces", "", is_pieces, open_pieces}};
};

TEST_F(ContainersInReaderTest, AnEntryIsReadAsWhatItIsAndNamed) {
  EXPECT_THAT(
      described({directory_.write("a", "PIECES p=<html>x/t=words/torn/u=more/e=")}, options()),
      ElementsAre("page p@0 <html>x", "text t@0 words", "!bad-compression torn@7", "text u@0 more",
                  "!empty e@0"));
}

// Which members are packed one by one must be seen before the first is unpacked.
TEST_F(DocumentReaderTest, WhatAnArchiveStatesOfAPageIsTold) {
  const std::string record =
      "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://news.example/1\r\n"
      "WARC-Date: 1970-01-01T00:01:00Z\r\nContent-Type: text/html; charset=koi8-r\r\n"
      "Content-Length: 7\r\n\r\n<html>x\r\n\r\n";
  const auto read_back =
      read({directory_.write("plain.warc", record),
            directory_.write("packed", gzipped(record) + std::string(6, '\0') + gzipped(record))});
  ASSERT_EQ(read_back.size(), 3U);
  for (const RawDocument& document : read_back) {
    EXPECT_EQ(document.bytes, "<html>x");
    EXPECT_EQ(document.url, "https://news.example/1");
    EXPECT_EQ(document.charset, "koi8-r");
    EXPECT_EQ(document.fetched, 60);
  }
  EXPECT_EQ(read_back[2].origin.offset, gzipped(record).size() + 6);
}

TEST_F(ContainersInReaderTest, AContainerInAContainerIsReadAndOneInThatIsRefused) {
  EXPECT_THAT(
      described({directory_.write("a", "PIECES feed={\"a\":1}\n{\"b\":2}/t=words")}, options()),
      ElementsAre("json feed@0 {\"a\":1}", "json feed@8 {\"b\":2}", "text t@0 words"));
  EXPECT_THAT(
      described({directory_.write("b", "PIECES in=PIECES t=one;feed={}\n{}/t=two")}, options()),
      ElementsAre("text in/t@0 one", "!too-deep in/feed@0", "text t@0 two"));
}

TEST_F(ContainersInReaderTest, EntriesOfOneFileHaveFingerprintsOfTheirOwnAndNoneHasItsUrl) {
  const auto documents = read({directory_.write("a", "PIECES p=<html>x/q=<html>x")}, options(),
                              "https://news.example/");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_NE(documents[0].fingerprint, documents[1].fingerprint);
  EXPECT_EQ(documents[0].url, "");
}

TEST_F(DocumentReaderTest, ALargeFeedIsReadInLittleMemory) {
  if (dateline::testing::kSanitized) GTEST_SKIP() << "sanitizers use memory of their own";
  const std::string path = directory_.file("feed.zst");
  {
    std::string body;  // which does not pack to nothing, as a bomb does
    for (unsigned i = 0; body.size() < 100'000; ++i) body += std::to_string(i * 2654435761U);
    const std::string line = "{\"body\":\"" + body + "\"}\n";
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
    ASSERT_TRUE(std::holds_alternative<RawDocument>(*document));
    ++documents;
    bytes += std::get<RawDocument>(*document).bytes.size();
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
  ReadOptions options = reading_as("jsonl");
  options.stop = [&stop] { return stop.load(); };
  auto feed = reader({"/dev/fd/" + std::to_string(ends[0])}, options);
  const auto first = feed.next();
  ASSERT_TRUE(first);
  EXPECT_EQ(described(*first), "json @0 {\"a\":1}");
  std::thread stopper([&stop] { stop = true; });
  EXPECT_FALSE(feed.next());
  stopper.join();
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace
}  // namespace dateline::indexer
