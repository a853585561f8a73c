#include "indexer/stories/sketch.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/stories/comparison.h"

namespace dateline::indexer {
namespace {

Article article_of(std::string headline, std::string body) {
  Article article;
  article.id = "id";
  article.headline = std::move(headline);
  article.body = std::move(body);
  return article;
}

// `count` words, none twice.
std::string long_text(int count, const std::string& word = "word") {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += word + std::string(1, char('a' + i % 26)) + std::to_string(i) + " ";
  return text;
}

TEST(StorySketch, SameWordsGiveTheSameKeyWhateverTheHeadlineOfALongText) {
  const StoryMark one = mark_of(article_of("Talks fail", long_text(100)));
  const StoryMark other = mark_of(article_of("No deal in Geneva", "“" + long_text(100) + "”"));
  EXPECT_EQ(one.key, other.key);
  EXPECT_EQ(one.sketch, other.sketch);
}

TEST(StorySketch, TheHeadlineIsPartOfAShortText) {
  const std::string body = "Qtly div 22 cts vs 22 cts prior. Pay April 10. Record March 30.";
  const StoryMark one = mark_of(article_of("SOUTHEAST BANKING SETS QUARTERLY", body));
  const StoryMark other = mark_of(article_of("HUGHES SUPPLY SETS QUARTERLY", body));
  EXPECT_NE(one.key, other.key);
  EXPECT_FALSE(are_copies(one, other, 0));
}

TEST(StorySketch, ATinyTextIsACopyOfWhatIsEqualAlone) {
  const struct {
    const char* text;
    const char* other;
    bool same;
  } rows[] = {
      {"The class of ABC'13 met at Expo'67.", "The class of ABC '13 met at Expo '67.", false},
      {"דובר צה\"ל", "דובר צה”ל", false},
      {"Rates are left as they are", "Rates are left as they are!", false},
      {"RATES LEFT – ÉTÉ", "Rates left – été", true},
      {"Rates are left  as\n\nthey are ", "Rates are left as they are", true},
  };
  for (const auto& row : rows) {
    const bool same =
        mark_of(article_of("Item", row.text)).key == mark_of(article_of("Item", row.other)).key;
    EXPECT_EQ(same, row.same) << row.text;
  }
  EXPECT_NE(mark_of(article_of("Rates", "left")).key, mark_of(article_of("Rates left", "")).key);
}

TEST(StorySketch, TheSameWordsAreACopyWhateverTheirSignsWhereThereAreEnough) {
  const std::string text = long_text(40);
  EXPECT_EQ(mark_of(article_of("Talks", text)).key, mark_of(article_of("TALKS", "“" + text)).key);
}

TEST(StorySketch, AFlashCountsTogetherWithItsDay) {
  Article monday = article_of("Wall Street opens lower", "");
  monday.published = Timestamp::parse("2020-01-06T09:31:00-05:00");
  Article again = monday;
  again.published = Timestamp::parse("2020-01-06T15:00:00-05:00");
  Article tuesday = monday;
  tuesday.published = Timestamp::parse("2020-01-07T09:31:00-05:00");
  EXPECT_EQ(mark_of(monday).key, mark_of(again).key);
  EXPECT_NE(mark_of(monday).key, mark_of(tuesday).key);
}

TEST(StorySketch, ArticlesWithoutAWordHaveNothingInCommon) {
  Article one = article_of("???", "");
  Article other = article_of("???", "");
  other.id = "other";
  EXPECT_NE(mark_of(one).key, mark_of(other).key);
  EXPECT_EQ(mark_of(one).sketch.length, 5);
}

TEST(StorySketch, FewFactsAreAllDrawnAndManyAreASubsetThatCopiesShare) {
  std::string few = "the";
  for (int i = 10; i < 17; ++i) few += " " + std::to_string(i) + " of";
  EXPECT_EQ(mark_of(article_of("", few)).sketch.numbers.level, 0U);
  std::string many = "the";
  for (int i = 1000; i < 1200; ++i) many += " " + std::to_string(i) + " of";
  const FactSample all = mark_of(article_of("", many)).sketch.numbers;
  EXPECT_GT(all.level, 2U);
  const FactSample half = mark_of(article_of("", many.substr(0, many.size() / 2))).sketch.numbers;
  ASSERT_LT(half.level, all.level);
  // What the longer one draws of the shorter one's numbers, the shorter one has drawn too.
  EXPECT_NE(all.bits & half.bits, 0U);
}

TEST(StorySketch, IsReadAsItWasWritten) {
  StorySketch sketch = mark_of(article_of("", long_text(300) + "In Tokyo 38,460.08")).sketch;
  const std::string bytes = encode_sketch(sketch);
  ASSERT_EQ(bytes.size(), StorySketch::kBytes);
  EXPECT_EQ(decode_sketch(bytes), sketch);
  sketch.minima.fill(0x1FFF);
  sketch.numbers = sketch.names = {0x3FFF, 7};
  sketch.length = 12;
  EXPECT_EQ(decode_sketch(encode_sketch(sketch)), sketch);
}

TEST(StorySketch, OtherSizesAreNoSketch) {
  EXPECT_FALSE(decode_sketch(""));
  EXPECT_FALSE(decode_sketch(std::string(15, 'x')));
  EXPECT_FALSE(decode_sketch(std::string(17, 'x')));
}

TEST(StorySketch, IsTheSameOnEveryMachine) {
  const StoryMark mark = mark_of(article_of("Talks fail", long_text(100) + "In Tokyo 38,460.08"));
  EXPECT_EQ(schema::story_text(mark.key), "sd6b6ad63e33dad59");
  std::string digits;
  for (const char c : encode_sketch(mark.sketch)) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    digits += kDigits[static_cast<unsigned char>(c) >> 4];
    digits += kDigits[static_cast<unsigned char>(c) & 15];
  }
  EXPECT_EQ(digits, "b9265fca02bf350c49d94f0300011048");
}

}  // namespace
}  // namespace dateline::indexer
