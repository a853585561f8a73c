// What an article scores, beside a scan of all articles that computes it from their words.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using testing::make_article;

// Words that are their own stems, none of grammar.
const std::vector<std::string> kWords{"tolk", "brund", "vask", "mirp", "glont", "zerk", "plod"};

// How often each word stands in one article, a headline's five times, and the article's length as
// the index counts it: each word and its stem, in headline and body.
struct Counted {
  std::map<std::string, double> frequencies;
  double length = 0;
};

struct Written {
  std::vector<std::string> headline;
  std::vector<std::string> body;
};

std::string sentence(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> drawn_words(std::mt19937& random, std::size_t most) {
  std::vector<std::string> words(1 + random() % most);
  // Low draws are more frequent, so that some words are rare.
  for (std::string& word : words) {
    word = kWords[std::min(random() % kWords.size(), random() % kWords.size())];
  }
  return words;
}

std::vector<Written> drawn_articles(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<Written> articles(count);
  for (Written& article : articles) {
    article.headline = drawn_words(random, 3);
    article.body = drawn_words(random, 30);
  }
  return articles;
}

double rareness_of(double having, double articles) {
  const double odds = (articles - having + 0.5) / (having + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

class ScoreOracleTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  ScoreOracleTest() : written_(drawn_articles(GetParam(), 40)) {
    for (std::size_t i = 0; i < written_.size(); ++i) {
      index_.put(make_article(std::to_string(i), sentence(written_[i].headline),
                              sentence(written_[i].body)));
      for (const std::string& word : written_[i].headline) articles_[i].frequencies[word] += 5;
      for (const std::string& word : written_[i].body) articles_[i].frequencies[word] += 1;
    }
    index_.close();
    // The length is the index's own: what else an article has besides words is no part of ranking.
    const Xapian::Database db(index_.place());
    mean_length_ = db.get_avlength();
    for (auto& [number, article] : articles_) {
      const std::string id = "Q" + std::to_string(number);
      auto at = db.postlist_begin(id);
      if (at == db.postlist_end(id)) at = db.postlist_begin("Q:" + std::to_string(number));
      article.length = db.get_doclength(*at);
    }
  }

  double telling(const std::string& word) const {
    double having = kRanking.usual_articles;
    double occurrences = kRanking.usual_articles * kRanking.usual_frequency;
    for (const auto& [number, article] : articles_) {
      const auto found = article.frequencies.find(word);
      if (found == article.frequencies.end()) continue;
      having += 1;
      occurrences += found->second;
    }
    const double rareness =
        rareness_of(having - kRanking.usual_articles, static_cast<double>(articles_.size()));
    const double weight =
        std::pow(occurrences / having / kRanking.usual_frequency, kRanking.telling_influence) *
        std::pow(rareness / kRanking.usual_rareness, kRanking.rareness_influence);
    return std::round(weight * 64) / 64;
  }

  double score(std::size_t number, const std::vector<std::string>& query) const {
    const Counted& article = articles_.at(number);
    const double length = std::max(article.length / mean_length_, kRanking.least_length);
    const double b = kRanking.length_influence;
    const double k1 = kRanking.saturation;
    double sum = 0;
    for (const std::string& word : query) {
      const auto found = article.frequencies.find(word);
      if (found == article.frequencies.end()) continue;
      const auto having = std::count_if(articles_.begin(), articles_.end(), [&](const auto& one) {
        return one.second.frequencies.contains(word);
      });
      const double frequency = found->second;
      sum += telling(word) *
             rareness_of(static_cast<double>(having), static_cast<double>(articles_.size())) *
             (k1 + 1) * frequency / (frequency + k1 * (1 - b + b * length));
    }
    return sum;
  }

  std::vector<Written> written_;
  std::map<std::size_t, Counted> articles_;
  double mean_length_ = 0;
  testing::SmallIndex index_;
};

TEST_P(ScoreOracleTest, ScoresAreThoseThatAScanComputes) {
  auto searcher = Searcher::open({index_.place()});
  ASSERT_TRUE(searcher);
  std::mt19937 random(GetParam());
  for (int i = 0; i < 20; ++i) {
    std::vector<std::string> words = kWords;
    std::shuffle(words.begin(), words.end(), random);
    words.resize(1 + random() % words.size());
    Request request;
    request.query = sentence(words);
    request.match = Match::kAny;
    request.collapse = Collapse::kNone;
    request.limit = 100;
    const auto answer = searcher->search(request);
    ASSERT_TRUE(answer);
    double before = 1e300;
    for (const Hit& hit : answer->hits) {
      EXPECT_NEAR(hit.score, score(std::stoul(hit.article.id), words), 1e-6) << request.query;
      EXPECT_LE(hit.score, before);
      before = hit.score;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ScoreOracleTest, ::testing::Values(1U, 2U, 3U));

// Once more, in the place of a word that nobody asks for.
TEST(ScoreOracle, AWordOnceMoreNeverLowersAScore) {
  double before = 0;
  for (std::size_t times = 1; times < 12; ++times) {
    testing::SmallIndex index;
    std::vector<std::string> body(12, "vask");
    std::fill_n(body.begin(), times, "tolk");
    index.put(make_article("it", "Brund", sentence(body)));
    for (int i = 0; i < 9; ++i) {
      index.put(make_article("other" + std::to_string(i), "Mirp", i % 2 == 0 ? "plod" : "tolk"));
    }
    index.close();
    auto searcher = Searcher::open({index.place()});
    ASSERT_TRUE(searcher);
    Request request;
    request.query = "tolk";
    request.collapse = Collapse::kNone;
    const auto answer = searcher->search(request);
    ASSERT_TRUE(answer);
    const auto hit = std::find_if(answer->hits.begin(), answer->hits.end(),
                                  [](const Hit& one) { return one.article.id == "it"; });
    ASSERT_NE(hit, answer->hits.end());
    EXPECT_GE(hit->score, before) << times;
    before = hit->score;
  }
}

}  // namespace
}  // namespace dateline::search
