#include "searcher/search/snippet/word_places.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/text/stemmer.h"

namespace dateline::search {
namespace {

// "position:word" of each place.
std::string places(const WordPlaces& words, WordPlaces::Slot slot, std::string_view text) {
  std::string out;
  for (const WordPlace& place : words.of(slot)) {
    out += (out.empty() ? "" : " ") + std::to_string(place.position) + ":";
    out += text.substr(place.begin, place.end - place.begin);
  }
  return out;
}

TEST(WordPlaces, AreThoseOfTheIndex) {
  Stemmers stemmers;
  WordPlaces words(stemmers);
  const auto vote = words.add_stems({"vote"});
  const auto binding = words.add_forms({"binding"});
  const auto solid = words.add_forms({"nonbinding"});
  const std::string text = "A non-binding vote.\n\nVotes, nonbinding";
  words.read(text, "en");
  EXPECT_EQ(places(words, vote, text), "4:vote 15:Votes");
  EXPECT_EQ(places(words, binding, text), "3:binding");
  EXPECT_EQ(places(words, solid, text), "2:non-binding 16:nonbinding");
}

TEST(WordPlaces, OfOneSlotThereIsOneAtAPosition) {
  Stemmers stemmers;
  WordPlaces words(stemmers);
  const auto both = words.add_forms({"non", "nonbinding", "us", "us."});
  const std::string text = "non-binding US";
  words.read(text, "en");
  EXPECT_EQ(places(words, both, text), "1:non-binding 3:US");
}

TEST(WordPlaces, SmallLettersAreNoCapitals) {
  Stemmers stemmers;
  WordPlaces words(stemmers);
  const auto any = words.add_forms({"bush"});
  const auto name = words.add_forms({"bush"}, /*capital=*/true);
  const std::string text = "a bush, Bush and BUSH";
  words.read(text, "en");
  EXPECT_EQ(places(words, any, text), "2:bush 3:Bush 5:BUSH");
  EXPECT_EQ(places(words, name, text), "3:Bush 5:BUSH");
}

TEST(WordPlaces, SlotsAreTakenBack) {
  Stemmers stemmers;
  WordPlaces words(stemmers);
  const auto first = words.add_forms({"a"});
  words.add_forms({"a", "b"});
  words.keep(1);
  EXPECT_EQ(words.slots(), 1U);
  words.read("a b", "en");
  EXPECT_EQ(words.of(first).size(), 1U);
  const auto again = words.add_forms({"b"});
  words.read("a b", "en");
  EXPECT_EQ(places(words, again, "a b"), "2:b");
}

// What is skipped by a word's first byte alone must be no match.
TEST(WordPlaces, StemsOfTheseLanguagesBeginAsTheirWordsDo) {
  const std::vector<std::string> words{
      "unbelievable", "geschrieben", "gegessen",  "verantwortlich", "irregular", "deshacer",
      "oubliees",     "preeminent",  "overheden", "ontmoetingen",   "haus",      "yesterday",
      "ytterligare",  "bortfall",    "uudelleen", "megszerzett",    "непогода",  "написанный",
      "iubitoare",    "engedelmes",  "jouaient",  "aprendizagem",   "quelques",  "kirjoittaa"};
  for (const char* language :
       {"en", "da", "de", "es", "fi", "fr", "hu", "it", "nb", "nl", "no", "pt", "ro", "ru", "sv"}) {
    text::Stemmer stemmer(language);
    for (const std::string& word : words) {
      EXPECT_EQ(stemmer.stem(word).substr(0, 1), word.substr(0, 1)) << language << " " << word;
    }
  }
}

}  // namespace
}  // namespace dateline::search
