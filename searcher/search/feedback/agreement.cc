#include "searcher/search/feedback/agreement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

namespace dateline::search {
namespace {

double sum_of_greatest(std::vector<double> values, std::size_t count) {
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(std::min(count, values.size()));
  std::partial_sort(values.begin(), end, values.end(), std::greater<>());
  return std::accumulate(values.begin(), end, 0.0);
}

}  // namespace

void normalise(WordWeights& words, std::size_t most) {
  if (words.size() > most) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(words.begin(), end, words.end(), [](const auto& a, const auto& b) {
      return std::make_tuple(-a.second, a.first) < std::make_tuple(-b.second, b.first);
    });
    words.erase(end, words.end());
    std::sort(words.begin(), words.end());
  }
  double squares = 0;
  for (const auto& [word, weight] : words) squares += weight * weight;
  for (auto& [word, weight] : words) weight /= std::sqrt(squares);
}

double likeness(const WordWeights& one, const WordWeights& other) {
  double sum = 0;
  auto there = other.begin();
  for (const auto& [word, weight] : one) {
    while (there != other.end() && there->first < word) ++there;
    if (there == other.end()) break;
    if (there->first == word) sum += weight * there->second;
  }
  return sum;
}

Likenesses likenesses_of(const std::vector<WordWeights>& articles) {
  Likenesses alike(articles.size(), std::vector<double>(articles.size(), 0));
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      alike[i][j] = alike[j][i] = likeness(articles[i], articles[j]);
    }
  }
  return alike;
}

std::vector<double> agreement(const Likenesses& likenesses, const std::vector<double>& scores,
                              const RankingParameters& parameters) {
  std::vector<double> said(likenesses.size(), 0);
  const double best = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
  if (best <= 0) return said;
  std::vector<double> loudness;
  loudness.reserve(scores.size());
  for (const double score : scores) {
    loudness.push_back(std::pow(score / best, parameters.voice_of_score));
  }
  for (std::size_t i = 0; i < likenesses.size(); ++i) {
    std::vector<double> voices;
    voices.reserve(likenesses.size());
    for (std::size_t j = 0; j < likenesses.size(); ++j) {
      if (i == j) continue;
      voices.push_back(std::pow(likenesses[i][j], parameters.voice_of_like) * loudness[j]);
    }
    said[i] = sum_of_greatest(std::move(voices), parameters.speakers);
  }
  const double most = *std::max_element(said.begin(), said.end());
  if (most <= 0) return said;
  for (double& one : said) one /= most;
  return said;
}

}  // namespace dateline::search
