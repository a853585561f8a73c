#include "indexer/entities/words/lexicon.h"

#include <gtest/gtest.h>

#include <vector>

#include "indexer/entities/words/word.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::lexicon_test {
namespace {

std::uint32_t look_up(const Lexicon& lexicon, std::string_view phrase) {
  std::uint64_t key = 0;
  for (const Word& word : split_words(phrase, &lexicon)) {
    key = key == 0 ? word.key : phrase_key(key, word.key);
  }
  return lexicon.find(key);
}

TEST(Lexicon, ReadsSectionsAndLeavesCommentsOut) {
  const std::vector<std::string_view> tables{"# Atlantis\n@places\nLyonesse, Ys,\nAvalon Bay\n",
                                             "@unknown\nNowhere\n"};
  const Lexicon lexicon(tables);
  EXPECT_EQ(look_up(lexicon, "Lyonesse"), kPlace);
  EXPECT_EQ(look_up(lexicon, "LYONESSE"), kPlace);
  EXPECT_EQ(look_up(lexicon, "Avalon Bay"), kPlace);
  EXPECT_EQ(look_up(lexicon, "Avalon"), kBeginsPhrase);
  EXPECT_EQ(look_up(lexicon, "Atlantis"), 0U);
  EXPECT_EQ(look_up(lexicon, "Nowhere"), 0U);
}

TEST(Lexicon, AWordMayBeOfSeveralKinds) {
  EXPECT_EQ(look_up(Lexicon::get(), "Jordan") & kPlace, kPlace);
  EXPECT_EQ(look_up(Lexicon::get(), "Charlotte") & kGivenName, kGivenName);
  EXPECT_EQ(look_up(Lexicon::get(), "King") & (kSurname | kHonorific), kSurname | kHonorific);
}

TEST(Lexicon, HasTheCountriesAndStatesOfIsoCodes) {
  for (const char* place : {"Afghanistan", "Iran", "Islamic Republic of Iran", "Burkina Faso",
                            "California", "British Columbia", "Papua New Guinea", "Bavaria"}) {
    EXPECT_EQ(look_up(Lexicon::get(), place) & kPlace, kPlace) << place;
  }
}

}  // namespace
}  // namespace dateline::indexer::lexicon_test
