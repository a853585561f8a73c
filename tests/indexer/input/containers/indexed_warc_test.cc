// What an index beside a WARC says may be true, wrong or made up to hide an article: the pages are the same.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/input/containers/warc.h"
#include "tests/indexer/input/bytes/compressed.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer::indexed_warc_test {
namespace {

using dateline::testing::gzipped;
using dateline::testing::TemporaryDirectory;

std::string answered(const std::string& type, const std::string& body, int status = 200) {
  const std::string content =
      fmt::format("HTTP/1.1 {} X\r\nContent-Type: {}\r\n\r\n{}", status, type, body);
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\r\nContent-Type: "
      "application/http\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      content.size(), content);
}

std::string page(int number) { return answered("text/html", fmt::format("<html>page {}", number)); }

// Cannot be packed, as pictures cannot.
std::string picture(unsigned seed, std::size_t size = 40000, int status = 200) {
  std::mt19937 random(seed);
  std::string body;
  for (std::size_t i = 0; i < size; ++i) body += static_cast<char>(random() & 0xFFU);
  return answered("image/png", body, status);
}

std::string index_line(std::size_t offset, std::size_t length,
                       const std::string& mime = "image/png") {
  return fmt::format("a 1 {{\"mime\": \"{}\", \"offset\": \"{}\", \"length\": \"{}\"}}\n", mime,
                     offset, length);
}

struct Contents {
  std::vector<std::string> events;  // pages and refusals with their offsets
  std::map<std::string_view, std::uint64_t> passed_over;
  friend bool operator==(const Contents&, const Contents&) = default;
};

class IndexedWarc : public ::testing::Test {
 protected:
  // Of a file made of these members.
  Contents read(const std::vector<std::string>& members, const std::string& index,
                std::size_t max_entry_bytes = 1 << 20) const {
    std::string bytes;
    for (const std::string& member : members) bytes += member;
    const std::string path = directory_.write("news.warc.gz", bytes);
    directory_.write("news.cdxj", index);
    PassedOver passed_over;
    const auto warc = open_warc(std::make_unique<BufferedSource>(*open_file(path)),
                                {max_entry_bytes, &passed_over, path});
    Contents out;
    while (auto entry = warc->next()) {
      out.events.push_back(
          *entry ? fmt::format("{} {}", (*entry)->place.offset,
                               (*entry)->source->read_all(1 << 20).value_or("unreadable"))
                 : fmt::format("{}! {}", entry->error().place.offset, entry->error().refusal.code));
    }
    out.passed_over = passed_over.counts();
    return out;
  }

  TemporaryDirectory directory_;
};

TEST_F(IndexedWarc, ARightIndexChangesNothingThatIsTold) {
  const std::vector<std::string> members{
      gzipped(picture(1)),          gzipped(page(1)),
      gzipped(picture(2)),          gzipped(picture(3, 40000, 404)),
      gzipped(picture(4, 3 << 20)), gzipped(page(2)),
      gzipped(picture(5))};
  std::string index;
  std::size_t offset = 0;
  for (const std::string& member : members) {
    const bool is_page = member.size() < 1000;
    index += index_line(offset, member.size(), is_page ? "text/html" : "image/png");
    offset += member.size();
  }
  const Contents without = read(members, "");
  EXPECT_EQ(without.events.size(), 2U);
  EXPECT_EQ(without.passed_over.size(), 3U);  // pictures, one not found, one too large
  EXPECT_EQ(read(members, index), without);
}

// Damage in a picture is met only if the picture is unpacked.
TEST_F(IndexedWarc, APictureThatItKnowsIsNotUnpacked) {
  std::string damaged = gzipped(picture(1));
  damaged[damaged.size() / 2] = static_cast<char>(~damaged[damaged.size() / 2]);
  const std::vector<std::string> members{damaged, gzipped(page(1))};
  EXPECT_EQ(read(members, "").events.size(), 2U);
  const Contents found = read(members, index_line(0, damaged.size()));
  EXPECT_EQ(found.events, std::vector{fmt::format("{} <html>page 1", damaged.size())});
  EXPECT_EQ(found.passed_over.at("files that are no pages"), 1U);
}

TEST_F(IndexedWarc, NoWrongStatementHidesAPage) {
  // A page as long as a picture, so that its length alone would be likely.
  const std::string long_page = gzipped(answered("text/html", "<html>" + picture(9, 900)));
  std::string body;
  std::mt19937 random(7);
  for (int i = 0; i < 40000; ++i) body += static_cast<char>('a' + random() % 26);
  // The first and the third have texts of one length, which is what a gzip ends with.
  const std::vector<std::string> members{gzipped(answered("text/ccss", body)),
                                         gzipped(page(1)),
                                         gzipped(answered("text/html", body)),
                                         long_page,
                                         gzipped(picture(2)),
                                         gzipped(page(2))};
  const Contents without = read(members, "");
  ASSERT_GE(without.events.size(), 3U);
  std::vector<std::size_t> places{0};
  for (const std::string& member : members) places.push_back(places.back() + member.size());
  // From everywhere to everywhere, and to a little beside.
  for (const std::size_t from : places) {
    for (const std::size_t to : places) {
      for (const std::size_t wrong : {0U, 1U, 30000U}) {
        if (to + wrong <= from) continue;
        EXPECT_EQ(read(members, index_line(from, to + wrong - from)), without) << from << " " << to;
      }
    }
    EXPECT_EQ(read(members, index_line(from, std::size_t{1} << 61)), without) << from;
  }
}

TEST_F(IndexedWarc, SeveralRecordsInOneMemberAreRead) {
  const std::vector<std::string> members{gzipped(picture(1) + page(1)), gzipped(page(2))};
  EXPECT_EQ(read(members, index_line(0, members[0].size())).events.size(), 2U);
}

}  // namespace
}  // namespace dateline::indexer::indexed_warc_test
