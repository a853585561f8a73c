#include "indexer/input/original.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zstd.h>

#include <string>
#include <vector>

#include "indexer/input/document_reader.h"
#include "tests/indexer/input/archive/archived.h"
#include "tests/indexer/input/bytes/compressed.h"
#include "tests/indexer/input/test_tables.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer::original_test {
namespace {

using dateline::testing::archived;
using dateline::testing::gzipped;
using dateline::testing::TemporaryDirectory;
using dateline::testing::test_tables;
using dateline::testing::zstandard;

std::string page_url(int number) { return fmt::format("https://news.example/{}", number); }

std::string page_record(int number) {
  const std::string content =
      fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>page {}", number);
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nContent-Type: application/http\r\n"
      "Content-Length: {}\r\n\r\n{}\r\n\r\n",
      page_url(number), content.size(), content);
}

std::string lines(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += fmt::format("{{\"headline\":\"Line {}\"}}\n", i);
  return out;
}

// Packed with a dictionary, as crawlers' .warc.zst are.
std::string with_dictionary(const std::vector<std::string>& records) {
  const std::string dictionary = page_record(0) + page_record(77);
  const auto size = static_cast<std::uint32_t>(dictionary.size());
  std::string out = "\x5d\x2a\x4d\x18";
  for (unsigned i = 0; i < 4; ++i) out += static_cast<char>((size >> (8 * i)) & 0xFFU);
  out += dictionary;
  ZSTD_CCtx* const context = ::ZSTD_createCCtx();
  for (const std::string& record : records) {
    std::string frame(::ZSTD_compressBound(record.size()), '\0');
    frame.resize(::ZSTD_compress_usingDict(context, frame.data(), frame.size(), record.data(),
                                           record.size(), dictionary.data(), dictionary.size(), 3));
    out += frame;
  }
  ::ZSTD_freeCCtx(context);
  return out;
}

std::vector<RawDocument> documents_in(const std::string& path) {
  InputListOptions named;
  named.paths = {path};
  ReadOptions options;
  options.tables = test_tables();
  DocumentReader reader(*InputList::open(std::move(named)), std::move(options));
  std::vector<RawDocument> out;
  while (auto event = reader.next()) {
    if (auto* document = std::get_if<RawDocument>(&*event)) out.push_back(std::move(*document));
  }
  return out;
}

class Original : public ::testing::Test {
 protected:
  TemporaryDirectory directory_;
};

// The rule of all kinds of input: what a reader tells of a document's place leads back to its bytes.
TEST_F(Original, EveryDocumentOfEveryContainerIsFoundAgainByItsOrigin) {
  const std::string warc = gzipped(page_record(1)) + gzipped(page_record(2) + page_record(3));
  const std::vector<std::pair<std::string, std::string>> inputs{
      {"page.html", "<html>alone"},
      {"page.html.gz", gzipped("<html>packed alone")},
      {"plain.warc", page_record(1) + page_record(2) + page_record(3)},
      {"members.warc.gz", warc},
      {"frames.warc.zst", zstandard(page_record(1)) + zstandard(page_record(2))},
      {"dictionary.warc.zst", with_dictionary({page_record(1), page_record(2), page_record(3)})},
      {"records.jsonl", lines(4)},
      {"records.jsonl.gz", gzipped(lines(4))},
      {"records.json", "[{\"headline\":\"A\"}, {\"headline\":\"B\"}]"},
      {"table.csv", "headline,body,url\nOne,two,https://a.example/1\nB,c,https://a.example/2\n"},
      {"pages.tar", archived({{"a.html", "<html>a"}, {"deep/b.html", "<html>b"}}, "ustar")},
      {"pages.zip", archived({{"a", "<html>a"}, {"a/b.html", "<html>b"}}, "zip")},
      {"pages.7z", archived({{"a.html", "<html>a"}, {"b.html", "<html>b"}}, "7zip")},
      {"crawls.tar", archived({{"c/one.warc.gz", warc}, {"lines.jsonl", lines(2)}}, "pax")},
      {"nested.tar.gz", gzipped(archived({{"in.zip", archived({{"a.html", "<html>a"}}, "zip")},
                                          {"in.zip.html", "<html>beside"}},
                                         "ustar"))},
  };
  for (const auto& [name, bytes] : inputs) {
    SCOPED_TRACE(name);
    const auto documents = documents_in(directory_.write(name, bytes));
    EXPECT_FALSE(documents.empty());
    for (const RawDocument& document : documents) {
      const auto found = read_original(document.origin, document.url);
      ASSERT_TRUE(found) << found.error().to_string();
      EXPECT_EQ(*found, document.bytes);
    }
  }
}

TEST_F(Original, ARecordIsReadFromWhereItLiesWhateverStandsBeforeIt) {
  const std::string first = gzipped(page_record(1));
  const std::string path =
      directory_.write("a.warc.gz", first + std::string(1 << 20, 'x') + gzipped(page_record(2)));
  EXPECT_EQ(read_original({path, first.size() + (1 << 20)}, page_url(2)), "<html>page 2");
}

TEST_F(Original, OfFilesWithOneNameInAnArchiveTheLastIsGivenAsItIsIndexed) {
  const std::string path =
      directory_.write("a.tar", archived({{"a", "<html>old"}, {"a", "<html>new"}}, "ustar"));
  EXPECT_EQ(read_original({path, 0, "a"}, ""), "<html>new");
}

TEST_F(Original, WhatLiesThereNowIsNotGivenForAnotherArticle) {
  const std::string path = directory_.write("a.warc", page_record(1) + page_record(2));
  const std::string lined = directory_.write("a.jsonl", lines(3));
  const std::vector<std::pair<Origin, std::string>> others{
      {{path, 0}, page_url(2)},                 // another page's record
      {{path, 7}, page_url(1)},                 // no record begins there
      {{path, page_record(1).size() + 3}, ""},  // nor there
      {{path, std::uint64_t{1} << 40}, ""},     // behind the end
      {{path, ~std::uint64_t{0}}, ""},          // and behind all ends
      {{path, 0, "member"}, ""},                // no archive
      {{lined, 5}, ""},                         // in the middle of a line
      {{lined, lines(3).size()}, ""},           // behind the last line
      {{directory_.write("a.html", "<html>"), 3}, ""},
  };
  for (const auto& [origin, url] : others) {
    const auto found = read_original(origin, url);
    EXPECT_FALSE(found) << origin.path << " " << origin.offset << " " << *found;
  }
}

TEST_F(Original, DamageThatLiesThereIsSaid) {
  std::string second = gzipped(page_record(2));
  second[second.size() / 2] = static_cast<char>(~second[second.size() / 2]);
  const std::string first = gzipped(page_record(1));
  const std::string path = directory_.write("a.warc.gz", first + second + first);
  const auto found = read_original({path, first.size()}, page_url(2));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kInvalidInput) << found.error().to_string();
}

TEST_F(Original, WhatIsNoFileIsNotWaitedFor) {
  const std::string pipe = directory_.file("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(read_original({pipe, 0}, "").error().code, ErrorCode::kIo);
  EXPECT_EQ(read_original({directory_.path(), 0}, "").error().code, ErrorCode::kIo);
  EXPECT_EQ(read_original({directory_.file("gone"), 0}, "").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_original({"-", 0}, "").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::indexer::original_test
