#include "training/tagger/examples.h"

#include <algorithm>

#include "indexer/entities/model/text_facts.h"

namespace dateline::training {
namespace {

using indexer::Label;
using indexer::Part;
using indexer::TextFacts;
using indexer::Word;

constexpr std::uint32_t kNoName = 0xFFFFFFFF;

// The name that a word lies in, as an index of `names`. A word may end a dot behind its name:
// "Inc" "." are two tokens to some annotators and one word to us.
std::uint32_t name_of(const Word& word, const std::vector<GoldSpan>& names) {
  const auto next = std::upper_bound(
      names.begin(), names.end(), word.begin,
      [](std::uint32_t begin, const GoldSpan& name) { return begin < name.begin; });
  if (next == names.begin()) return kNoName;
  const GoldSpan& name = *(next - 1);
  const bool inside = word.begin < name.end && word.end <= name.end + (word.dotted ? 2U : 0U);
  return inside ? static_cast<std::uint32_t>(next - 1 - names.begin()) : kNoName;
}

Label label_of_name(NameKind kind, bool first, bool last) {
  if (kind == NameKind::kOther) return indexer::kOtherName;
  const Part part =
      first ? (last ? Part::kOnly : Part::kFirst) : (last ? Part::kLast : Part::kInner);
  return indexer::label_of(static_cast<EntityType>(kind), part);
}

std::vector<Label> true_labels(const TextFacts& facts, const indexer::Run& run,
                               const std::vector<GoldSpan>& names) {
  std::vector<std::uint32_t> name(run.last - run.first);
  for (std::uint32_t i = 0; i < name.size(); ++i) {
    name[i] = name_of(facts.words()[run.first + i], names);
  }
  std::vector<Label> out(name.size(), indexer::kOutside);
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == kNoName) continue;
    const bool first = i == 0 || name[i - 1] != name[i];
    const bool last = i + 1 == name.size() || name[i + 1] != name[i];
    out[i] = label_of_name(names[name[i]].kind, first, last);
  }
  return out;
}

// What the rules make of every word of the text.
std::vector<Label> rule_labels(const TextFacts& facts) {
  std::vector<Label> out(facts.words().size(), indexer::kOutside);
  for (const indexer::Candidate& name : facts.rule_names()) {
    for (std::uint32_t at = name.first; at < name.last; ++at) {
      out[at] =
          label_of_name(static_cast<NameKind>(name.type), at == name.first, at + 1 == name.last);
    }
  }
  return out;
}

bool is_name(Label label) { return indexer::type_of(label).has_value(); }

// The rules do not tell names of other kinds from words.
bool same_name(Label a, Label b) { return a == b || (!is_name(a) && !is_name(b)); }

}  // namespace

void Examples::add(const MarkedText& text, const Trust& trust) {
  const TextFacts facts(text.text, habits_);
  const std::vector<Label> rules = rule_labels(facts);
  for (const indexer::Run& run : facts.runs()) {
    const auto first = static_cast<std::uint32_t>(labels_.size());
    const std::vector<Label> labels = true_labels(facts, run, text.names);
    const bool has_name = std::any_of(labels.begin(), labels.end(), is_name);
    if (trust.names_alone && !has_name) continue;
    const bool agreed =
        std::equal(labels.begin(), labels.end(), rules.begin() + run.first, same_name);
    const float weight = agreed ? trust.agreed : trust.disputed;
    if (weight <= 0) continue;
    labels_.insert(labels_.end(), labels.begin(), labels.end());
    for (std::uint32_t at = run.first; at < run.last; ++at) {
      const auto take = [this](indexer::Template t, std::uint32_t hash) {
        features_.push_back({hash, indexer::is_lexical(t)});
      };
      facts.features(run, at, take);
      for (int offset = -indexer::kFarthest; offset <= indexer::kFarthest; ++offset) {
        const Word* word = facts.neighbour(at, offset);
        if (word == nullptr) continue;
        indexer::word_features(facts.text().substr(word->begin, word->end - word->begin), *word,
                               offset, take);
      }
      starts_.push_back(features_.size());
    }
    runs_.push_back({first, static_cast<std::uint32_t>(labels_.size()), weight});
  }
}

}  // namespace dateline::training
