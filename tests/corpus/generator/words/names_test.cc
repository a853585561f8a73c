#include "corpus/generator/words/names.h"

#include <gtest/gtest.h>

#include <set>

#include "common/base/strings.h"
#include "corpus/generator/words/vocabulary.h"

namespace dateline::corpus {
namespace {

TEST(Names, AreAllDistinct) {
  std::set<std::string> seen;
  for (std::uint64_t n = 0; n < 5000; ++n) {
    for (const Name& name : {person(1, n), reporter(1, n), organisation(n), place(n)}) {
      EXPECT_TRUE(seen.insert(name.full).second) << name.full;
    }
  }
}

TEST(Names, SurnamesAreAllDistinct) {
  std::set<std::string> seen;
  for (std::uint64_t n = 0; n < 5000; ++n) {
    EXPECT_TRUE(seen.insert(person(1, n).brief).second);
    EXPECT_TRUE(seen.insert(reporter(1, n).brief).second);
  }
}

TEST(Names, BriefFormsComeFromTheFullOnes) {
  for (std::uint64_t n = 0; n < 100; ++n) {
    const Name who = person(1, n);
    EXPECT_TRUE(who.full.ends_with(" " + who.brief)) << who.full;
    const Name body = organisation(n);
    EXPECT_TRUE(body.is_acronym || body.full.find(body.brief) != std::string::npos);
    EXPECT_EQ(place(n).full, place(n).brief);
  }
}

TEST(Names, AcronymsAreTheCapitalsOfTheName) {
  const Name name = organisation(0);
  ASSERT_TRUE(name.is_acronym);
  EXPECT_TRUE(name.full.ends_with(" Transport Union"));
  EXPECT_EQ(name.brief, std::string(1, name.full.front()) + "TU");
}

// A surname that were also a word would be found in articles that do not mention the person.
TEST(Names, AreNoWordsOfTheVocabulary) {
  const Vocabulary vocabulary;
  std::set<std::string> words;
  for (std::uint64_t rank = 1; rank <= 60'000; ++rank) words.insert(vocabulary.word(rank));
  for (std::uint64_t n = 0; n < 2000; ++n) {
    EXPECT_FALSE(words.contains(to_ascii_lower(person(1, n).brief)));
    EXPECT_FALSE(words.contains(to_ascii_lower(place(n).full)));
  }
}

}  // namespace
}  // namespace dateline::corpus
