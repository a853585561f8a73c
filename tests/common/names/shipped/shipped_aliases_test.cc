#include "common/names/shipped/shipped_aliases.h"

#include <gtest/gtest.h>

namespace dateline::names::shipped_aliases_test {
namespace {

TEST(ShippedAliases, AreReadWithoutAFault) {
  const auto table = Aliases::parse(shipped_aliases_text(), "share/aliases.toml");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_GT(table->size(), 300U);
  EXPECT_EQ(shipped_aliases().size(), table->size());
  EXPECT_EQ(shipped_aliases().reach(), Aliases::Reach::kSomeNames);
}

TEST(ShippedAliases, AcronymsRomanisationsAndFormerNamesMeanOneEntity) {
  struct Row {
    NameKind kind;
    const char* name;
    const char* canonical;
  };
  for (const Row& row : {
           Row{NameKind::kOrganisation, "AP", "Associated Press"},
           {NameKind::kOrganisation, "U.N.", "United Nations"},
           {NameKind::kOrganisation, "North Atlantic Treaty Organization", "NATO"},
           {NameKind::kOrganisation, "imf", "International Monetary Fund"},
           {NameKind::kPerson, "Volodymyr Zelenskyy", "Volodymyr Zelensky"},
           {NameKind::kPerson, "Zelenskiy", "Volodymyr Zelensky"},
           {NameKind::kPerson, "Moammar Gadhafi", "Muammar Gaddafi"},
           {NameKind::kPlace, "Kiev", "Kyiv"},
           {NameKind::kPlace, "Burma", "Myanmar"},
           {NameKind::kPlace, "Cote d'Ivoire", "Ivory Coast"},
           {NameKind::kPlace, "U.S.", "United States"},
       }) {
    const AliasedEntity* found = shipped_aliases().find(row.kind, row.name);
    ASSERT_NE(found, nullptr) << row.name;
    EXPECT_EQ(found->name, row.canonical);
  }
}

TEST(ShippedAliases, SayNothingOfNamesThatManyHave) {
  for (const char* name : {"ICC", "PTI", "Congress", "Ministry of Defence", "Supreme Court"}) {
    EXPECT_EQ(shipped_aliases().find(NameKind::kOrganisation, name), nullptr) << name;
  }
  for (const char* name : {"Georgia", "Congo", "Korea"}) {
    EXPECT_EQ(shipped_aliases().find(NameKind::kPlace, name), nullptr) << name;
  }
  for (const char* name : {"Bush", "Clinton", "Kim", "Sharif"}) {
    EXPECT_EQ(shipped_aliases().find(NameKind::kPerson, name), nullptr) << name;
  }
}

}  // namespace
}  // namespace dateline::names::shipped_aliases_test
