#include "common/names/personal_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::names::personal_name_test {
namespace {

// "given given|surname|suffix"
std::string split_name(std::string_view name) {
  const PersonalName parts = split_personal_name(name);
  std::string out;
  for (const std::string_view given : parts.given) {
    if (!out.empty()) out += ' ';
    out += given;
  }
  return out + "|" + std::string(parts.surname) + "|" + std::string(parts.suffix);
}

struct Row {
  const char* in;
  const char* out;
};

TEST(PersonalName, SplitsGivenNamesSurnameAndSuffix) {
  const std::vector<Row> rows{
      {"Mark Esper", "Mark|Esper|"},
      {"Esper", "|Esper|"},
      {"John F. Kennedy Jr.", "John F.|Kennedy|Jr."},
      {"Martin Luther King, Jr.", "Martin Luther|King|Jr."},
      {"Ursula von der Leyen", "Ursula|von der Leyen|"},
      {"Osama bin Laden", "Osama|bin Laden|"},
      {"Bashar al-Assad", "Bashar|al-Assad|"},
      {"Al Gore", "Al|Gore|"},
      {"John Paul II", "John|Paul|II"},
      {"Dr. Ines  Okonjo", "Ines|Okonjo|"},
      {"", "||"},
  };
  for (const Row& row : rows) EXPECT_EQ(split_name(row.in), row.out) << row.in;
}

TEST(PersonalName, StripsTitlesButNeverTheWholeName) {
  const std::vector<Row> rows{
      {"Mr. Esper", "Esper"},       {"Brig. Gen. William Seely", "William Seely"},
      {"Sir Ian Holm", "Ian Holm"}, {"Major", "Major"},
      {"President", "President"},   {"  Dr.  No ", "No"},
  };
  for (const Row& row : rows) EXPECT_EQ(strip_titles(row.in), row.out) << row.in;
}

TEST(PersonalName, KeyIgnoresMiddleNamesButNotSuffixes) {
  const auto key = [](std::string_view name) { return personal_key(split_personal_name(name)); };
  EXPECT_EQ(key("John F. Kennedy"), key("John Kennedy"));
  EXPECT_EQ(key("José Ibáñez"), key("Jose Ibanez"));
  EXPECT_NE(key("John Paul I."), key("John Paul II"));
  EXPECT_NE(key("Mick Schumacher"), key("Michael Schumacher"));
  EXPECT_EQ(key("Esper"), "");
}

TEST(PersonalName, HostileNamesAreCut) {
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "van ";
  EXPECT_LE(split_personal_name(many).given.size(), 16U);
}

}  // namespace
}  // namespace dateline::names::personal_name_test
