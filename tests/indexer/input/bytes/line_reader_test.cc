#include "indexer/input/bytes/line_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/input/bytes/decompress.h"
#include "tests/indexer/input/bytes/compressed.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// "offset:bytes" for lines, "offset!code" for refusals.
std::vector<std::string> lines_of(std::unique_ptr<BufferedSource> source, std::size_t limit) {
  LineReader reader(std::move(source), limit);
  std::vector<std::string> out;
  while (auto line = reader.next()) {
    out.push_back(*line ? std::to_string((*line)->offset) + ":" + (*line)->bytes
                        : std::to_string(line->error().offset) + "!" +
                              std::string(line->error().refusal.code));
  }
  return out;
}

std::vector<std::string> lines_of(std::string bytes, std::size_t limit = 1000) {
  return lines_of(std::make_unique<BufferedSource>(source_from(std::move(bytes))), limit);
}

TEST(LineReader, LinesCarryTheirPlace) {
  EXPECT_THAT(lines_of("ab\ncd\n"), ElementsAre("0:ab", "3:cd"));
  EXPECT_THAT(lines_of("ab\ncd"), ElementsAre("0:ab", "3:cd"));
  EXPECT_THAT(lines_of("ab\r\n\r\ncd\r\n"), ElementsAre("0:ab", "4:", "6:cd"));
  EXPECT_THAT(lines_of(""), ElementsAre());
  EXPECT_THAT(lines_of("\n"), ElementsAre("0:"));
}

TEST(LineReader, ALineThatIsTooLongIsRefusedAndTheNextOnesAreRead) {
  const std::string longest(10, 'x');
  EXPECT_THAT(lines_of(longest + "\n" + longest + "y\nab\n", 10),
              ElementsAre("0:" + longest, "11!too-large", "23:ab"));
  EXPECT_THAT(lines_of(std::string(500000, 'x') + "\nab", 10),
              ElementsAre("0!too-large", "500001:ab"));
}

TEST(LineReader, LinesBeforeACutAreReadAndTheCutIsNamed) {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += std::to_string(i * 7919) + "\n";
  const std::string whole = dateline::testing::gzipped(text);
  const auto lines = lines_of(decompressed(std::make_unique<BufferedSource>(
                                  source_from(whole.substr(0, whole.size() / 2)))),
                              1000);
  ASSERT_GT(lines.size(), 1000U);
  EXPECT_EQ(lines[1], "2:7919");
  EXPECT_THAT(lines.back(), ::testing::EndsWith("!bad-compression"));
}

}  // namespace
}  // namespace dateline::indexer
