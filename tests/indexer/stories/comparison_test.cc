#include "indexer/stories/comparison.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

StoryMark mark_of_text(std::string headline, std::string body) {
  Article article;
  article.id = "id";
  article.headline = std::move(headline);
  article.body = std::move(body);
  return mark_of(article);
}

const std::vector<std::string> kSentences{
    "Negotiators in Geneva broke off talks on the future of the Rhine fisheries on Thursday.",
    "Delegates from Basel and Strasbourg had met for the ninth time since March 2019.",
    "A draft of 41 pages had been agreed by all but two of the parties, officials said.",
    "The dispute turns on quotas for salmon, which returned to the upper river in 2008.",
    "Helene Moser, who led the Swiss side, called the outcome regrettable but not final.",
    "She said that a further round could be held before the summer in Koblenz.",
    "Fishermen at the harbour of Breisach waited for news until late in the evening.",
    "Some 3,400 jobs depend on the catch, according to a study by Freiburg University.",
    "The commission will publish its minutes within 14 days, its secretary told reporters.",
    "Environmental groups welcomed the delay and asked for a ban on nets near the dams.",
};

std::string text_of(const std::vector<std::size_t>& sentences) {
  std::string text;
  for (const std::size_t i : sentences) text += kSentences[i] + " ";
  return text;
}

TEST(StoryComparison, ShortenedReorderedAndCorrectedTextsAreCopies) {
  const StoryMark whole = mark_of_text("Rhine talks fail", text_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  const struct {
    const char* what;
    StoryMark copy;
  } kRows[] = {
      {"the same", whole},
      {"shortened", mark_of_text("No fish deal", text_of({0, 1, 2, 3, 4, 5, 6, 7}))},
      {"reordered", mark_of_text("No fish deal", text_of({0, 2, 1, 3, 5, 4, 6, 7, 9, 8}))},
      {"corrected", mark_of_text("CORRECTED: Rhine talks fail",
                                 text_of({0, 1, 2, 3, 4, 5, 6, 8, 9}) +
                                     "Some 3,600 jobs depend on "
                                     "the catch, according to a study by Freiburg University.")},
  };
  for (const auto& row : kRows) {
    EXPECT_TRUE(are_copies(whole, row.copy, 0)) << row.what;
    EXPECT_TRUE(are_copies(row.copy, whole, 0)) << row.what;
  }
}

std::string market(const char* city, const char* change, const char* level, const char* bank,
                   const char* maker, const char* volume) {
  const std::string c(city);
  return "Shares in " + c +
         " closed higher on the day as investors bought back what they had sold "
         "in the week before. The leading index gained " +
         change + " percent to end at " + level +
         " points, its best close in a month. Banks led the advance, with " + bank +
         " up by more than the market and insurers following in thin trade. Among exporters, " +
         maker + " rose after it had raised its forecast for the year. Turnover was " + volume +
         " million, a little more than on the day before. Dealers in " + c +
         " said that the rally could go on if the central bank left rates as they are, but warned "
         "that prices had run ahead of earnings.";
}

TEST(StoryComparison, OneTemplateFilledInTwiceIsTwoStories) {
  const StoryMark tokyo =
      mark_of_text("Shares close higher in Tokyo",
                   market("Tokyo", "1.47", "38,460.08", "Mizuho", "Nissan", "1,911"));
  const StoryMark seoul =
      mark_of_text("Shares close higher in Seoul",
                   market("Seoul", "0.83", "2,675.75", "Shinhan", "Hyundai", "438"));
  const StoryMark later =
      mark_of_text("Shares close higher in Tokyo",
                   market("Tokyo", "0.61", "38,683.93", "Mizuho", "Nissan", "1,640"));
  EXPECT_GE(agreements(tokyo.sketch, seoul.sketch), 1U) << "else the test tests nothing";
  EXPECT_FALSE(are_copies(tokyo, seoul, 0));
  EXPECT_FALSE(are_copies(tokyo, later, 0));
  EXPECT_FALSE(are_copies(tokyo, later, 1));
}

TEST(StoryComparison, NearCopiesAreLookedForWithinDays) {
  const StoryMark whole = mark_of_text("Rhine talks fail", text_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  const StoryMark copy = mark_of_text("No fish deal", text_of({0, 1, 2, 3, 4, 5, 6, 7}));
  EXPECT_TRUE(are_copies(whole, copy, kStoryDays));
  EXPECT_TRUE(are_copies(whole, copy, -kStoryDays));
  EXPECT_TRUE(are_copies(whole, copy, std::nullopt));
  EXPECT_FALSE(are_copies(whole, copy, kStoryDays + 1));
}

TEST(StoryComparison, SketchesOfNothingAgreeInNothingThatCounts) {
  Article one;
  one.id = "1";
  EXPECT_FALSE(are_copies(mark_of(one), mark_of_text("", ""), 0));
}

}  // namespace
}  // namespace dateline::indexer
