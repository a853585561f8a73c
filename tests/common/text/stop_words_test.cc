#include "common/text/stop_words.h"

#include <gtest/gtest.h>

namespace dateline::text::stop_words_test {
namespace {

TEST(StopWords, AreThoseOfTheLanguage) {
  EXPECT_TRUE(is_stop_word("the", "en"));
  EXPECT_TRUE(is_stop_word("dont", "en-US"));
  EXPECT_TRUE(is_stop_word("fur", "de"));
  EXPECT_TRUE(is_stop_word("etait", "FR"));
  EXPECT_FALSE(is_stop_word("the", "de"));
  EXPECT_FALSE(is_stop_word("die", "en"));
}

TEST(StopWords, AreListedForSevenLanguages) {
  EXPECT_TRUE(is_stop_word("and", "en"));
  EXPECT_TRUE(is_stop_word("und", "de"));
  EXPECT_TRUE(is_stop_word("et", "fr"));
  EXPECT_TRUE(is_stop_word("y", "es"));
  EXPECT_TRUE(is_stop_word("e", "it"));
  EXPECT_TRUE(is_stop_word("en", "nl"));
  EXPECT_TRUE(is_stop_word("nao", "pt-BR"));
  EXPECT_FALSE(is_stop_word("na", "sw"));
  EXPECT_FALSE(is_stop_word("the", ""));
}

TEST(StopWords, LeaveOutWhatNewsIsAskedFor) {
  for (const std::string_view word : {"us", "us.", "may", "new", "first", "said", "iraq", ""}) {
    EXPECT_FALSE(is_stop_word(word, "en")) << word;
  }
}

TEST(CompoundPrefixes, AreNeverWordsOfTheirOwn) {
  for (const std::string_view prefix : {"non", "anti", "co", "re", "post"}) {
    EXPECT_TRUE(is_compound_prefix(prefix)) << prefix;
  }
  for (const std::string_view word : {"the", "over", "under", "out", "in", ""}) {
    EXPECT_FALSE(is_compound_prefix(word)) << word;
  }
}

}  // namespace
}  // namespace dateline::text::stop_words_test
