#include "indexer/input/containers/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// "offset:object" for rows, "offset!code" for refusals.
std::vector<std::string> rows_of(const std::string& bytes, std::size_t limit = 200) {
  const auto table =
      open_csv(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = limit});
  std::vector<std::string> out;
  while (auto entry = table->next()) {
    out.push_back(*entry ? std::to_string((*entry)->place.offset) + ":" +
                               (*entry)->source->read_all(100'000).value_or("unreadable")
                         : std::to_string(entry->error().place.offset) + "!" +
                               std::string(entry->error().refusal.code));
  }
  return out;
}

TEST(Csv, RowsAreObjectsOfTheirColumns) {
  EXPECT_THAT(rows_of("title,text\nA,x\r\nB,y"),
              ElementsAre(R"(11:{"title":"A","text":"x"})", R"(16:{"title":"B","text":"y"})"));
  EXPECT_THAT(rows_of("\xEF\xBB\xBFtitle;text\rA;x, y\r"),
              ElementsAre(R"(14:{"title":"A","text":"x, y"})"));
  EXPECT_THAT(rows_of("title\ttext\nA\t\n\n"), ElementsAre(R"(11:{"title":"A"})"));
}

TEST(Csv, QuotesHoldSeparatorsLinesAndQuotes) {
  EXPECT_THAT(rows_of("title,text\n\"One, two\",\"He said \"\"no\"\".\n\nThen\"\nB,y\n"),
              ElementsAre(R"(11:{"title":"One, two","text":"He said \"no\".\n\nThen"})",
                          R"(46:{"title":"B","text":"y"})"));
}

TEST(Csv, ARowOfAnotherNumberOfColumnsIsRefusedByItself) {
  EXPECT_THAT(rows_of("title,text\nA\nB,y,z\nC,w\n"),
              ElementsAre("11!bad-record", "13!bad-record", R"(19:{"title":"C","text":"w"})"));
}

TEST(Csv, BrokenQuotesCostTheirRowAlone) {
  EXPECT_THAT(rows_of("title,text\n\"A\"x,y\nB,y\n"),
              ElementsAre("11!bad-record", R"(18:{"title":"B","text":"y"})"));
  EXPECT_THAT(rows_of("title,text\nA,\"open\nB,y\nC,w\n"),
              ElementsAre("11!bad-record", R"(19:{"title":"B","text":"y"})",
                          R"(23:{"title":"C","text":"w"})"));
}

TEST(Csv, OtherCharsetsAreRefused) {
  EXPECT_THAT(rows_of("title,text\ncaf\xE9,x\nB,y\n"),
              ElementsAre("11!bad-record", R"(18:{"title":"B","text":"y"})"));
  EXPECT_THAT(rows_of(std::string("\xFF\xFEt\0,\0b\0\n\0", 10)), ElementsAre("0!bad-record"));
}

TEST(Csv, AHeaderThatNamesNothingIsRefused) {
  for (const char* bytes :
       {"", "\n\n", "title,title\nA,B\n", "title,\nA,B\n", "\"title,text\nA,B\n"}) {
    EXPECT_THAT(rows_of(bytes), ElementsAre("0!bad-record")) << bytes;
  }
}

TEST(Csv, ARowOverTheLimitIsRefusedByItself) {
  const std::string long_row = "A,\"" + std::string(500, 'x') + "\"\n";
  EXPECT_THAT(rows_of("title,text\n" + long_row + "B,y\n", 100),
              ElementsAre("11!too-large", R"(516:{"title":"B","text":"y"})"));
}

// What was read before a source gave out is told; a row that it cut is none.
TEST(Csv, ACutSourceGivesNoHalfRow) {
  class Cut final : public ByteSource {
   public:
    tl::expected<std::size_t, Refusal> read(char* into, std::size_t) override {
      if (given_) return tl::unexpected(Refusal{reject::kBadCompression, "cut"});
      given_ = true;
      const std::string_view bytes = "title,text\nA,x\nB,ha";
      bytes.copy(into, bytes.size());
      return bytes.size();
    }

   private:
    bool given_ = false;
  };
  const auto table =
      open_csv(std::make_unique<BufferedSource>(std::make_unique<Cut>()), {.max_entry_bytes = 100});
  const auto first = table->next();
  ASSERT_TRUE(first && *first);
  const auto second = table->next();
  ASSERT_TRUE(second && !*second);
  EXPECT_EQ(second->error().refusal.code, reject::kBadCompression);
  EXPECT_FALSE(table->next());
}

TEST(Csv, IsToldByAHeaderAndARowOfAsManyColumns) {
  for (const char* bytes : {"title,text\nA,b\n", "id\tHeadline\n1\tA", "url;content;date\na;\"b;\n",
                            "\"title\",\"x\"\n\"a\",\"b"}) {
    EXPECT_TRUE(is_csv(Head(bytes))) << bytes;
  }
  for (const char* bytes :
       {"", "title,text", "title,text\nA\n", "Ships, boats\nand more, of them\n", "title\nA\n",
        "<title>,text\nA,b\n", "{\"title\":1,\"text\":2}\n{},1\n", "title,text,title\na,b,c\n",
        "The title, text and all\nof it, went down\n"}) {
    EXPECT_FALSE(is_csv(Head(bytes))) << bytes;
  }
}

// A good row stands on both sides of any damage, and the last of them is read.
TEST(Csv, DamageLosesNoGoodNeighbour) {
  const std::string head = "title,text\nA,first\n";
  const std::string middle = "\"B \"\"q\"\"\",\"one\ntwo\"\n";
  const std::string tail = "C,last\nD,end\n";
  for (std::size_t at = 0; at < middle.size(); ++at) {
    for (const char other : {'"', ',', '\n', '\r', '\0', '\xFF', 'x'}) {
      std::string changed = middle;
      changed[at] = other;
      const auto rows = rows_of(head + changed + tail);
      ASSERT_GE(rows.size(), 2U);
      EXPECT_EQ(rows.front(), R"(11:{"title":"A","text":"first"})");
      EXPECT_TRUE(rows.back().ends_with(R"({"title":"D","text":"end"})")) << at << other;
    }
    const auto cut = rows_of(head + middle.substr(0, at));
    EXPECT_EQ(cut.front(), R"(11:{"title":"A","text":"first"})") << at;
  }
}

// Each row and each refusal takes a byte at least, and what stays open is not looked at for ever.
TEST(Csv, AnyBytesEnd) {
  const std::string signs = "\",\n\rx";
  for (std::size_t number = 0; number < 5 * 5 * 5 * 5 * 5; ++number) {
    std::string bytes = "title,text\n";
    for (std::size_t rest = number, i = 0; i < 5; ++i, rest /= 5) bytes += signs[rest % 5];
    EXPECT_LE(rows_of(bytes).size(), bytes.size()) << bytes;
  }
  std::string open = "title,text\n";
  for (int i = 0; i < 300; ++i) open += "A,\"\"\"" + std::to_string(i) + "\n";
  EXPECT_LE(rows_of(open, 100'000).size(), 400U);
}

}  // namespace
}  // namespace dateline::indexer
