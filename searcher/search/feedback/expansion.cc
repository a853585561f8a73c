// Example, with four articles of which the question's words are in all:
//
//   1 strike at the docks    2 a strike of actors    3 dockers' wages    4 dockers on strike
//
// 1, 3 and 4 have more words in common than are asked for, and 2 has none of these: it comes last,
// though the question's words alone put it second.
//
// Articles are compared by what their lists of terms have, which costs no look at their text: the
// stems that several of the best have, weighed as a query's words are, by frequency, by rareness and
// by how much they tell (word_weights.h). Copies of one story would speak for each other, so one of
// each is looked at. Tested by
// tests/searcher/search/feedback/expansion_test.cc.
#include "searcher/search/feedback/expansion.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "common/text/values.h"
#include "searcher/query/positions/work.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/ranking.h"
#include "searcher/search/matching/word_weights.h"

namespace dateline::search {
namespace {

constexpr std::string_view kWhatTheLiftIs = "expand: like others of the best";

// The stems of no field, behind numbers and the stems of fields (counting/word_counts.cc).
const std::string kFirstComparedStem = std::string(schema::kStemPrefix) + "a";
const std::string kBehindComparedStems(1, static_cast<char>(schema::kStemPrefix.front() + 1));

Xapian::MSet best_of(const store::IndexReader& index, const query::CompiledQuery& asked,
                     const std::shared_ptr<Deadline>& deadline,
                     const RankingParameters& parameters) {
  const std::size_t lists = asked.lists * index.shards();
  if (lists > lists_within(deadline->left())) deadline->end();
  if (deadline->check()) return {};
  Xapian::Enquire enquire(index.database());
  enquire.set_query(ended_query(index, asked, deadline));
  apply_weighting(enquire, parameters);
  enquire.set_collapse_key(static_cast<Xapian::valueno>(schema::Slot::kStory));
  try {
    return enquire.get_mset(0, static_cast<Xapian::doccount>(parameters.agreeing_articles));
  } catch (const query::OutOfTime&) {
    return {};
  }
}

// Articles as the words that they have in common with others among them.
class SharedWords {
 public:
  SharedWords(const Xapian::Database& db, const RankingParameters& parameters)
      : db_(db), parameters_(parameters), mean_length_(db.get_avlength()) {}

  void add(Xapian::docid document) {
    const double length = std::max(db_.get_doclength(document) / std::max(mean_length_, 1.0),
                                   parameters_.least_length);
    const double b = parameters_.length_influence;
    const double saturation = parameters_.saturation * (1 - b + b * length);
    WordWeights& words = articles_.emplace_back();
    auto term = db_.termlist_begin(document);
    for (term.skip_to(kFirstComparedStem); term != db_.termlist_end(document); ++term) {
      std::string stem = *term;
      if (stem >= kBehindComparedStems) break;
      const double frequency = term.get_wdf();
      const auto [at, is_new] =
          numbers_.try_emplace(std::move(stem), static_cast<std::uint32_t>(having_.size()));
      if (is_new) having_.push_back(0);
      ++having_[at->second];
      words.emplace_back(at->second, frequency / (saturation + frequency));
    }
  }

  std::vector<WordWeights> take() {
    const std::vector<double> rareness = weigh_shared();
    for (WordWeights& words : articles_) {
      for (auto& [word, weight] : words) weight *= rareness[word];
      std::erase_if(words, [](const auto& one) { return one.second <= 0; });
      std::sort(words.begin(), words.end());
      normalise(words, parameters_.agreeing_words);
    }
    return std::move(articles_);
  }

 private:
  // A word that one of them has alone says nothing of how like they are, and is not looked up.
  std::vector<double> weigh_shared() const {
    std::vector<double> weights(having_.size(), 0);
    for (const auto& [term, number] : numbers_) {
      if (having_[number] < 2) continue;
      weights[number] = rareness(db_, {term}) * telling_weight(db_, {term}, parameters_);
    }
    return weights;
  }

