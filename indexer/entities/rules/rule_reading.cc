// Names by rules: capitals propose, tables, titles and the rest of the text decide.
//
// A text is read twice. First its ordinary sentences: what can be named is learnt from them. Then
// headlines in title case, where capitals tell nothing, are read by what the first reading found.
// Names of unknown kind are judged last, by how the text uses them elsewhere and by the words
// around them.
//
// Tested by tests/indexer/entities/rules/rule_reading_test.cc.
#include "indexer/entities/rules/rule_reading.h"

#include <algorithm>
#include <cstddef>

#include "indexer/entities/rules/name_reader.h"
#include "indexer/entities/rules/surroundings.h"
#include "indexer/entities/words/evidence.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {
namespace {

struct Sentence {
  std::uint32_t first;
  std::uint32_t last;
};

// Words of four letters and more: shorter ones stay small in title case.
constexpr std::uint32_t kLongWord = 4;

}  // namespace

class RuleReading::Impl {
 public:
  Impl(std::string_view text, const std::vector<Word>& words)
      : text_(text), words_(words), evidence_(words_), reader_(words_, Lexicon::get(), evidence_) {
    read();
  }

  std::vector<Candidate> names() const {
    std::vector<Candidate> out;
    for (Candidate candidate : candidates_) {
      const auto type = type_of(candidate);
      if (!type) continue;
      candidate.type = *type;
      out.push_back(candidate);
    }
    return out;
  }

  bool written_small(std::uint64_t key) const { return evidence_.written_small(key); }

 private:
  void read() {
    const std::vector<Sentence> sentences = split_sentences();
    const bool all_nouns_capital = is_german();
    std::vector<Sentence> loud;
    for (const Sentence& sentence : sentences) {
      if (!all_nouns_capital && !is_title_case(sentence)) {
        reader_.read(sentence.first, sentence.last, false, candidates_);
      } else {
        loud.push_back(sentence);
      }
    }
    learn();
    for (const Sentence& sentence : loud) {
      reader_.read(sentence.first, sentence.last, true, candidates_);
    }
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
  }

  std::vector<Sentence> split_sentences() const {
    std::vector<Sentence> out;
    const auto count = static_cast<std::uint32_t>(words_.size());
    std::uint32_t first = 0;
    for (std::uint32_t at = 1; at <= count; ++at) {
      if (at == count || (words_[at].opens)) {
        out.push_back({first, at});
        first = at;
      }
    }
    if (count == 0) out.clear();
    return out;
  }

  bool is_german() const {
    constexpr std::size_t kFewestWords = 8;
    std::size_t small = 0;
    std::size_t german = 0;
    for (const Word& word : words_) {
      small += word.shape == Shape::kLower ? 1 : 0;
      german += word.shape == Shape::kLower && word.is(kGerman) ? 1 : 0;
    }
    return small >= kFewestWords && german * 8 > small;
  }

  // A headline in title case or capitals: nearly all long words have capitals, everyday words among
  // them, and what is small is grammar. A sentence full of names has a small verb.
  bool is_title_case(const Sentence& sentence) const {
    std::uint32_t longer = 0;
    std::uint32_t capital = 0;
    std::uint32_t everyday = 0;
    std::uint32_t prose = 0;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Word& word = words_[at];
      if (word.shape == Shape::kLower && !word.is(kOpener | kParticle)) ++prose;
      if (word.shape == Shape::kOther || word.end - word.begin < kLongWord) continue;
      ++longer;
      if (!word.is_capital()) continue;
      ++capital;
      const bool tells = word.is(kCommon) || evidence_.written_small(word.key);
      if (tells && (at != sentence.first || word.shape == Shape::kUpper)) ++everyday;
    }
    return everyday > 0 && capital * 5 >= longer * 4 && everyday * 8 >= longer &&
           prose * 8 <= longer;
  }

  void learn() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& candidate = candidates_[i];
      if (candidate.certainty != Certainty::kUnknown) {
        evidence_.learn(candidate);
        continue;
      }
      const auto vote = hint(text_, words_, candidate, i == 0 ? nullptr : &candidates_[i - 1]);
      if (vote) evidence_.vote(candidate, vote->type, vote->weight);
    }
    learn_guesses();
  }

  // "Galia Borja" is known by nothing, but it is enough to know Borja by.
  void learn_guesses() {
    for (Candidate guess : candidates_) {
      if (guess.certainty != Certainty::kUnknown || guess.last - guess.first < 2) continue;
      guess.type = evidence_.voted(guess).value_or(guess.type);
      guess.certainty = Certainty::kGuess;
      evidence_.learn(guess);
    }
  }

  std::optional<EntityType> type_of(const Candidate& candidate) const {
    if (candidate.certainty == Certainty::kSure) {
      return is_surname_here(candidate) ? EntityType::kPerson : candidate.type;
    }
    if (const auto known = evidence_.type_of(candidate)) return known;
    if (const auto voted = evidence_.voted(candidate)) return voted;
    if (candidate.needs_evidence) return std::nullopt;
    return candidate.type;
  }

  // "Austin" in an article on Lloyd Austin, unless it stands where a place stands.
  bool is_surname_here(const Candidate& candidate) const {
    if (candidate.type != EntityType::kPlace || !evidence_.is_surname(candidate)) return false;
    const auto vote = hint(text_, words_, candidate, nullptr);
    return !vote || vote->type != EntityType::kPlace;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  Evidence evidence_;
  NameReader reader_;
  std::vector<Candidate> candidates_;
};

RuleReading::RuleReading(std::string_view text, const std::vector<Word>& words)
    : impl_(std::make_unique<Impl>(text, words)) {}

RuleReading::~RuleReading() = default;

std::vector<Candidate> RuleReading::names() const { return impl_->names(); }

bool RuleReading::written_small(std::uint64_t key) const { return impl_->written_small(key); }

}  // namespace dateline::indexer
