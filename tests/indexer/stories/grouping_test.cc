#include "indexer/stories/grouping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/stories/comparison.h"

namespace dateline::indexer {
namespace {

using schema::StoryId;

// An index in short: the articles that came before, with the values that they were written with.
class SmallIndex {
 public:
  // One commit.
  void add(std::vector<NewArticle> articles) {
    for (std::uint32_t i = 0; i < articles.size(); ++i) articles[i].number = i + 1;
    StoryGrouper grouper(articles, merges_);
    for (const Row& row : rows_) {
      if (!grouper.knows_like(row.article.mark.sketch)) continue;
      grouper.meet(row.article.mark.sketch, row.article.day,
                   {[&] { return row.article.mark; }, [&] { return row.value; }});
    }
    const Grouping grouping = grouper.finish();
    std::map<std::uint32_t, StoryId> others(grouping.stories.begin(), grouping.stories.end());
    for (const NewArticle& article : articles) {
      const auto other = others.find(article.number);
      rows_.push_back({article, other == others.end() ? article.mark.key : other->second});
    }
    merges_ = merges_.with(grouping.merges);
  }

  // The story of each article, in the order in which they came.
  std::vector<StoryId> stories() const {
    std::vector<StoryId> out;
    for (const Row& row : rows_) out.push_back(merges_.story_of(row.value));
    return out;
  }
  std::vector<StoryId> values() const {
    std::vector<StoryId> out;
    for (const Row& row : rows_) out.push_back(row.value);
    return out;
  }
  const store::StoryMerges& merges() const { return merges_; }

 private:
  struct Row {
    NewArticle article;
    StoryId value;
  };
  std::vector<Row> rows_;
  store::StoryMerges merges_;
};

// A text of `sentences` sentences of which each one is told by its number and `salt`.
std::string sentences(const std::vector<int>& numbers, int salt) {
  std::string text;
  for (const int number : numbers) {
    std::mt19937 random(static_cast<unsigned>(number * 1000 + salt));
    for (int word = 0; word < 14; ++word) {
      const bool is_name = word % 6 == 3;
      const bool is_number = word % 7 == 5;
      if (is_number) {
        text += std::to_string(100 + random() % 9000);
      } else {
        for (int letter = 0; letter < 6; ++letter) {
          text += static_cast<char>((is_name && letter == 0 ? 'A' : 'a') + random() % 26);
        }
      }
      text += word == 13 ? ". " : " ";
    }
  }
  return text;
}

NewArticle article_of(const std::string& body, std::int32_t day = 18'000) {
  Article article;
  article.id = "id";
  article.body = body;
  NewArticle out;
  out.mark = mark_of(article);
  out.day = day;
  return out;
}

// Originals, and copies of which some lack sentences and some have others.
std::vector<NewArticle> some_stories(int stories) {
  std::vector<NewArticle> out;
  for (int story = 0; story < stories; ++story) {
    out.push_back(article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, story)));
    out.push_back(article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, story)));
    out.push_back(article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7}, story)));
    out.push_back(article_of(sentences({0, 2, 1, 3, 5, 4, 6, 8, 9}, story)));
  }
  return out;
}

TEST(StoryGrouping, NearlyAllCopiesAreOneStoryAndOthersAreNot) {
  constexpr int kStories = 60;
  SmallIndex index;
  index.add(some_stories(kStories));
  const std::vector<StoryId> stories = index.stories();
  int parted = 0;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::size_t original = i / 4 * 4;
    parted += stories[i] == stories[original] ? 0 : 1;
    for (std::size_t other = 0; other < original; ++other) EXPECT_NE(stories[i], stories[other]);
  }
  EXPECT_LE(parted, kStories * 4 / 50);
}

