#include "bench/macro/query_mix.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/strings.h"
#include "common/text/stop_words.h"
#include "corpus/generator/words/random.h"

namespace dateline::bench {
namespace {

using corpus::Random;

// What queries are made of: the words of one article as written, ASCII letters alone.
struct Sample {
  std::string day;                 // "2020-01-06"; empty where the article has none
  std::vector<std::string> words;  // of the body, in order
  std::vector<std::string> headline;
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_ascii_alpha(text[i])) {
      word += ascii_lower(text[i]);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool is_telling(const std::string& word) {
  return word.size() > 3 && !text::is_stop_word(word, "en");
}

// Some of the newest and some of the oldest articles: the ends of the index.
Result<std::vector<Sample>> draw_samples(search::Searcher& searcher) {
  constexpr std::size_t kFromEachEnd = 100;
  std::vector<Sample> samples;
  for (const search::Sort sort : {search::Sort::kNewest, search::Sort::kOldest}) {
    search::Request request;
    request.from = "0001-01-01";
    request.sort = sort;
    request.limit = kFromEachEnd;
    request.snippet_chars = 0;
    auto answer = searcher.search(request);
    if (!answer) return failure(answer.error());
    for (const search::Hit& hit : answer->hits) {
      auto article = searcher.article(hit.article.id);
      if (!article) return failure(article.error());
      Sample sample;
      if (article->published) sample.day = format_day(article->published->day());
      sample.words = words_of(article->body);
      sample.headline = words_of(article->headline);
      constexpr std::size_t kEnough = 30;
      if (sample.words.size() >= kEnough && !sample.headline.empty()) {
        samples.push_back(std::move(sample));
      }
    }
  }
  if (samples.empty()) {
    return failure(ErrorCode::kInvalidInput, "no article has words enough to make queries from");
  }
  return samples;
}

class Mixer {
 public:
  Mixer(const std::vector<Sample>& samples, std::uint64_t seed)
      : samples_(samples), random_(seed, corpus::Purpose::kFurniture, {}) {}

  std::string word() { return word_of(sample()); }
  std::string both() {
    const Sample& from = sample();
    return word_of(from) + " AND " + word_of(from);
  }
  std::string either() { return word() + " OR " + word(); }
  std::string phrase() { return "\"" + run(sample(), 2) + "\""; }
  std::string near() {
    const Sample& from = sample();
    return word_of(from) + " NEAR/10 " + word_of(from);
  }
  std::string field() {
    const Sample& from = sample();
    return "headline:" + from.headline[random_.below(from.headline.size())];
  }
  std::string dated() {
    const Sample& from = sample();
    return word_of(from) + (from.day.empty() ? "" : " date:" + from.day.substr(0, 7));
  }
  std::string wildcard() { return word().substr(0, 4) + "*"; }

 private:
  const Sample& sample() { return samples_[random_.below(samples_.size())]; }

  std::string word_of(const Sample& from) {
    // A few tries find a word that is none of grammar; else any will do.
    std::size_t at = 0;
    for (int i = 0; i < 20; ++i) {
      at = random_.below(from.words.size());
      if (is_telling(from.words[at])) break;
    }
    return from.words[at];
  }

  std::string run(const Sample& from, std::size_t length) {
    const std::size_t at = random_.below(from.words.size() - length);
    std::string out = from.words[at];
    for (std::size_t i = 1; i < length; ++i) out += " " + from.words[at + i];
    return out;
  }

  const std::vector<Sample>& samples_;
  Random random_;
};

struct Recipe {
  std::string_view name;
  std::string (Mixer::*make)();
  search::Sort sort = search::Sort::kRelevance;
};

constexpr Recipe kRecipes[] = {
    {"word", &Mixer::word},
    {"and", &Mixer::both},
    {"or", &Mixer::either},
    {"phrase", &Mixer::phrase},
    {"near", &Mixer::near},
    {"field", &Mixer::field},
    {"date", &Mixer::dated},
    {"wildcard", &Mixer::wildcard},
    {"newest", &Mixer::word, search::Sort::kNewest},
};

}  // namespace

Result<std::vector<QueryKind>> make_query_mix(search::Searcher& searcher, std::size_t each,
                                              std::uint64_t seed) {
  const auto samples = draw_samples(searcher);
  if (!samples) return failure(samples.error());
  Mixer mixer(*samples, seed);
  std::vector<QueryKind> kinds;
  for (const Recipe& recipe : kRecipes) {
    QueryKind& kind = kinds.emplace_back(QueryKind{std::string(recipe.name), {}});
    for (std::size_t i = 0; i < each; ++i) {
      search::Request& request = kind.requests.emplace_back();
      request.query = (mixer.*recipe.make)();
      request.sort = recipe.sort;
    }
  }
  return kinds;
}

}  // namespace dateline::bench
