#include "indexer/entities/model/word_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::word_features_test {
namespace {

// The key of kinds as they are written in the header: "X'Xx".
std::uint64_t kinds(std::string_view pattern) {
  std::uint64_t key = kEmptyKey;
  for (const char kind : pattern) key = extend_key(key, static_cast<char32_t>(kind));
  return key;
}

TEST(PatternOf, ReducesLettersToTheirKinds) {
  for (const auto& [word, pattern] : std::vector<std::pair<const char*, const char*>>{
           {"Esper", "Xx"},       {"esper", "x"},   {"Washington", "Xx"}, {"O'Brien", "X'Xx"},
           {"U.S.", "X.X."},      {"NATO", "XX"},   {"A", "X"},           {"G20", "X9"},
           {"2020", "9"},         {"eBay", "xXx"},  {"McDonald", "XxXx"}, {"al-Assad", "x-Xx"},
           {"Élysée", "Xx"},      {"Иван", "Xx"},   {"Αθήνα", "Xx"},      {"東京", "?"},
           {"St.", "Xx."},        {"AT&T", "XX&X"}, {"COVID-19", "XX-9"}, {"", ""},
           {"d'Estaing", "x'Xx"},
       }) {
    EXPECT_EQ(pattern_of(word), kinds(pattern)) << word;
  }
}

TEST(PatternOf, TellsLongWordsApartByTheirFrontAlone) {
  const std::string front(24, 'a');
  EXPECT_EQ(pattern_of(front + "B7-"), pattern_of(front));
  EXPECT_NE(pattern_of(front.substr(1) + "B"), pattern_of(front));
}

TEST(PatternOf, EndsInAnyBytes) {
  for (const char* bytes : {"\xFF", "\xC3", "A\xE2\x82", "\x80\x80\x80", "\xF0\x9F"}) {
    EXPECT_NE(pattern_of(bytes), kEmptyKey) << testing::PrintToString(bytes);
  }
}

TEST(MainCategory, IsTheOneThatTellsMost) {
  EXPECT_EQ(main_category(0), 0U);
  EXPECT_EQ(main_category(kEnglish | kGerman | kBeginsPhrase), 0U) << "these tell nothing here";
  for (const auto& [more, less] :
       std::vector<std::pair<std::uint32_t, std::uint32_t>>{{kHonorific, kRole},
                                                            {kRole, kNationality},
                                                            {kNationality, kPlace},
                                                            {kPlace, kOrganisation},
                                                            {kOrganisation, kGivenName},
                                                            {kGivenName, kSurname},
                                                            {kSurname, kCalendar},
                                                            {kOpener, kCommon}}) {
    EXPECT_EQ(main_category(more | less), main_category(more)) << more;
    EXPECT_NE(main_category(more), main_category(less)) << more;
    EXPECT_NE(main_category(less), 0U);
  }
}

struct Feature {
  Template what;
  std::uint32_t hash;
};

std::vector<Feature> features_of(std::string_view form, int offset, std::uint32_t categories = 0) {
  Word word = split_words(form, nullptr).at(0);
  word.categories = categories;
  std::vector<Feature> out;
  word_features(form, word, offset, [&](Template what, std::uint32_t hash) {
    out.push_back({what, hash});
  });
  return out;
}

std::ptrdiff_t count(const std::vector<Feature>& features, Template what) {
  return std::count_if(features.begin(), features.end(),
                       [what](const Feature& feature) { return feature.what == what; });
}

std::vector<std::uint32_t> hashes(const std::vector<Feature>& features, Template what) {
  std::vector<std::uint32_t> out;
  for (const Feature& feature : features) {
    if (feature.what == what) out.push_back(feature.hash);
  }
  return out;
}

TEST(WordFeatures, TellTheLessTheFartherTheWordStands) {
  struct Row {
    int offset;
    int suffixes, prefixes, exact;
  };
  for (const Row& row :
       {Row{0, 4, 3, 1}, Row{1, 1, 0, 0}, Row{-1, 1, 0, 0}, Row{2, 0, 0, 0}, Row{-2, 0, 0, 0}}) {
    const auto features = features_of("Washington", row.offset);
    EXPECT_EQ(count(features, Template::kWord), 1) << row.offset;
    EXPECT_EQ(count(features, Template::kPattern), 1) << row.offset;
    EXPECT_EQ(count(features, Template::kCategory), 1) << row.offset;
    EXPECT_EQ(count(features, Template::kSuffix), row.suffixes) << row.offset;
    EXPECT_EQ(count(features, Template::kPrefix), row.prefixes) << row.offset;
    EXPECT_EQ(count(features, Template::kExactWord), row.exact) << row.offset;
    EXPECT_EQ(count(features, Template::kLength), row.exact) << row.offset;
  }
}

TEST(WordFeatures, EachCategoryIsToldByItself) {
  const auto told = hashes(features_of("Jordan", 2, kPlace | kGivenName), Template::kCategory);
  EXPECT_EQ(told, (std::vector<std::uint32_t>{feature_hash(Template::kCategory, 2, kGivenName),
                                              feature_hash(Template::kCategory, 2, kPlace)}));
  EXPECT_EQ(hashes(features_of("Quarn", 2, 0), Template::kCategory),
            std::vector<std::uint32_t>{feature_hash(Template::kCategory, 2, 0)})
      << "and that a word has none";
  EXPECT_EQ(hashes(features_of("the", 2, kEnglish), Template::kCategory),
            hashes(features_of("the", 2, 0), Template::kCategory))
      << "which language has a word is nothing that the model knows";
}

TEST(WordFeatures, AffixesHaveNoCaseAndTheWholeWordHas) {
  const auto small = features_of("esper", 0);
  const auto loud = features_of("ESPER", 0);
  EXPECT_EQ(hashes(small, Template::kSuffix), hashes(loud, Template::kSuffix));
  EXPECT_EQ(hashes(small, Template::kPrefix), hashes(loud, Template::kPrefix));
  EXPECT_NE(hashes(small, Template::kExactWord), hashes(loud, Template::kExactWord));
}

TEST(WordFeatures, AShortWordHasNoLongerAffixesThanItself) {
  EXPECT_EQ(count(features_of("x", 0), Template::kSuffix), 1);
  EXPECT_EQ(count(features_of("x", 0), Template::kPrefix), 0);
  EXPECT_EQ(count(features_of("of", 1), Template::kSuffix), 0);
  EXPECT_EQ(count(features_of("&", 0), Template::kExactWord), 1);
}

TEST(FeatureHash, IsTheNumberThatShippedWeightsAreFoundBy) {
  // A change of these numbers makes every model that was ever trained useless: it needs a new
  // format version, and the model trained anew.
  EXPECT_EQ(feature_hash(Template::kBias, 0, 0), 3675061520U);
  EXPECT_EQ(feature_hash(Template::kWord, 0, 1), 2167081059U);
  EXPECT_EQ(feature_hash(Template::kWord, -2, 1), 3988773637U);
  EXPECT_EQ(feature_hash(Template::kHabitPattern, 2, 0xFFFFFFFFFFFFFFFFULL), 271550803U);
}

}  // namespace
}  // namespace dateline::indexer::word_features_test
