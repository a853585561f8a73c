#include "indexer/stories/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

std::vector<HashedWord> words_of(std::string_view text) {
  std::vector<HashedWord> out;
  HashedWord word;
  for (WordReader reader(text); reader.next(word);) out.push_back(word);
  return out;
}

std::vector<std::uint64_t> hashes_of(std::string_view text) {
  std::vector<std::uint64_t> out;
  for (const HashedWord& word : words_of(text)) out.push_back(word.hash);
  return out;
}

// A letter for each word: n, N (name), o.
std::string kinds_of(std::string_view text) {
  std::string out;
  for (const HashedWord& word : words_of(text)) {
    out += word.kind == WordKind::kNumber ? 'n' : word.kind == WordKind::kName ? 'N' : 'o';
  }
  return out;
}

TEST(StoryWords, AreTheSameWhateverTheirCaseAndWhatStandsBetween) {
  const auto plain = hashes_of("shares in zürich öffnen, žižek in москва fell");
  EXPECT_EQ(hashes_of("SHARES IN ZÜRICH ÖFFNEN ŽIŽEK IN МОСКВА FELL"), plain);
  EXPECT_EQ(hashes_of("“Shares” in Zürich — öffnen;\n\nŽižek in Москва (fell)."), plain);
  EXPECT_EQ(plain.size(), 8U);
}

TEST(StoryWords, KindsAreToldByDigitsAndCapitals) {
  struct Row {
    std::string_view text;
    std::string_view kinds;
  };
  constexpr Row kRows[] = {
      {"", ""},
      {" \n .,-", ""},
      {"Shares in Tokyo closed", "ooNo"},  // what begins a text begins a sentence
      {"It rose. Tokyo fell, Osaka too", "ooooNo"},
      {"he said: \"Shares fell\"", "oooo"},
      {"up 1.5%, at 38,460.08 of 101-5/8", "ononon"},
      {"on 12:30, 3.", "onn"},
      {"the U S economy", "oooo"},  // single letters are no names
      {"in München und Łódź", "oNoN"},
      {"2nd MAY7", "nN"},
  };
  for (const Row& row : kRows) EXPECT_EQ(kinds_of(row.text), row.kinds) << row.text;
}

TEST(StoryWords, NumbersAreOneWordWithWhatJoinsTheirDigits) {
  EXPECT_EQ(words_of("38,460.08").size(), 1U);
  EXPECT_NE(hashes_of("1.5"), hashes_of("15"));
  EXPECT_EQ(words_of("38, 460.").size(), 2U);
}

TEST(StoryWords, CharactersOfScriptsWithoutSpacesAreToldWithThoseBefore) {
  EXPECT_EQ(words_of("東京株式").size(), 4U);
  EXPECT_NE(hashes_of("東京株").back(), hashes_of("大阪株").back());
  EXPECT_EQ(hashes_of("東京 株").back(), hashes_of("株").back());
}

TEST(StoryWords, BytesThatAreNoUtf8SeparateWords) {
  EXPECT_EQ(hashes_of("shares\xFF\xFEin"), hashes_of("shares in"));
  EXPECT_EQ(words_of("\xE6\x9D").size(), 0U);
}

TEST(StoryWords, HashesAreTheSameOnEveryMachine) {
  const auto hashes = hashes_of("Iraq 東 9/11");
  ASSERT_EQ(hashes.size(), 3U);
  EXPECT_EQ(hashes[0], 11548188060683055436U);
  EXPECT_EQ(hashes[1], 2552566209581976929U);
  EXPECT_EQ(hashes[2], 7387790628558385808U);
}

}  // namespace
}  // namespace dateline::indexer
