// Words that may belong to a name stand in runs (text_facts.h). Each word of a run gets a score
// for every label, the sum of what its features and its neighbours' say; the best labels of the
// run as a whole are the answer (run_decoder.h), and a run is judged once more where other
// mentions of a word say something else (other_mentions.h). Then the edges of names are put right
// (name_edges.h).
//
//   President [Mark Esper] left [New York]   →   o  B:person L:person  o  B:place L:place
//
// Tested by tests/indexer/entities/model/trained_tagger_test.cc and properties_test.cc.
#include "indexer/entities/model/trained_tagger.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "common/base/utf8.h"
#include "indexer/entities/model/consistency.h"
#include "indexer/entities/model/name_edges.h"
#include "indexer/entities/model/other_mentions.h"
#include "indexer/entities/model/run_decoder.h"
#include "indexer/entities/model/text_facts.h"
#include "indexer/entities/model/word_weights.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {
namespace {

// True unless the text tells that it is in another language than the model's.
bool may_be_english(const std::vector<Word>& words) {
  constexpr std::size_t kEnough = 400;  // small words
  constexpr std::size_t kFew = 8;
  std::size_t small = 0;
  std::size_t english = 0;
  for (const Word& word : words) {
    if (word.shape != Shape::kLower) continue;
    ++small;
    english += word.is(kEnglish) ? 1 : 0;
    if (small == kEnough) break;
  }
  // Of English prose a third; of others the few that they share, such as French "an".
  return small < kFew || english * 10 >= small;
}

class RunScorer {
 public:
  RunScorer(WordWeights& weights, const TextFacts& facts) : weights_(weights), facts_(facts) {}

  // What the weights say of each word of the run. Valid until the next call.
  std::vector<LabelScores>& scores(const Run& run) {
    scores_.assign(run.last - run.first, LabelScores{});
    add_words(run);
    for (std::uint32_t at = run.first; at < run.last; ++at) add_place(run, at);
    return scores_;
  }

 private:
  static void add(LabelScores& to, const LabelScores& scores) {
    for (std::size_t i = 0; i < kLanes; ++i) to[i] = static_cast<std::int16_t>(to[i] + scores[i]);
  }

  // Each word tells of those around it that are judged.
  void add_words(const Run& run) {
    const std::uint32_t first = run.first < kFarthest ? 0 : run.first - kFarthest;
    const auto count = static_cast<std::uint32_t>(facts_.words().size());
    const std::uint32_t last = std::min(count, run.last + kFarthest);
    for (std::uint32_t at = first; at < last; ++at) {
      const unsigned told = offsets_told(run, at);
      if (told == 0) continue;
      const WordWeights::Sums& sums = weights_.of(facts_.form(at), facts_.words()[at], told);
      for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
        if ((told & WordWeights::bit_of(offset)) == 0) continue;
        const auto to = static_cast<std::uint32_t>(static_cast<std::int64_t>(at) - offset);
        add(scores_[to - run.first],
            sums[static_cast<std::size_t>(offset) + std::size_t{kFarthest}]);
      }
    }
  }

  // The offsets from which words of the run see word `at`.
  unsigned offsets_told(const Run& run, std::uint32_t at) const {
    unsigned out = 0;
    for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
      const std::int64_t judged = static_cast<std::int64_t>(at) - offset;
      if (judged < run.first || judged >= run.last) continue;
      const bool near = facts_.neighbour(static_cast<std::uint32_t>(judged), offset) != nullptr;
      if (near) out |= WordWeights::bit_of(offset);
    }
    return out;
  }

  void add_place(const Run& run, std::uint32_t at) {
    features_.clear();
    facts_.features(run, at,
                    [this](Template, std::uint32_t feature) { features_.push_back(feature); });
    weights_.model().add_all_to(scores_[at - run.first], features_);
  }

  WordWeights& weights_;
  const TextFacts& facts_;
  std::vector<LabelScores> scores_;
  std::vector<std::uint32_t> features_;
};

