#include "indexer/entities/model/consistency.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::consistency_test {
namespace {

constexpr auto kPerson = EntityType::kPerson;
constexpr auto kOrganisation = EntityType::kOrganisation;
constexpr auto kPlace = EntityType::kPlace;

// The types after settling, one letter a name.
std::string settled(std::string_view text, std::vector<NamedWords> names) {
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  make_consistent(words, names);
  std::string out;
  for (const NamedWords& name : names) out += name_of(name.type).substr(0, 1);
  return out;
}

TEST(Consistency, ASurnameFollowsItsFullName) {
  EXPECT_EQ(settled("Carla Brunetti left Brunetti", {{0, 2, kPerson}, {3, 4, kOrganisation}}),
            "pp");
  EXPECT_EQ(settled("Brunetti saw Carla Brunetti", {{0, 1, kPlace}, {2, 4, kPerson}}), "pp");
  EXPECT_EQ(settled("Lloyd Austin left Austin", {{0, 2, kPerson}, {3, 4, kPlace}}), "pp")
      << "places by name are judged by their sentences";
}

TEST(Consistency, AClearMajorityDecides) {
  EXPECT_EQ(settled("Quarn Quarn Quarn", {{0, 1, kPlace}, {1, 2, kPlace}, {2, 3, kPerson}}), "ppp");
  EXPECT_EQ(settled("Quarn Quarn", {{0, 1, kPlace}, {1, 2, kPerson}}), "pp");
  EXPECT_EQ(settled("Quarn Quarn Quarn Quarn",
                    {{0, 1, kOrganisation}, {1, 2, kOrganisation}, {2, 3, kPlace}, {3, 4, kPlace}}),
            "oopp")
      << "two against two stay as they are";
}

}  // namespace
}  // namespace dateline::indexer::consistency_test
