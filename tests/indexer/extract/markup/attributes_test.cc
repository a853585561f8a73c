#include "indexer/extract/markup/attributes.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::attributes_test {
namespace {

TEST(KnownAttribute, IsFoundHoweverItsLettersAreWritten) {
  struct Case {
    const char* spelling;
    AttributeName name;
  };
  for (const auto& [spelling, name] :
       {Case{"class", AttributeName::kClass}, Case{"CLASS", AttributeName::kClass},
        Case{"ItemProp", AttributeName::kItemprop}, Case{"datetime", AttributeName::kDatetime},
        Case{"aria-label", AttributeName::kAriaLabel}, Case{"xml:lang", AttributeName::kLang}}) {
    const AttributeSpelling* known = known_attribute(spelling);
    ASSERT_NE(known, nullptr) << spelling;
    EXPECT_EQ(known->name, name) << spelling;
  }
}

TEST(KnownAttribute, SeveralSpellingsMayMeanOneThing) {
  for (const char* spelling : {"data-testid", "data-test-id", "data-qa", "data-component",
                               "data-module", "data-type", "data-block-type"}) {
    const AttributeSpelling* known = known_attribute(spelling);
    ASSERT_NE(known, nullptr) << spelling;
    EXPECT_EQ(known->name, AttributeName::kData) << spelling;
  }
}

TEST(KnownAttribute, IsNoneOfWhatNobodyLooksAt) {
  for (const char* spelling : {"", "onclick", "style", "src", "srcset", "data-", "classes", "clas",
                               "class ", "xml:", "r", "\xC3\xA9"}) {
    EXPECT_EQ(known_attribute(spelling), nullptr) << spelling;
  }
}

TEST(KnownAttribute, IsNotTheOneThatNamesRowsSoThatNoPageCanNameThem) {
  EXPECT_EQ(known_attribute(kRowAttribute), nullptr);
}

TEST(AttributeTable, GivesEachValueBackAsItWasAdded) {
  AttributeTable table;
  table.add(AttributeName::kClass, "lead");
  table.add(AttributeName::kId, "");
  table.add(AttributeName::kTitle, "Z\xC3\xBCrich");
  ASSERT_EQ(table.attributes.size(), 3U);
  EXPECT_EQ(table.value(table.attributes[0]), "lead");
  EXPECT_EQ(table.value(table.attributes[1]), "");
  EXPECT_EQ(table.value(table.attributes[2]), "Z\xC3\xBCrich");
  EXPECT_EQ(table.attributes[2].name, AttributeName::kTitle);
}

}  // namespace
}  // namespace dateline::indexer::page::attributes_test
