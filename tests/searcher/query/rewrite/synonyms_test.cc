// Words that stand for each other: the file, and what a query becomes with it.
#include "searcher/query/rewrite/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "searcher/query/describe.h"
#include "tests/searcher/query/small_index.h"
#include "tests/support/places.h"

namespace dateline::query::synonyms_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kFile =
    "\xEF\xBB\xBF# cars\r\n"
    "car, automobile, motor car\r\n"
    "\n"
    "Kyiv,Kiev  # a name\n"
    "strike, walkout, industrial action\n"
    "motor car, limousine";

Synonyms synonyms() {
  Synonyms out = Synonyms::parse(kFile, "s.txt").value();
  out.stem_in("en");
  return out;
}

TEST(Synonyms, AMemberStandsForTheOthersInAnyInflectionAndCase) {
  const Synonyms known = synonyms();
  EXPECT_THAT(known.of("car", "car"), ElementsAre("automobile", "motor car"));
  EXPECT_THAT(known.of("KIEV", "kiev"), ElementsAre("Kyiv"));
  EXPECT_THAT(known.of("strikes", "strike"), ElementsAre("walkout", "industrial action"));
  EXPECT_THAT(known.of("Motor  Car", ""), ElementsAre("car", "automobile", "limousine"));
  EXPECT_THAT(known.of("troops", "troop"), IsEmpty());
}

struct WrongFile {
  std::string text;
  std::string message;
};

TEST(Synonyms, AWrongLineIsNamedWithItsNumber) {
  const WrongFile kWrong[] = {
      {"a, b\ncar\n", "s.txt:2: a group has two members or more"},
      {"\n\ncar, CAR", "s.txt:3: a group has two members or more"},
      {"car,, auto", "s.txt:1: “” is no word"},
      {"car, ...", "s.txt:1: “...” is no word"},
      {"car, one two three four five six seven eight nine", "more than 8 words"},
      {"car, \xFF", "s.txt:1: this is no UTF-8 text"},
  };
  for (const WrongFile& wrong : kWrong) {
    const auto parsed = Synonyms::parse(wrong.text, "s.txt");
    ASSERT_FALSE(parsed) << wrong.text;
    EXPECT_EQ(parsed.error().code, ErrorCode::kUsage);
    EXPECT_THAT(parsed.error().message, HasSubstr(wrong.message));
  }
  std::string many = "a0";
  for (int i = 1; i < 40; ++i) many += ",a" + std::to_string(i);
  EXPECT_THAT(Synonyms::parse(many, "s.txt").error().message, HasSubstr("more than 32 members"));
}

TEST(Synonyms, AFileOfEndlessGroupsIsRefusedWithItsLine) {
  std::string groups;
  for (int i = 0; i < 40; ++i) groups += "q, a" + std::to_string(i) + "\n";
  EXPECT_THAT(Synonyms::parse(groups, "s.txt").error().message,
              HasSubstr("s.txt:33: “q” is in more than 32 groups"));
  std::string members;
  for (int i = 0; i < 40'000; ++i) {
    members += "a" + std::to_string(i) + ",b" + std::to_string(i) + "\n";
  }
  EXPECT_THAT(Synonyms::parse(members, "s.txt").error().message,
              HasSubstr("s.txt:32769: more than 65536 members in all groups"));
}

TEST(Synonyms, InflectionsOfOneWordAreInAFewGroupsOnly) {
  // All of these have one stem.
  std::string groups;
  for (const char* form : {"connect", "connected", "connecting", "connection", "connections"}) {
    for (int i = 0; i < 30; ++i) {
      groups += std::string(form) + ", " + form + "x" + std::to_string(i) + "\n";
    }
  }
  Synonyms known = Synonyms::parse(groups, "s.txt").value();
  known.stem_in("en");
  EXPECT_LE(known.of("connects", "connect").size(), Synonyms::kMaxGroups);
}

TEST(Synonyms, TheExampleIsAsGoodAsItLooks) {
  std::ifstream in(dateline::testing::source_directory() + "/docs/examples/synonyms.txt");
  std::stringstream text;
  text << in.rdbuf();
  const auto parsed = Synonyms::parse(text.str(), "synonyms.txt");
  ASSERT_TRUE(parsed) << parsed.error().to_string();
  EXPECT_THAT(parsed->of("car", ""), ElementsAre("automobile", "motor car"));
}

class WithSynonyms : public ::testing::Test {
 protected:
  CompiledQuery compiled(std::string_view query) {
    QueryOptions options;
    options.synonyms = &known_;
    auto out = compile(query, options, index_.db());
    EXPECT_TRUE(out) << describe(query, out.error());
    return out ? std::move(*out) : CompiledQuery();
  }

  Synonyms known_ = synonyms();
  SmallIndex index_{{{.body = "Two cars met"},
                     {.body = "an automobile in Kiev"},
                     {.body = "the motor car"},
                     {.body = "a motor in a car park"},
                     {.headline = "Automobiles", .body = "nothing"}}};
};

TEST_F(WithSynonyms, AWordFindsItsSynonymsAndSaysSo) {
  const CompiledQuery query = compiled("car");
  EXPECT_EQ(query.rewritten, "([car] OR [automobil]^0.5 OR \"motor car\"^0.5)");
  EXPECT_THAT(
      query.notices,
      ElementsAre(Notice{"synonyms", "“car” was also looked for as “automobile”, “motor car”"}));
  EXPECT_EQ(find_in(index_.db(), query.query), (std::set<Xapian::docid>{1, 2, 3, 4, 5}));
}

TEST_F(WithSynonyms, APhraseThatIsAMemberFindsItsSynonymsToo) {
  EXPECT_EQ(find_in(index_.db(), compiled("\"motor car\"").query),
            (std::set<Xapian::docid>{1, 2, 3, 4, 5}));
  EXPECT_EQ(find_in(index_.db(), compiled("headline:car").query), (std::set<Xapian::docid>{5}));
  EXPECT_EQ(find_in(index_.db(), compiled("Kyiv").query), (std::set<Xapian::docid>{2}));
}

TEST_F(WithSynonyms, WhatIsAskedToTheLetterStaysAsItIs) {
  for (const std::string_view query : {"=car", "car*", "car~1", "car NEAR/2 park", "\"car park\"",
                                       "\"motor car\"~2", "source:car", "person:car"}) {
    EXPECT_THAT(compiled(query).notices, IsEmpty()) << query;
  }
}

}  // namespace
}  // namespace dateline::query::synonyms_test
