#include "searcher/search/snippet/rarity.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/searcher/search/snippet/mark_makers.h"

namespace dateline::search {
namespace {

using query::Mark;
using testing::form;
using testing::in_field;
using testing::phrase;
using testing::stem;

std::vector<std::uint32_t> rarity(const std::vector<Mark>& marks) {
  const std::map<std::string, std::uint64_t> articles{
      {"Zthe", 1000}, {"Ztroop", 100}, {"the", 1000}, {"troops", 64}, {"SZtroop", 5}};
  return rarity_of(marks, 1000, [&](const std::string& term) {
    const auto found = articles.find(term);
    return found == articles.end() ? std::uint64_t{0} : found->second;
  });
}

TEST(Rarity, IsHowFewArticlesHaveAWord) {
  EXPECT_EQ(rarity({stem("the"), stem("troop"), form("nobody")}),
            (std::vector<std::uint32_t>{1, 4, 10}));
}

TEST(Rarity, OfAPhraseIsThatOfItsRarestWord) {
  EXPECT_EQ(rarity({phrase({"the", "troops"})}), rarity({form("troops")}));
}

TEST(Rarity, OfNamesIsNotLookedUp) {
  EXPECT_EQ(rarity({in_field(form("the"), schema::FieldId::kPerson)}),
            (std::vector<std::uint32_t>{12}));
}

TEST(Rarity, AsksTheIndexOnlySoOften) {
  std::size_t asked = 0;
  const std::vector<Mark> many(2000, phrase({"a", "b", "c"}));
  const auto out = rarity_of(many, 10, [&](const std::string&) {
    ++asked;
    return std::uint64_t{1};
  });
  EXPECT_EQ(out.size(), many.size());
  EXPECT_LE(asked, 300U);
}

TEST(Rarity, StaysInItsBounds) {
  const auto none = [](const std::string&) { return std::uint64_t{0}; };
  EXPECT_EQ(rarity_of({form("x")}, 0, none), (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(rarity_of({form("x")}, ~std::uint64_t{0}, none),
            (std::vector<std::uint32_t>{kMostRarity}));
}

}  // namespace
}  // namespace dateline::search
