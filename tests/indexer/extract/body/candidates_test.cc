#include "indexer/extract/body/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::candidates_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;
using dateline::testing::sentence;
using dateline::testing::texts_of;

std::vector<std::vector<std::string>> candidates_of(const std::string& html) {
  const Page page = page_of(html);
  std::vector<std::vector<std::string>> out;
  for (const Body& body : find_candidates(page)) out.push_back(texts_of(page, body.blocks));
  return out;
}

TEST(Candidates, DifferFromOneAnotherAndAreNotEmpty) {
  const auto found =
      candidates_of("<h1>The bridge is shut</h1><div><div>" + paragraphs(1, 4) +
                    "</div><div class=more>" + paragraphs(5, 3) + "</div><h3>Related</h3>" +
                    paragraphs(8, 2) + "</div><aside>" + paragraphs(10, 3) + "</aside>");
  EXPECT_GT(found.size(), 1U);
  EXPECT_EQ(std::set<std::vector<std::string>>(found.begin(), found.end()).size(), found.size());
  for (const auto& texts : found) EXPECT_FALSE(texts.empty());
}

TEST(Candidates, HaveOneThatBelievesNoNames) {
  const auto found =
      candidates_of("<h1>The bridge is shut</h1><div class=newsletter-post>" + paragraphs(1, 3) +
                    "</div><div class=comments>" + paragraphs(4, 20) + "</div>");
  const std::vector<std::string> article{sentence(1), sentence(2), sentence(3)};
  EXPECT_NE(std::find(found.begin(), found.end(), article), found.end());
}

TEST(Candidates, AreNoneOnAPageWithoutText) {
  EXPECT_TRUE(candidates_of("<nav><a href=/>Home</a></nav>").empty());
}

TEST(Candidates, AreBoundedHoweverDeepAPageIs) {
  std::string html = "<h1>Deep</h1>";
  for (int i = 0; i < 60; ++i) html += "<div class=a" + std::to_string(i) + ">" + paragraphs(i, 1);
  EXPECT_LE(candidates_of(html).size(), 48U);
}

}  // namespace
}  // namespace dateline::indexer::page::candidates_test
