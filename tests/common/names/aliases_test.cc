#include "common/names/aliases.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace dateline::names::aliases_test {
namespace {

constexpr const char* kExample = R"(
[[entity]]
name = "Qassem Soleimani"
type = "person"
also = ["Qasem Soleimani", "Hajj Qassem"]

[[entity]]
name = "Georgia"
type = "place"
)";

TEST(Aliases, FindAnEntityByAnyOfItsNamesWhateverTheirCase) {
  const auto aliases = Aliases::parse(kExample, "a.toml");
  ASSERT_TRUE(aliases) << aliases.error().to_string();
  EXPECT_EQ(aliases->size(), 2U);
  const AliasedEntity* found = aliases->find(NameKind::kPerson, "HAJJ QASSEM");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->name, "Qassem Soleimani");
  EXPECT_EQ(found->names.size(), 3U);
  EXPECT_EQ(aliases->find(NameKind::kPlace, "Hajj Qassem"), nullptr);
  EXPECT_EQ(aliases->find(NameKind::kPerson, "Qassem"), nullptr);
  EXPECT_NE(aliases->find(NameKind::kPlace, "georgia"), nullptr);
}

TEST(Aliases, ATableIsReadOnceWhenANameIsFirstLookedFor) {
  std::atomic<int> reads = 0;
  const Aliases aliases = Aliases::when_asked(
      [&reads] {
        ++reads;
        return std::string(kExample);
      },
      Aliases::Reach::kSomeNames);
  const Aliases copy = aliases;
  EXPECT_EQ(aliases.reach(), Aliases::Reach::kSomeNames);
  EXPECT_EQ(reads, 0) << "nobody has asked for a name";
  std::vector<std::thread> threads;
  std::atomic<int> found = 0;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      if (aliases.find(NameKind::kPerson, "hajj qassem") != nullptr) ++found;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(found, 8);
  EXPECT_EQ(copy.size(), 2U);
  EXPECT_EQ(reads, 1);
}

TEST(Aliases, AKeyOfManyPartsIsRefusedBeforeItIsParsed) {
  const auto aliases = Aliases::parse("\na" + std::string(400'000, '.') + "b = 1\n", "a.toml");
  ASSERT_FALSE(aliases);
  EXPECT_EQ(aliases.error().code, ErrorCode::kUsage);
  EXPECT_NE(aliases.error().message.find("a.toml:2: a key of more than"), std::string::npos)
      << aliases.error().message;
}

TEST(Aliases, AWrongFileIsToldWithItsLine) {
  struct Row {
    const char* text;
    const char* message;
  };
  const std::vector<Row> rows{
      {"[[entity]\n", "a.toml:1: "},
      {"\nname = \"x\"\n", "a.toml:2: “name” is no list of entities"},
      {"[[entity]]\ntype = \"person\"\n", "a.toml:1: an entity has no name"},
      {"[[entity]]\nname = \"A\"\n", "a.toml:1: the type of “A” is missing or unknown"},
      {"[[entity]]\nname = \"A\"\ntype = \"god\"\n", "the type of “A” is missing or unknown"},
      {"[[entity]]\nname = \"...\"\n", "a.toml:2: a name must be a string with letters"},
      {"[[entity]]\nname = \"A\"\ntype = \"place\"\nalso = \"B\"\n", "a.toml:4: also must be"},
      {"[[entity]]\nname = \"A\"\ntype = \"place\"\nsee = \"B\"\n", "see is no key of an entity"},
      {"[[entity]]\nname = \"A\"\ntype = \"place\"\n[[entity]]\nname = \"B\"\ntype = \"place\"\n"
       "also = [\"a\"]\n",
       "a.toml:4: “a” is a name of “A” already"},
      {"\xff", "a.toml is not UTF-8"},
  };
  for (const Row& row : rows) {
    const auto aliases = Aliases::parse(row.text, "a.toml");
    ASSERT_FALSE(aliases) << row.text;
    EXPECT_EQ(aliases.error().code, ErrorCode::kUsage);
    EXPECT_NE(aliases.error().message.find(row.message), std::string::npos)
        << aliases.error().message;
  }
}

TEST(Aliases, DeepNestingIsRefusedNotFollowed) {
  const std::string deep = "a = " + std::string(100'000, '[');
  EXPECT_FALSE(Aliases::parse(deep, "a.toml"));
}

std::string entity_with(const std::string& name, std::size_t others) {
  std::string text = "[[entity]]\nname = \"" + name + "\"\ntype = \"place\"\nalso = [";
  for (std::size_t i = 0; i < others; ++i) text += "\"n" + std::to_string(i) + "\",";
  return text + "]\n";
}

TEST(Aliases, EveryNameThatIsReadIsFoundAndThereIsAnEndToThem) {
  const std::string longest(256, 'a');
  const auto read = Aliases::parse(entity_with(longest, Aliases::kMostNames - 1), "a.toml");
  ASSERT_TRUE(read) << read.error().message;
  const AliasedEntity* entity = read->find(NameKind::kPlace, longest);
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->names.size(), Aliases::kMostNames);
  EXPECT_FALSE(Aliases::parse(entity_with(longest + "a", 0), "a.toml"));
  EXPECT_FALSE(Aliases::parse(entity_with(longest, Aliases::kMostNames), "a.toml"));
}

TEST(Aliases, WhatCannotBeginAKeyIsAnErrorWithItsLine) {
  for (const char* text : {"[=", "\n[\x1B]", "[[\u00E9]]", "[%]\n"}) {
    const auto read = Aliases::parse(text, "mine.toml");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::kUsage) << text;
    EXPECT_NE(read.error().message.find("mine.toml:"), std::string::npos) << read.error().message;
  }
}

}  // namespace
}  // namespace dateline::names::aliases_test
