#include "searcher/query/revision/spelling.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/base/edit_rows.h"

namespace dateline::query {
namespace {

constexpr std::size_t kShortestWord = 3;
// Two errors in a shorter word make another word of it.
constexpr std::size_t kLongEnoughForTwo = 5;
// Nothing longer is a word that somebody typed.
constexpr std::size_t kLongestWord = 40;
// A half of a run-on is at least so long.
constexpr std::size_t kShortestHalf = 3;

const double kErrorCost = std::log(100.0);
const double kFirstLetterCost = std::log(10.0);

class Candidates {
 public:
  Candidates(Vocabulary& vocabulary, std::string_view word,
             const std::vector<std::string_view>& prefixes)
      : vocabulary_(vocabulary), word_(word), letters_(to_code_points(word)), prefixes_(prefixes) {}

  std::size_t letters() const { return letters_.size(); }
  double best() {
    sort();
    const auto best = std::find_if(found_.begin(), found_.end(),
                                   [this](const Respelled& one) { return is_shown(one); });
    return best == found_.end() ? -kErrorCost : std::max(-kErrorCost, best->likelihood);
  }

  // All words at most so many errors away.
  void set_words(std::size_t edits) {
    found_.clear();
    const auto set = fuzzy_set(word_, edits);
    vocabulary_.walk_all(prefixes_, *set, [&](std::string_view word, std::uint64_t articles) {
      if (word == word_) return;
      const std::u32string other = to_code_points(word);
      double cost = kErrorCost * static_cast<double>(edit_distance(letters_, other));
      if (other.front() != letters_.front()) cost += kFirstLetterCost;
      found_.push_back({std::string(word), articles, likelihood(articles) - cost});
    });
  }

  // "troopmovement" → "troop movement": as likely as its rarer half, and two errors worse, since
  // short words fill anything.
  void add_halves() {
    for (std::size_t at = kShortestHalf; at + kShortestHalf <= word_.size(); ++at) {
      const std::uint64_t rarer =
          std::min(articles_with(word_.substr(0, at)), articles_with(word_.substr(at)));
      if (rarer == 0) continue;
      std::string halves = word_.substr(0, at) + " " + word_.substr(at);
      found_.push_back({std::move(halves), rarer, likelihood(rarer) - 2 * kErrorCost});
    }
  }

  std::vector<Respelled> take(std::size_t most) {
    sort();
    std::vector<Respelled> out;
    for (auto one = found_.begin(); one != found_.end() && out.size() < most; ++one) {
      if (is_shown(*one)) out.push_back(std::move(*one));
    }
    return out;
  }

 private:
  void sort() {
    std::sort(found_.begin(), found_.end(), [](const Respelled& a, const Respelled& b) {
      return a.likelihood != b.likelihood ? a.likelihood > b.likelihood : a.word < b.word;
    });
  }

  // Halves were asked about when their articles were counted.
  bool is_shown(const Respelled& one) {
    return one.word.find(' ') != std::string::npos || vocabulary_.shows_any(prefixes_, one.word);
  }

  std::uint64_t articles_with(const std::string& word) const {
    std::uint64_t sum = 0;
    for (const std::string_view prefix : prefixes_) sum += vocabulary_.articles_with(prefix, word);
    return sum;
  }

  Vocabulary& vocabulary_;
  std::string word_;
  std::u32string letters_;
  const std::vector<std::string_view>& prefixes_;
  std::vector<Respelled> found_;
};

}  // namespace

double likelihood(std::uint64_t articles) { return std::log(static_cast<double>(articles) + 1); }

std::vector<Respelled> spellings_near(Vocabulary& vocabulary, std::string_view word,
                                      const std::vector<std::string_view>& prefixes,
                                      std::size_t most, double least) {
  Candidates candidates(vocabulary, word, prefixes);
  if (candidates.letters() < kShortestWord || candidates.letters() > kLongestWord) return {};
  // A word that all articles have in all of their fields would be the likeliest.
  const double likeliest = likelihood(vocabulary.articles() * prefixes.size());
  if (likeliest - kErrorCost <= least) return {};
  candidates.set_words(1);
  if (likeliest - 2 * kErrorCost <= least) return candidates.take(most);
  // Words two errors away are many; they are looked for where what is nearer is itself as rare as a
  // typing error.
  if (candidates.best() < 0 && candidates.letters() >= kLongEnoughForTwo) candidates.set_words(2);
  candidates.add_halves();
  return candidates.take(most);
}

}  // namespace dateline::query
