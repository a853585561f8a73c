#include "indexer/input/containers/warc.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/indexer/input/bytes/compressed.h"
#include "tests/support/sanitized.h"

namespace dateline::indexer {
namespace {

using dateline::testing::gzipped;
using dateline::testing::zstandard;
using ::testing::ElementsAre;
using ::testing::Pair;

std::string warc_record(const std::string& type, const std::string& uri, const std::string& content,
                        const std::string& more = "") {
  const std::string content_type =
      type == "response" || type == "revisit" ? "application/http; msgtype=response" : "text/html";
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2020-03-04T05:06:07Z\r\n"
      "{}{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
      type, uri, more,
      more.find("Content-Type") == std::string::npos ? "Content-Type: " + content_type + "\r\n"
                                                     : "",
      content.size(), content);
}

std::string answer(const std::string& page, const std::string& head = "Content-Type: text/html\r\n",
                   int status = 200) {
  return fmt::format("HTTP/1.1 {} OK\r\n{}\r\n{}", status, head, page);
}

std::string page_record(int number) {
  return warc_record("response", fmt::format("https://news.example/{}", number),
                     answer(fmt::format("<html>page {}", number)));
}

struct WarcContents {
  std::vector<std::string> pages;     // "uri|format|charset|bytes"
  std::vector<std::string> refusals;  // "offset!code"
  PassedOver passed_over;
};

WarcContents read_warc(const std::string& bytes, std::size_t max_entry_bytes = 1000) {
  WarcContents out;
  const auto warc = open_warc(std::make_unique<BufferedSource>(source_from(bytes)),
                              {max_entry_bytes, &out.passed_over});
  while (auto entry = warc->next()) {
    if (*entry) {
      const EntryFacts& facts = (*entry)->facts;
      out.pages.push_back(fmt::format("{}|{}|{}|{}", facts.url, facts.format, facts.charset,
                                      (*entry)->source->read_all(1000).value_or("unreadable")));
    } else {
      const EntryRefusal& refused = entry->error();
      out.refusals.push_back(fmt::format("{}!{}", refused.place.offset, refused.refusal.code));
    }
  }
  return out;
}

std::string read_page(int number) {
  return fmt::format("https://news.example/{}|html||<html>page {}", number, number);
}

TEST(Warc, GivesThePagesThatWereAnswered) {
  const std::string file =
      warc_record("warcinfo", "", "software: a crawler",
                  "Content-Type: application/warc-fields\r\n") +
      page_record(1) + warc_record("request", "https://news.example/1", "GET / HTTP/1.1\r\n\r\n") +
      warc_record("resource", "https://news.example/2", "<html>two",
                  "Content-Type: text/html; charset=\"ISO-8859-2\"\r\n") +
      warc_record("conversion", "<https://news.example/3>", "three",
                  "Content-Type: text/plain\r\n") +
      warc_record("metadata", "https://news.example/1", "links", "Content-Type: text/plain\r\n");
  const WarcContents found = read_warc(file);
  EXPECT_THAT(found.pages,
              ElementsAre(read_page(1), "https://news.example/2|html|iso-8859-2|<html>two",
                          "https://news.example/3|text||three"));
  EXPECT_THAT(found.refusals, ElementsAre());
}

TEST(Warc, CountsWhatIsNoPage) {
  const std::string file = warc_record("response", "https://news.example/a.png",
                                       answer("png", "Content-Type: image/png\r\n")) +
                           warc_record("response", "https://news.example/gone",
                                       answer("no", "Content-Type: text/html\r\n", 404)) +
                           page_record(1) +
                           warc_record("revisit", "https://news.example/1", answer(""),
                                       "WARC-Refers-To-Target-URI: https://news.example/1\r\n") +
                           warc_record("revisit", "https://news.example/9", answer(""),
                                       "WARC-Refers-To-Target-URI: https://news.example/9\r\n");
  const WarcContents found = read_warc(file);
  EXPECT_THAT(found.pages, ElementsAre(read_page(1)));
  EXPECT_THAT(found.passed_over.counts(),
              ElementsAre(Pair("answers other than 200", 1), Pair("files that are no pages", 1),
                          Pair("revisits of pages in other files", 1),
                          Pair("revisits of pages in the file", 1)));
}

TEST(Warc, IsReadInEachCompression) {
  const std::string one = page_record(1);
  const std::string two = page_record(2);
  const auto pages = ElementsAre(read_page(1), read_page(2));
  EXPECT_THAT(read_warc(one + two).pages, pages);
  EXPECT_THAT(read_warc(gzipped(one) + gzipped(two)).pages, pages);
  EXPECT_THAT(read_warc(gzipped(one + two)).pages, pages);
  EXPECT_THAT(read_warc(zstandard(one) + zstandard(two)).pages, pages);
}

TEST(Warc, ThePlaceOfARecordIsThatOfItsMemberInTheFile) {
  const auto warc = open_warc(std::make_unique<BufferedSource>(
                                  source_from(gzipped(page_record(1)) + gzipped(page_record(2)))),
                              {.max_entry_bytes = 1000});
  EXPECT_EQ((*warc->next())->place.offset, 0U);
  EXPECT_EQ((*warc->next())->place.offset, gzipped(page_record(1)).size());
}

TEST(Warc, WhenAPageWasFetchedIsTold) {
  const auto warc =
      open_warc(std::make_unique<BufferedSource>(page_record(1)), {.max_entry_bytes = 1000});
  EXPECT_EQ((*warc->next())->facts.fetched, 1583298367);
}

TEST(Warc, APageThatItsCrawlerCutIsRefused) {
  const std::string file = warc_record("response", "https://news.example/1", answer("<html>pa"),
                                       "WARC-Truncated: length\r\n");
  EXPECT_THAT(read_warc(file).refusals, ElementsAre("0!bad-entry"));
}

TEST(Warc, APageOverTheLimitIsRefusedByItself) {
  const std::string large = answer("<html>" + std::string(3 << 20, 'x'));
  const WarcContents found =
      read_warc(warc_record("response", "https://news.example/9", large) + page_record(1));
  EXPECT_THAT(found.refusals, ElementsAre("0!too-large"));
  EXPECT_THAT(found.pages, ElementsAre(read_page(1)));
}

TEST(Warc, AWrongLengthSwallowsNoNeighbour) {
  for (const std::string_view wrong : {"1", "9", "99999", "-5", "x", ""}) {
    std::string damaged = page_record(2);
    const std::string_view field = "Content-Length: ";
    const std::size_t at = damaged.find(field) + field.size();
    damaged.replace(at, damaged.find('\r', at) - at, wrong);
    const WarcContents found = read_warc(page_record(1) + damaged + page_record(3));
    EXPECT_THAT(found.pages, ElementsAre(read_page(1), read_page(3))) << wrong;
    EXPECT_THAT(found.refusals, ElementsAre(fmt::format("{}!bad-entry", page_record(1).size())))
        << wrong;
  }
}

// A sanitized run, which is some twenty times as slow, looks at every thirteenth place.
constexpr std::size_t kStride = dateline::testing::kSanitized ? 13 : 1;

// Whatever is done to the second of four members, the other three are read.
class DamagedMember : public ::testing::TestWithParam<std::string (*)(std::string_view)> {
 protected:
  void expect_neighbours(const std::string& damaged) const {
    const auto pack = GetParam();
    const WarcContents found =
        read_warc(pack(page_record(1)) + damaged + pack(page_record(3)) + pack(page_record(4)));
    for (const int number : {1, 3, 4}) {
      EXPECT_EQ(std::count(found.pages.begin(), found.pages.end(), read_page(number)), 1) << number;
    }
    // A gzip has a sum; elsewhere a wrong byte may say that this is a record of another kind.
    const bool may_be_lost = damaged.empty() || pack("x") != gzipped("x");
    EXPECT_TRUE(may_be_lost || found.pages.size() == 4 || !found.refusals.empty());
  }
  std::string second() const { return GetParam()(page_record(2)); }
};

TEST_P(DamagedMember, CutAnywhereLosesItselfAlone) {
  const std::string whole = second();
  for (std::size_t size = 0; size < whole.size(); size += kStride) {
    SCOPED_TRACE(size);
    expect_neighbours(whole.substr(0, size));
  }
}

TEST_P(DamagedMember, AFlippedBitLosesItselfAlone) {
  for (std::size_t bit = 0; bit < second().size() * 8; bit += kStride) {
    SCOPED_TRACE(bit);
    std::string damaged = second();
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    expect_neighbours(damaged);
  }
}

std::string as_it_is(std::string_view bytes) { return std::string(bytes); }
std::string by_gzip(std::string_view bytes) { return gzipped(bytes); }
std::string by_zstd(std::string_view bytes) { return zstandard(bytes); }

INSTANTIATE_TEST_SUITE_P(Warc, DamagedMember, ::testing::Values(as_it_is, by_gzip, by_zstd));

TEST(Warc, IsToldByItsFirstBytesPackedOrNot) {
  EXPECT_TRUE(is_warc(Head(page_record(1))));
  EXPECT_FALSE(is_warc(Head("<html>WARC/1.0")));
  EXPECT_TRUE(is_packed_warc(gzipped(page_record(1))));
  EXPECT_TRUE(is_packed_warc(zstandard(page_record(1))));
  EXPECT_FALSE(is_packed_warc(gzipped("<html>WARC/1.0")));
  EXPECT_FALSE(is_packed_warc(page_record(1)));
}

}  // namespace
}  // namespace dateline::indexer
