#include "searcher/search/counting/word_counts.h"

#include <gtest/gtest.h>

namespace dateline::search {
namespace {

Xapian::Document document_of(const std::vector<std::string>& terms) {
  Xapian::Document document;
  for (const std::string& term : terms) document.add_term(term);
  return document;
}

TEST(WordCounts, CountStemsOfNoFieldAndLeaveOutNumbersAndFields) {
  WordCounts counts;
  counts.add(document_of({"2020", "Aesper", "Len", "XEPesper", "ZSflood", "ZXSFflood", "Z2020",
                          "Zflood", "Zéte", "flood", "floods", "été"}));
  counts.add(document_of({"Zflood", "flooding"}));
  EXPECT_EQ(counts.stems(), (WordCounts::Counts{{"flood", 2}, {"éte", 1}}));
}

TEST(WordCounts, AStemIsShownAsMostArticlesWriteIt) {
  WordCounts counts;
  counts.add(document_of({"Zwithdraw", "withdrawal", "withdraw"}));
  counts.add(document_of({"Zwithdraw", "withdrawal"}));
  counts.add(document_of({"Zwithdraw", "withdrawing", "Ztroop", "troops", "trooping"}));
  Stemmers stemmers;
  EXPECT_EQ(counts.forms_of({"withdraw", "troop", "nowher"}, {"en"}, stemmers),
            (std::vector<std::string>{"withdrawal", "troops", "nowher"}));
}

}  // namespace
}  // namespace dateline::search
