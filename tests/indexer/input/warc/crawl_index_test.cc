#include "indexer/input/warc/crawl_index.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/input/bytes/compressed.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer::warc {
namespace {

using dateline::testing::gzipped;
using dateline::testing::TemporaryDirectory;

CrawlIndex index_of(std::string lines) {
  return {std::make_unique<BufferedSource>(std::move(lines)), "news.warc.gz"};
}

std::string index_line(std::string_view mime, std::string_view offset, std::string_view length,
                       std::string_view more = R"(, "filename": "crawls/news.warc.gz")") {
  return fmt::format(
      "example,news)/{} 20240305000000 {{\"mime\": {}, \"offset\": {}, \"length\": {}{}}}\n",
      offset.size(), mime, offset, length, more);
}

TEST(CrawlIndex, TellsTheLengthOfWhatIsNoPage) {
  const CrawlIndex index =
      index_of("!OpenWayback-CDXJ 1.0\n" + index_line("\"image/png\"", "\"0\"", "\"50000\"") +
               index_line("\"text/html\"", "\"50000\"", "\"50000\"") +
               index_line("\"application/pdf; x=y\"", "100000", "60000", ""));
  EXPECT_EQ(index.bytes_of_no_page(0), 50000U);
  EXPECT_EQ(index.bytes_of_no_page(50000), std::nullopt);  // a page
  EXPECT_EQ(index.bytes_of_no_page(100000), 60000U);       // numbers as numbers, no file's name
  EXPECT_EQ(index.bytes_of_no_page(7), std::nullopt);      // not in the index
}

// In doubt nothing is said, and the record is read.
TEST(CrawlIndex, SaysNothingWhereItMayBeWrong) {
  const std::string html = "\"text/html\"";
  const std::string png = "\"image/png\"";
  for (const std::string& lines : {
           index_line("\"TEXT/HTML; charset=utf-8\"", "0", "50000"),
           index_line("\"application/xhtml+xml\"", "0", "50000"),
           index_line("\"warc/revisit\"", "0", "50000"),
           index_line("\"unk\"", "0", "50000"),
           index_line("\"\"", "0", "50000"),
           index_line("7", "0", "50000"),
           index_line(png, "0", "50000", ", \"filename\": \"other.warc.gz\""),
           index_line(png, "0", "-1"),
           index_line(png, "0", "\"5e4\""),
           index_line(png, "0", "99999999999999999999"),
           index_line(png, "0", "9223372036854775807"),
           index_line(png, "0", "100"),                                      // not worth it
           index_line(png, "0", "50000") + index_line(png, "0", "50001"),    // two lengths
           index_line(png, "0", "50000") + index_line(html, "0", "50000"),   // two types
           index_line(png, "0", "50000") + index_line(html, "49999", "20"),  // one lies within it
           "a 1 {\"mime\": \"image/png\", \"offset\": 0, \"length\": 50000\n" + std::string("{{{{"),
           "a 1 " + std::string(100, '[') + "\n",
           std::string(1 << 17, 'x') + index_line(png, "0", "50000"),
           std::string(),
       }) {
    EXPECT_EQ(index_of(lines).bytes_of_no_page(0), std::nullopt) << lines.substr(0, 200);
  }
}

TEST(CrawlIndex, LiesBesideItsFileByItsName) {
  const TemporaryDirectory directory;
  const std::string warc = directory.write("news.warc.gz", std::string(100000, 'x'));
  EXPECT_TRUE(CrawlIndex::beside(warc).is_empty());
  const std::string lines = index_line("\"image/png\"", "0", "50000");
  for (const std::string_view name :
       {"news.warc.gz.cdxj", "news.warc.cdxj", "news.cdxj", "news.cdxj.gz"}) {
    const std::string path = directory.write(name, name.ends_with(".gz") ? gzipped(lines) : lines);
    EXPECT_EQ(CrawlIndex::beside(warc).bytes_of_no_page(0), 50000U) << name;
    std::filesystem::remove(path);
  }
  directory.write("news.cdxj", lines + std::string(100000, '\n'));
  EXPECT_TRUE(CrawlIndex::beside(warc).is_empty()) << "larger than what it is of";
  EXPECT_TRUE(CrawlIndex::beside(directory.file("gone.warc.gz")).is_empty());
}

}  // namespace
}  // namespace dateline::indexer::warc
