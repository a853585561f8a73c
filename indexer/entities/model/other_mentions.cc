// A mention gains by the share of kinds among the others; with itself in the denominator, so that
// one other counts half and many count nearly all. A vote for "no name" takes from the shares but
// gives nothing: half of a name is often a word elsewhere.
//
// Tested by tests/indexer/entities/model/other_mentions_test.cc.
#include "indexer/entities/model/other_mentions.h"

#include <algorithm>

namespace dateline::indexer {
namespace {

// Chosen by cross-validation on training texts, as a weight of one (24 steps of a model's weight)
// and a window between 6 and 15 sentences, which hardly matters. Collections of articles in one
// text have a window, so that they are read as articles.
constexpr int kGain = 24;
constexpr std::uint32_t kNearby = 12;  // sentences

constexpr std::size_t kOutsideKind = Opinion::kKinds;
using KindVotes = std::array<int, Opinion::kKinds + 1>;

std::size_t kind_of(Label label) {
  if (label == kOutside) return kOutsideKind;
  const auto type = type_of(label);
  return type ? static_cast<std::size_t>(*type) : Opinion::kKinds - 1;
}

struct Mention {
  std::uint64_t key;
  std::uint32_t at;
};

// Of judged words with capitals, those of one key together, in the text's order.
std::vector<Mention> find_mentions(const TextFacts& facts) {
  std::vector<Mention> out;
  for (const Run& run : facts.runs()) {
    for (std::uint32_t at = run.first; at < run.last; ++at) {
      const Word& word = facts.words()[at];
      if (word.is_capital()) out.push_back({word.key, at});
    }
  }
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return a.key != b.key ? a.key < b.key : a.at < b.at;
  });
  return out;
}

// Mentions of one key, and a window that goes along them.
class Group {
 public:
  Group(const TextFacts& facts, const std::vector<Label>& labels, const Mention* first,
        const Mention* last)
      : facts_(facts), labels_(labels), last_(last), from_(first), to_(first) {
    for (const Mention* mention = first; mention != last; ++mention) judge(mention->at);
  }

  const std::vector<Opinion>& opinions() const { return opinions_; }

 private:
  std::size_t kind(const Mention& mention) const { return kind_of(labels_[mention.at]); }

  void judge(std::uint32_t at) {
    const std::uint32_t here = facts_.sentence(at);
    for (; to_ != last_ && facts_.sentence(to_->at) <= here + kNearby; ++to_) count(*to_, 1);
    for (; facts_.sentence(from_->at) + kNearby < here; ++from_) count(*from_, -1);
    if (sum_ < 2) return;
    Opinion opinion{at, false, {}};
    for (std::size_t kind = 0; kind < votes_.size(); ++kind) {
      const bool own = kind == kind_of(labels_[at]);
      const int others = votes_[kind] - (own ? 1 : 0);
      if (kind != kOutsideKind) {
        opinion.gains[kind] = static_cast<std::int16_t>(kGain * others / sum_);
      }
      opinion.disagrees |= !own && others > 0;
    }
    opinions_.push_back(opinion);
  }

  void count(const Mention& mention, int by) {
    votes_[kind(mention)] += by;
    sum_ += by;
  }

  const TextFacts& facts_;
  const std::vector<Label>& labels_;
  const Mention* last_;
  const Mention* from_;  // the window
  const Mention* to_;
  KindVotes votes_{};
  int sum_ = 0;
  std::vector<Opinion> opinions_;
};

}  // namespace

std::vector<Opinion> other_mentions(const TextFacts& facts, const std::vector<Label>& labels) {
  const std::vector<Mention> mentions = find_mentions(facts);
  std::vector<Opinion> out;
  const Mention* const end = mentions.data() + mentions.size();
  for (const Mention* first = mentions.data(); first != end;) {
    const Mention* last =
        std::find_if(first, end, [&](const Mention& mention) { return mention.key != first->key; });
    if (last - first > 1) {
      const Group group(facts, labels, first, last);
      out.insert(out.end(), group.opinions().begin(), group.opinions().end());
    }
    first = last;
  }
  std::sort(out.begin(), out.end(), [](const Opinion& a, const Opinion& b) { return a.at < b.at; });
  return out;
}

void add_opinion(LabelScores& scores, const Opinion& opinion) {
  for (Label label = kOtherName; label < kLabels; ++label) {
    scores[label] = static_cast<std::int16_t>(scores[label] + opinion.gains[kind_of(label)]);
  }
}

}  // namespace dateline::indexer