// Labels of a whole text: each run by itself, then once more where other mentions of one of its
// words say something else of it.
class TextLabeller {
 public:
  TextLabeller(WordWeights& weights, const TextFacts& facts)
      : facts_(facts),
        transitions_(weights.model().transitions()),
        scorer_(weights, facts),
        labels_(facts.words().size(), kOutside) {
    for (const Run& run : facts.runs()) decode(run, scorer_.scores(run));
    hear_other_mentions();
  }

  const std::vector<Label>& labels() const { return labels_; }

 private:
  void decode(const Run& run, const std::vector<LabelScores>& scores) {
    const std::vector<Label> labels = decode_run(scores, transitions_);
    std::copy(labels.begin(), labels.end(), labels_.begin() + run.first);
  }

  void hear_other_mentions() {
    const std::vector<Opinion> opinions = other_mentions(facts_, labels_);
    auto first = opinions.begin();
    for (const Run& run : facts_.runs()) {
      const auto last = std::find_if(
          first, opinions.end(), [&](const Opinion& opinion) { return opinion.at >= run.last; });
      // Agreement alone changes nothing.
      if (std::any_of(first, last, [](const Opinion& opinion) { return opinion.disagrees; })) {
        std::vector<LabelScores>& scores = scorer_.scores(run);
        for (; first != last; ++first) add_opinion(scores[first->at - run.first], *first);
        decode(run, scores);
      }
      first = last;
    }
  }

  const TextFacts& facts_;
  const Transitions& transitions_;
  RunScorer scorer_;
  std::vector<Label> labels_;  // of all words
};

void append_names(const TextFacts& facts, const Run& run, const std::vector<Label>& labels,
                  std::vector<NamedWords>& out) {
  for (std::uint32_t at = run.first; at < run.last; ++at) {
    if (const auto type = type_of(labels[at])) {
      std::uint32_t last = at;
      while (stays_open(labels[last])) ++last;
      NamedWords found = widened(facts, {at, last + 1, *type});
      const bool overlaps = !out.empty() && out.back().last > found.first;
      if (overlaps || found.last > run.last) found = {at, last + 1, *type};
      if (const auto name = trimmed(facts, found)) out.push_back(*name);
      at = found.last - 1;
    } else if (is_organisation_anyway(facts, at)) {
      out.push_back({at, at + 1, EntityType::kOrganisation});
    }
  }
}

class TrainedTagger final : public Tagger {
 public:
  explicit TrainedTagger(const TaggerModel& model) : model_(model) {}

  std::vector<EntitySpan> tag(std::string_view text) const override {
    const TextFacts facts(truncate_utf8(text, kLongestText), model_.habits());
    std::vector<NamedWords> names;
    if (may_be_english(facts.words())) {
      auto weights = take_weights();
      const TextLabeller labeller(*weights, facts);
      for (const Run& run : facts.runs()) append_names(facts, run, labeller.labels(), names);
      give_back(std::move(weights));
      join_teams(facts, names);
      make_consistent(facts.words(), names);
    } else {
      for (const Candidate& name : facts.rule_names()) {
        names.push_back({name.first, name.last, name.type});
      }
    }
    std::vector<EntitySpan> out;
    out.reserve(names.size());
    for (const NamedWords& name : names) {
      out.push_back({facts.words()[name.first].begin, facts.words()[name.last - 1].end, name.type});
    }
    return out;
  }

 private:
  // What is remembered of words, one and a half megabytes for each thread that tags at the same time. They are not variables of the
  // threads: glibc ends the program where it has no memory left to note that such a one is to be destroyed.
  std::unique_ptr<WordWeights> take_weights() const {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<WordWeights>(model_);
    auto weights = std::move(idle_.back());
    idle_.pop_back();
    return weights;
  }

  void give_back(std::unique_ptr<WordWeights> weights) const {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(weights));
  }

  const TaggerModel& model_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<WordWeights>> idle_;  // guarded by mutex_
};

}  // namespace

std::unique_ptr<Tagger> make_trained_tagger(const TaggerModel& model) {
  return std::make_unique<TrainedTagger>(model);
}

}  // namespace dateline::indexer