  const Xapian::Database& db_;
  const RankingParameters& parameters_;
  double mean_length_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> having_;  // of the articles, by number
  std::vector<WordWeights> articles_;
};

// Such a name stands for somebody, however many words it has. One that only hidden articles have is
// none for this asker.
bool is_name(std::string_view text, const Call& call) {
  const std::string value = text::fold_value(text);
  return std::any_of(schema::kFields.begin(), schema::kFields.end(), [&](const auto& field) {
    if (field.kind != schema::Kind::kEntity) return false;
    const std::string term = schema::make_term(field.value_prefix, value);
    return call.index.database().term_exists(term) &&
           (!call.options.shows || call.options.shows(term));
  });
}

std::shared_ptr<Deadline> half_of(const Deadline& whole, const std::stop_token& cancellation) {
  const auto half = std::chrono::duration_cast<std::chrono::milliseconds>(whole.left() / 2);
  return std::make_shared<Deadline>(half, std::chrono::milliseconds(0), cancellation);
}

}  // namespace

bool is_long_question(const query::CompiledQuery& asked, const RankingParameters& parameters) {
  std::set<std::string> stems;
  for (const query::AskedWord& word : asked.words) {
    const bool counts = word.field == nullptr && !word.stems.empty();
    if (counts && word.weight > parameters.stop_word_weight) stems.insert(word.stems.front());
  }
  return stems.size() >= parameters.least_words_of_a_question;
}

BestArticles best_articles(const store::IndexReader& index, const query::CompiledQuery& asked,
                           const std::shared_ptr<Deadline>& deadline,
                           const RankingParameters& parameters) {
  const Xapian::MSet found = best_of(index, asked, deadline, parameters);
  BestArticles best;
  SharedWords words(index.database(), parameters);
  for (auto at = found.begin(); at != found.end() && !deadline->check(); ++at) {
    words.add(*at);
    best.documents.push_back(*at);
    best.scores.push_back(at.get_weight());
  }
  if (deadline->check()) return {};
  best.words = words.take();
  return best;
}

Extras extras_of(const BestArticles& best, const RankingParameters& parameters) {
  return extras_of(best, likenesses_of(best.words), parameters);
}

Extras extras_of(const BestArticles& best, const Likenesses& likenesses,
                 const RankingParameters& parameters) {
  const std::vector<double> said = agreement(likenesses, best.scores, parameters);
  Extras extras;
  extras.reserve(said.size());
  for (std::size_t i = 0; i < said.size(); ++i) {
    const double extra = parameters.agreement_influence * best.scores.front() * said[i];
    if (extra > 0) extras.emplace_back(best.documents[i], extra);
  }
  return extras;
}

void expand(const Request& request, const Call& call, query::CompiledQuery& asked) {
  if (request.sort != Sort::kRelevance || request.count_only) return;
  if (!is_long_question(asked) || is_name(request.query, call)) {
    asked.notices.push_back(
        {"expand-left", fmt::format("expand is for questions of {} words or more: the query is "
                                    "asked as it is",
                                    kRanking.least_words_of_a_question)});
    return;
  }
  if (!call.index.can().run_our_sources) {
    asked.notices.push_back(
        {"expand-local", "a remote index cannot be asked twice: expand is left out"});
    return;
  }
  const auto half = half_of(*call.deadline, request.cancellation);
  const Extras extras = extras_of(best_articles(call.index, asked, half));
  asked.query = lifting(asked.query, call.index.database(), extras, std::string(kWhatTheLiftIs));
  asked.ranked = Xapian::Query();  // a lift is an OR, or a MAYBE, of Xapian's (ranked_plan.h)
  if (extras.empty() && half->passed()) {
    asked.notices.push_back(
        {"expand-time", "there was no time to compare the best articles: expand is left out"});
  } else {
    asked.notices.push_back(
        {"expand", "articles that are like others of the best come further up"});
  }
}

}  // namespace dateline::search
