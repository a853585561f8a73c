#include "common/names/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/names/country_names.h"
#include "common/names/sound_key.h"
#include "common/names/spelling.h"

namespace dateline::names::comparison_test {
namespace {

struct Row {
  const char* a;
  const char* b;
};

void expect_same(const std::vector<Row>& rows, NameKind kind, bool same) {
  for (const Row& row : rows) {
    const Verdict there = compare_names(row.a, row.b, kind);
    const Verdict back = compare_names(row.b, row.a, kind);
    EXPECT_EQ(there.same, same) << row.a << " / " << row.b << " " << there.score;
    EXPECT_EQ(there.score, back.score) << row.a << " / " << row.b;
    EXPECT_EQ(there.same, there.score >= 0.5);
  }
}

TEST(CompareNames, RomanisationsOfOnePersonMeet) {
  expect_same({{"Qassem Soleimani", "Ghasem Suleymani"},
               {"Qasem Soleimani", "Kassem Suleimani"},
               {"SOLEIMANI, Qasem", "Qassim Soleymani"},
               {"Muammar Gaddafi", "Moammar Gadhafi"},
               {"Muammar al-Qaddafi", "Mu'ammar Gadafi"},
               {"Volodymyr Zelensky", "Volodymyr Zelenskyy"},
               {"Vladimir Zelenskiy", "Volodymyr Zelensky"},
               {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
               {"Nikita Khrushchev", "Nikita Chruschtschow"},
               {"Boris Yeltsin", "Boris Jelzin"},
               {"Osama bin Laden", "Usama bin Ladin"},
               {"Abd al-Rahman Arif", "Abdul Rahman Aref"},
               {"Alexander Lukashenko", "Aliaksandr Lukashenka"},
               {"Mahmoud Abbas", "Mahmud Abbas"}},
              NameKind::kPerson, true);
}

TEST(CompareNames, SpellingsOfAKnownNameMeetWhateverTheirLetters) {
  expect_same({{"Yaakov", "Jacob"},
               {"Moshe", "Moses"},
               {"Shawn", "Sean"},
               {"Yitzhak Navon", "Isaac Navon"},
               {"Shaun Penn", "Sean Penn"},
               {"Muhamed", "Mohammed"}},
              NameKind::kPerson, true);
  expect_same({{"Yaakov", "Yehuda"}, {"Moshe", "Joshua"}, {"Hassan", "Hussein"}}, NameKind::kPerson,
              false);
}

TEST(CompareNames, InitialsMiddleNamesNicknamesTitlesAndOrderDoNotPartOnePerson) {
  expect_same({{"John F. Kennedy", "John Kennedy"},
               {"John Fitzgerald Kennedy", "John F. Kennedy"},
               {"Bill Clinton", "William Jefferson Clinton"},
               {"Joe Biden", "Joseph R. Biden"},
               {"Xi Jinping", "Jinping Xi"},
               {"Kim Jong Un", "Kim Jong-un"},
               {"Kim Jongun", "Kim Jong Un"},
               {"President Barack Obama", "Barack Obama"},
               {"Gen. Mark A. Milley", "Mark Milley"},
               {"Bashar al-Assad", "Bashar Assad"},
               {"Martin Luther King, Jr.", "Martin Luther King"}},
              NameKind::kPerson, true);
}

TEST(CompareNames, PersonsThatAreOnlyAlikeStayApart) {
  expect_same({{"Thein Sein", "Tony Snow"},
               {"John Paul I", "John Paul II"},
               {"John Paul", "John Paul II"},
               {"Pius XI", "Pius XII"},
               {"Donald Trump", "Donald Trump Jr."},
               {"George W. Bush", "George H. W. Bush"},
               {"Hassan Nasrallah", "Hussein Nasrallah"},
               {"Mark Milley", "Mark Miller"},
               {"Mike Pence", "Mike Pompeo"},
               {"Hillary Clinton", "Bill Clinton"},
               {"Ruhollah Khomeini", "Ali Khamenei"},
               {"Kim Jong Un", "Kim Jong Il"},
               {"Kim Yong Chol", "Kim Tong Chol"},
               {"Abdul Rauf", "Abdul Wafa"},
               {"Mark Esper", "Esper"},
               {"", "Esper"}},
              NameKind::kPerson, false);
}

TEST(CompareNames, OrganisationsMeetWithoutLegalFormsAndInTheirAcronym) {
  expect_same({{"Apple Inc.", "Apple"},
               {"FDA", "U.S. Food and Drug Administration"},
               {"DoD", "Department of Defense"},
               {"N.A.T.O.", "North Atlantic Treaty Organization"},
               {"U.N. Security Council", "United Nations Security Council"},
               {"World Health Organisation", "World Health Organization"},
               {"Hezbollah", "Hizbullah"}},
              NameKind::kOrganisation, true);
  expect_same({{"Bank of America", "Bank of Ireland"},
               {"General Motors", "General Electric"},
               {"FDA", "FBI"},
               {"AP", "Australian Patriots"},
               {"Inc.", "Ltd."}},
              NameKind::kOrganisation, false);
}

TEST(CompareNames, CountriesAndCapitalsAreKnownOtherPlacesSpelled) {
  expect_same({{"U.S.", "United States of America"},
               {"Burma", "Myanmar"},
               {"Côte d'Ivoire", "Ivory Coast"},
               {"Kyiv", "Kiev"},
               {"Islamic Republic of Iran", "Iran"},
               {"Fallujah", "Falluja"}},
              NameKind::kPlace, true);
  expect_same({{"Iran", "Iraq"},
               {"Niger", "Nigeria"},
               {"Austria", "Australia"},
               {"North Korea", "South Korea"},
               {"Congo", "Democratic Republic of Congo"}},
              NameKind::kPlace, false);
}

TEST(CompareNames, WithoutAKindAnyKindWillDo) {
  EXPECT_TRUE(compare_names("FDA", "Food and Drug Administration").same);
  EXPECT_TRUE(compare_names("America", "U.S.").same);
  EXPECT_TRUE(compare_names("Ghasem Suleymani", "Qassem Soleimani").same);
  EXPECT_FALSE(compare_names("Thein Sein", "Tony Snow").same);
}

TEST(CompareNames, HostileNamesEndSoon) {
  const std::string long_name(100'000, 'a');
  EXPECT_FALSE(compare_names(long_name, long_name + "b").same);
  EXPECT_TRUE(compare_names(long_name, long_name).same);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "a, -";
  EXPECT_FALSE(compare_names(many, "a").same);
  EXPECT_FALSE(compare_names("\xff\xfe", "\xff").same);
  EXPECT_FALSE(compare_names("...", "---").same);
}

TEST(CompareNames, OtherScriptsAreComparedForEquality) {
  EXPECT_TRUE(compare_names("Владимир Путин", "ВЛАДИМИР ПУТИН", NameKind::kPerson).same);
  EXPECT_FALSE(compare_names("Владимир Путин", "Владимир Ленин", NameKind::kPerson).same);
}

TEST(SoundKey, SpellingsOfOneNameShareIt) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"gaddafi", "KTF"}, {"qadhafi", "KTF"},       {"khadafy", "KTF"},  {"soleimani", "SLMN"},
      {"ghasem", "KSM"},  {"qassim", "KSM"},        {"djibouti", "SPT"}, {"oya", ""},
      {"sassoon", "SSN"}, {"tchaikovsky", "SKFSK"}, {"cecil", "SSL"}};
  for (const auto& [name, key] : rows) EXPECT_EQ(sound_key(name), key) << name;
}

TEST(SoundKey, NearKeysAreThoseWithinOneEdit) {
  EXPECT_TRUE(keys_are_near("KSM", "KSM"));
  EXPECT_TRUE(keys_are_near("KSM", "SM"));
  EXPECT_TRUE(keys_are_near("KSM", "KTM"));
  EXPECT_FALSE(keys_are_near("KSM", "KTN"));
  EXPECT_FALSE(keys_are_near("", "KS"));
  const auto near = near_keys("KS");
  EXPECT_EQ(near.front(), "KS");
  for (const std::string& key : near) EXPECT_TRUE(keys_are_near("KS", key)) << key;
  EXPECT_NE(std::find(near.begin(), near.end(), "KMS"), near.end());
}

TEST(Spelling, AlikeLettersTellMoreTheRarerTheyAre) {
  const auto like = [](const char* a, const char* b) { return likeness(spell(a), spell(b)); };
  EXPECT_GT(like("zelensky", "zelenskiy"), like("lee", "li"));
  EXPECT_LT(like("sein", "snow"), kSameSpelling);
  EXPECT_GT(like("soleimani", "suleymani"), kSurelySameSpelling);
  EXPECT_TRUE(compare_words(spell("khadafy"), spell("kadhafi")).same);
}

TEST(CompareNames, TheAnswerIsTheSameBothWays) {
  const std::vector<Row> rows{{"U. X.", "X. Una"},
                              {"Bill Anderson", "Anderson William"},
                              {"Hassan Ali Omar", "Omar Hassan Ali"},
                              {"J. Bob Smith", "Smith J. Robert"},
                              {"Ann B.", "B. Ann"},
                              {"An Ramsey", "Ann Ramsey"}};
  for (const Row& row : rows) {
    const Verdict there = compare_names(row.a, row.b, NameKind::kPerson);
    const Verdict back = compare_names(row.b, row.a, NameKind::kPerson);
    EXPECT_EQ(there.same, back.same) << row.a;
    EXPECT_EQ(there.score, back.score) << row.a;
  }
}

TEST(Spelling, DoublingAndSilentLettersDoNotPartShortWords) {
  const std::vector<Row> same{{"khan", "kahn"},    {"naji", "naggi"},     {"jamil", "djamil"},
                              {"hanna", "hannah"}, {"yusef", "youssef"},  {"levi", "levy"},
                              {"jun", "joon"},     {"nicola", "nikolla"}, {"petrov", "petroff"}};
  for (const Row& row : same) EXPECT_TRUE(compare_words(spell(row.a), spell(row.b)).same) << row.a;
  const std::vector<Row> different{{"lin", "lim"},  {"park", "pyun"},   {"cohen", "levin"},
                                   {"kim", "kong"}, {"saleh", "salam"}, {"ivan", "igor"}};
  for (const Row& row : different) {
    EXPECT_FALSE(compare_words(spell(row.a), spell(row.b)).same) << row.a;
  }
}

TEST(CountryNames, KnowsNationalitiesAndCapitals) {
  EXPECT_EQ(country_of_nationality("iraqis"), "iraq");
  EXPECT_EQ(country_of_nationality("british"), "united kingdom");
  EXPECT_EQ(country_of_nationality("martian"), "");
  EXPECT_EQ(country_of_capital("kiev"), "ukraine");
  EXPECT_EQ(country_named("bolivia"), "bolivia");
  EXPECT_EQ(country_named("korea"), "");
}

}  // namespace
}  // namespace dateline::names::comparison_test
