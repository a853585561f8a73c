#include "common/text/stemmer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <random>
#include <string>
#include <vector>

namespace dateline::text::stemmer_test {
namespace {

TEST(Stemmer, TakesEndingsOffByLanguage) {
  EXPECT_EQ(Stemmer("en").stem("walked"), "walk");
  EXPECT_EQ(Stemmer("en-GB").stem("elections"), "elect");
  EXPECT_EQ(Stemmer("DE").stem("hauser"), "haus");
  EXPECT_EQ(Stemmer("nb").stem("fiskere"), Stemmer("no").stem("fiskere"));
}

TEST(Stemmer, LeavesWordsOfOtherLanguagesAlone) {
  for (const std::string_view language : {"", "zh", "sw", "tlh", "english", "porter", "e n"}) {
    EXPECT_EQ(Stemmer(language).stem("walked"), "walked") << language;
    EXPECT_FALSE(Stemmer::knows(language)) << language;
  }
}

TEST(Stemmer, KnowsTheLanguagesOfSnowball) {
  for (const std::string_view language :
       {"ar", "ca", "da", "de-AT", "en", "es", "eu", "fi",    "fr", "ga", "hu", "hy", "id",
        "it", "lt", "nb", "ne",    "nl", "nn", "no", "pt-BR", "ro", "ru", "sv", "ta", "tr"}) {
    EXPECT_TRUE(Stemmer::knows(language)) << language;
  }
}

// One inflection finds another in each of them.
TEST(Stemmer, InflectionsHaveOneStemInEveryLanguage) {
  struct Row {
    std::string_view language;
    std::string_view first;
    std::string_view second;
  };
  for (const Row& row :
       {Row{"ar", "الانتخاب", "انتخاب"},    Row{"ca", "governs", "govern"},
        Row{"da", "valgene", "valg"},       Row{"de", "wahlen", "wahl"},
        Row{"en", "elections", "elected"},  Row{"es", "elecciones", "eleccion"},
        Row{"eu", "gizonak", "gizon"},      Row{"fi", "hallituksen", "hallitukset"},
        Row{"fr", "elections", "election"}, Row{"ga", "bhfear", "fear"},
        Row{"hu", "hazakban", "hazak"},     Row{"hy", "քաղաքներ", "քաղաք"},
        Row{"id", "pemilihan", "memilih"},  Row{"it", "elezioni", "elezione"},
        Row{"lt", "rinkimai", "rinkimu"},   Row{"nb", "valgene", "valg"},
        Row{"ne", "नेपालमा", "नेपाल"},        Row{"nl", "verkiezingen", "verkiezing"},
        Row{"pt", "governos", "governo"},   Row{"ro", "alegerile", "alegeri"},
        Row{"ru", "выборов", "выборы"},     Row{"sv", "husen", "hus"},
        Row{"ta", "நாடுகள்", "நாடு"},        Row{"tr", "kitaplar", "kitap"}}) {
    Stemmer stemmer(row.language);
    const std::string first(stemmer.stem(row.first));
    EXPECT_EQ(first, stemmer.stem(row.second)) << row.language;
  }
}

// Snowball's endings have accents; the folded form alone would keep these words apart.
TEST(Stemmer, AccentsTellOneMoreStem) {
  struct Row {
    std::string_view language;
    std::string_view written;
    std::string_view form;
    std::string_view other;  // another form of the word, whose own stem it is
  };
  for (const Row& row :
       {Row{"es", "organización", "organizacion", "organizaciones"},
        Row{"es", "Elección", "eleccion", "elecciones"},
        Row{"pt", "Organização", "organizacao", "organizar"}, Row{"fr", "votée", "votee", "voter"},
        Row{"fr", "L’élève", "eleve", "eleves"}, Row{"ca", "eleccio\u0301", "eleccio", "eleccions"},
        Row{"it", "città", "citta", "citta"}}) {
    Stemmer stemmer(row.language);
    const std::string other(stemmer.stem(row.other));
    for (int round = 0; round < 2; ++round) {
      const std::string accented(stemmer.accented_stem(row.form, row.written));
      const std::string plain(stemmer.stem(row.form));
      EXPECT_TRUE(accented == other || (accented.empty() && plain == other)) << row.written;
    }
  }
}

TEST(Stemmer, AccentsTellNothingWhereThereAreNoneOrEnglishIsWritten) {
  EXPECT_EQ(Stemmer("en").accented_stem("naive", "naïve"), "");
  EXPECT_EQ(Stemmer("sw").accented_stem("naive", "naïve"), "");
  EXPECT_EQ(Stemmer("fr").accented_stem("vote", "vote"), "");
  EXPECT_EQ(Stemmer("fr").accented_stem("reelu", "ré-élu"), "") << "a compound in one piece";
}

// Made-up words with real endings; the same ones come again so that the cache answers too.
std::vector<std::string> vocabulary(std::size_t count) {
  static constexpr const char* kEndings[] = {"", "s", "ed", "ing", "ation", "ies", "ness", "ly"};
  std::mt19937 random(7);
  std::vector<std::string> words;
  while (words.size() < count) {
    std::string word;
    for (std::uint64_t i = 1 + random() % 12; i > 0; --i) {
      word += static_cast<char>('a' + random() % 26);
    }
    words.push_back(word + kEndings[random() % 8]);
  }
  return words;
}

TEST(Stemmer, AnswersFromItsCacheWhatXapianAnswers) {
  Stemmer stemmer("en");
  const Xapian::Stem xapian("english");
  const std::vector<std::string> words = vocabulary(20000);
  for (int round = 0; round < 2; ++round) {
    for (const std::string& word : words) ASSERT_EQ(stemmer.stem(word), xapian(word)) << word;
  }
}

TEST(Stemmer, StaysRightWhenItsCacheOverflows) {
  Stemmer stemmer("en");
  const Xapian::Stem xapian("english");
  for (int i = 0; i < 300000; ++i) {
    const std::string word = std::to_string(i) + "walked";
    const std::string_view stem = stemmer.stem(word);
    if (i % 1000 == 0) {
      ASSERT_EQ(stem, xapian(word));
    }
  }
  EXPECT_EQ(stemmer.stem("299999walked"), xapian("299999walked"));
}

TEST(Stemmer, TakesWordsOfAnyLength) {
  Stemmer stemmer("en");
  EXPECT_EQ(stemmer.stem(""), "");
  const std::string longest(100000, 'a');
  EXPECT_EQ(stemmer.stem(longest + "ing"), Xapian::Stem("en")(longest + "ing"));
  const std::string eight = "aaaaaaaa";
  EXPECT_EQ(stemmer.stem(eight), eight);
  EXPECT_EQ(stemmer.stem(eight + eight), eight + eight);
}

TEST(Stemmer, MayBeGivenItsOwnAnswer) {
  Stemmer stemmer("en");
  for (const std::string& word : vocabulary(5000)) {
    const std::string_view once = stemmer.stem(word);
    const std::string expected = Xapian::Stem("en")(std::string(once));
    ASSERT_EQ(stemmer.stem(once), expected);
  }
}

}  // namespace
}  // namespace dateline::text::stemmer_test