TEST(StoryGrouping, StoriesDoNotDependOnTheOrderOfArrivalNorOnCommits) {
  std::vector<NewArticle> articles = some_stories(12);
  std::map<StoryId, StoryId> expected;  // by key
  SmallIndex at_once;
  at_once.add(articles);
  const auto stories = at_once.stories();
  for (std::size_t i = 0; i < articles.size(); ++i) expected[articles[i].mark.key] = stories[i];
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    SmallIndex index;
    const std::size_t size = 1 + random() % 12;
    for (std::size_t from = 0; from < articles.size(); from += size) {
      const std::size_t to = std::min(articles.size(), from + size);
      index.add({articles.begin() + static_cast<std::ptrdiff_t>(from),
                 articles.begin() + static_cast<std::ptrdiff_t>(to)});
    }
    const auto now = index.stories();
    for (std::size_t i = 0; i < articles.size(); ++i) {
      EXPECT_EQ(now[i], expected.at(articles[i].mark.key)) << "round " << round;
    }
  }
}

TEST(StoryGrouping, ALaterCopyGetsTheValueThatTheIndexHas) {
  SmallIndex index;
  index.add({article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1))});
  index.add({article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7}, 1))});
  index.add({article_of(sentences({0, 1, 2, 3, 4, 5, 6, 8, 9}, 1))});
  EXPECT_EQ(index.values()[1], index.values()[0]);
  EXPECT_EQ(index.values()[2], index.values()[0]);
}

TEST(StoryGrouping, ACopyOfTwoStoriesMergesThem) {
  const NewArticle begin = article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 7));
  const NewArticle end = article_of(sentences({10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, 7));
  const NewArticle both = article_of(
      sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, 7));
  ASSERT_TRUE(are_copies(begin.mark, both.mark, 0)) << "else it tests nothing";
  ASSERT_TRUE(are_copies(end.mark, both.mark, 0)) << "else it tests nothing";
  SmallIndex index;
  index.add({begin, end});
  ASSERT_NE(index.stories()[0], index.stories()[1]);
  EXPECT_TRUE(index.merges().empty());
  index.add({both});
  EXPECT_EQ(index.stories()[0], index.stories()[2]);
  EXPECT_EQ(index.stories()[1], index.stories()[2]);
  EXPECT_NE(index.values()[0], index.values()[1]) << "what is written stays";
  EXPECT_EQ(index.stories()[0], std::min({begin.mark.key, end.mark.key, both.mark.key}));
  EXPECT_FALSE(index.merges().empty());
}

TEST(StoryGrouping, TheSameWordsAreOneStoryWheneverTheyCome) {
  SmallIndex index;
  index.add({article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1), 18'000)});
  index.add({article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1), 18'900)});
  EXPECT_EQ(index.stories()[0], index.stories()[1]);
}

TEST(StoryGrouping, AHundredThousandOfTheSameTextAreOneStory) {
  const NewArticle one = article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1));
  SmallIndex index;
  index.add(std::vector<NewArticle>(100'000, one));
  index.add(std::vector<NewArticle>(100, one));
  const auto stories = index.stories();
  EXPECT_EQ(std::count(stories.begin(), stories.end(), one.mark.key), 100'100);
}

TEST(StoryGrouping, ACrowdThatDiffersInAWordEachIsOneStoryWithoutComparingAll) {
  std::vector<NewArticle> articles;
  for (int i = 0; i < 20'000; ++i) {
    articles.push_back(
        article_of(sentences({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1) + "Number" + std::to_string(i)));
  }
  SmallIndex index;
  index.add(articles);
  const auto stories = index.stories();
  EXPECT_GT(std::count(stories.begin(), stories.end(), stories.front()), 19'900);
}

TEST(StoryGrouping, AnEmptySegmentHasNoStories) {
  const store::StoryMerges none;
  StoryGrouper grouper({}, none);
  EXPECT_FALSE(grouper.knows_like(StorySketch()));
  EXPECT_TRUE(grouper.finish().stories.empty());
}

TEST(StoryGrouping, DaysAreReadFromTheValueOfTheSlot) {
  EXPECT_EQ(day_from_value("19700101"), 0);
  EXPECT_EQ(day_from_value("20200106"), 18'267);
  for (const char* text : {"", "2020010", "20200230", "2020-1-6", "202001061"}) {
    EXPECT_EQ(day_from_value(text), kNoDay) << text;
  }
}

}  // namespace
}  // namespace dateline::indexer
