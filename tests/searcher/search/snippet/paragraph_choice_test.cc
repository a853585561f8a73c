#include "searcher/search/snippet/paragraph_choice.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/document/article.h"

namespace dateline::search {
namespace {

// The places of the paragraphs that are chosen, where each has so many bytes and these words.
std::string chosen(std::size_t bytes, const std::vector<WordSet>& words,
                   const std::vector<std::uint32_t>& rarity, std::size_t reach) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) text += std::string(bytes, 'a') + "\n\n";
  const std::vector<std::string_view> all = paragraphs(text);
  std::string out;
  for (const std::string_view one : worth_reading(all, words, rarity, reach)) {
    const auto place = static_cast<std::size_t>(one.data() - text.data()) / (bytes + 2);
    out += (out.empty() ? "" : " ") + std::to_string(place);
  }
  return out;
}

TEST(ParagraphChoice, WhatMayHaveNoWordIsNotRead) {
  EXPECT_EQ(chosen(100, {0, 1, 0, 0, 1, 0}, {1}, 0), "1 4");
  EXPECT_EQ(chosen(100, {0, 0}, {1}, 1000), "");
  EXPECT_EQ(chosen(100, {}, {1}, 1000), "");
}

TEST(ParagraphChoice, TheMostTellingAreReadAsFarAsThereIsRoom) {
  EXPECT_EQ(chosen(kChosenBytes, {1, 1, 3, 1}, {1, 1}, 0), "2");
  EXPECT_EQ(chosen(kChosenBytes, {1, 2, 1}, {1, 9}, 0), "0 1")
      << "and each word in one paragraph, though there be no room";
  EXPECT_EQ(chosen(kChosenBytes / 2, {1, 1, 1, 1}, {1}, 0), "0 1") << "of equal ones the first";
}

TEST(ParagraphChoice, WhatASnippetMayReachIntoIsReadToo) {
  EXPECT_EQ(chosen(kChosenBytes, {1, 1, 3, 1, 1}, {1, 1}, 10), "1 2 3");
  EXPECT_EQ(chosen(kChosenBytes, {1, 0, 3, 0, 1}, {1, 1}, kChosenBytes + 10), "0 2 4");
  EXPECT_EQ(chosen(kChosenBytes, {1, 0, 3, 0, 1}, {1, 1}, 10), "2");
}

TEST(ParagraphChoice, AllThatMayHaveAWordStayInTheirOrder) {
  const std::vector<std::string_view> all{"a", "b", "c"};
  EXPECT_EQ(all_that_may_have_any(all, {1, 0, 2}), (std::vector<std::string_view>{"a", "c"}));
}

TEST(ParagraphChoice, ManyWordsAreOneFromTheLastNumberOn) {
  EXPECT_EQ(chosen(100, {word_set(70), 0}, std::vector<std::uint32_t>(80, 1), 0), "0");
}

}  // namespace
}  // namespace dateline::search
