#include "searcher/search/completion/completions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "common/schema/fields.h"
#include "common/text/stop_words.h"
#include "searcher/search/completion/headline_completions.h"
#include "searcher/search/completion/name_completions.h"
#include "searcher/search/completion/typed_beginning.h"
#include "searcher/search/completion/word_completions.h"
#include "searcher/search/matching/bounded_intersection.h"
#include "searcher/search/matching/term_walk.h"

namespace dateline::search {
namespace {

// In a shorter beginning an error could make it any other.
constexpr std::size_t kLettersForErrors = 3;
// Of the words that go on, so many are looked for in headlines. Opening a word's posting list takes
// some 5 us in each segment, and all that is done here has to take less than 10 ms over a dozen.
constexpr std::size_t kWordsInHeadlines = 8;
// Of the words before the last, so many have to stand in an article with it: those typed last.
constexpr std::size_t kWordsOfCompany = 2;
constexpr std::size_t kStepsForCompany = 100;

class Completer {
 public:
  Completer(const store::IndexReader& index, std::string_view typed, std::string_view language,
            std::size_t limit)
      : index_(index), typed_(read_beginning(typed)), language_(language), limit_(limit) {}

  std::vector<Completion> run() {
    if (typed_.empty() || limit_ == 0) return {};
    look(0);
    const bool nothing = words_.empty() && names_->empty();
    if (nothing && typed_.last.size() >= kLettersForErrors) look(1);
    look_for_headlines();
    if (!typed_.whole.empty()) keep_company();
    return mixed();
  }

 private:
  void look(std::size_t edits) {
    if (!typed_.last.empty()) {
      words_ = words_from(index_, typed_.last, edits, std::max(limit_, kWordsInHeadlines));
      if (index_.articles() < index_.database().get_doccount()) {
        std::erase_if(words_, [&](const WordCount& word) { return has_gone(word.word); });
      }
    }
    names_.emplace(index_, typed_, edits, limit_);
  }

  // True where the articles that had the word have all gone.
  bool has_gone(const std::string& word) const {
    const query::FormSet terms = terms_of(word);
    return std::all_of(terms.begin(), terms.end(),
                       [&](const std::string& term) { return index_.first(term) == 0; });
  }

  // The word in a body or in a headline.
  static query::FormSet terms_of(const std::string& word) {
    query::FormSet terms;
    for (const schema::FieldId field : {schema::FieldId::kBody, schema::FieldId::kHeadline}) {
      terms.push_back(schema::make_term(schema::field(field).word_prefix, word));
    }
    return terms;
  }

  // After other words, those that stand in an article with them.
  void keep_company();
  // True where an article has a term of each set.
  bool meet(const query::Sequence& terms) const;

  void look_for_headlines() {
    std::vector<std::vector<std::string>> words;
    for (const std::string& word : typed_.whole) words.push_back({word});
    if (!typed_.last.empty()) {
      std::vector<std::string>& last = words.emplace_back();
      for (const WordCount& word : words_) {
        if (last.size() < kWordsInHeadlines) last.push_back(word.word);
      }
      if (last.empty()) return;
    }
    headlines_.emplace(index_, words);
  }

  std::vector<Completion> words() const {
    std::vector<Completion> out;
    for (const WordCount& word : words_) {
      if (typed_.whole.empty() && text::is_stop_word(word.word, language_)) continue;
      out.push_back({typed_.before + word.word, Completion::Kind::kWord, word.articles});
    }
    return out;
  }

  // Each kind gets its share; what one leaves goes to the next, and then to the first again. So
  // many of each are read as may be shown.
  std::vector<Completion> mixed() {
    std::vector<Completion> lists[3] = {words(), {}, {}};
    for (std::size_t level = (limit_ + 2) / 3;; ++level) {
      lists[1] = names_->read(level);
      if (headlines_) lists[2] = headlines_->read(level);
      std::size_t shown = 0;
      for (const auto& list : lists) shown += std::min(level, list.size());
      if (shown >= limit_ || level >= limit_) return dealt(lists);
    }
  }

  std::vector<Completion> dealt(const std::vector<Completion> (&lists)[3]) const {
    std::size_t taken[3] = {0, 0, 0};
    std::size_t left = limit_;
    for (std::size_t round = 0; left > 0 && round < limit_; ++round) {
      for (std::size_t i = 0; i < 3 && left > 0; ++i) {
        if (taken[i] == lists[i].size()) continue;
        ++taken[i];
        --left;
      }
    }
    std::vector<Completion> out;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto end = lists[i].begin() + static_cast<std::ptrdiff_t>(taken[i]);
      std::copy(lists[i].begin(), end, std::back_inserter(out));
    }
    return out;
  }

  const store::IndexReader& index_;
  TypedBeginning typed_;
  std::string_view language_;
  std::size_t limit_;
  std::vector<WordCount> words_;
  std::optional<NameCompletions> names_;
  std::optional<HeadlineCompletions> headlines_;  // none where no word goes on
};

void Completer::keep_company() {
  const std::vector<std::string>& whole = typed_.whole;
  const auto first =
      whole.end() - static_cast<std::ptrdiff_t>(std::min(whole.size(), kWordsOfCompany));
  query::Sequence terms;
  for (const std::string& word : std::set<std::string>(first, whole.end())) {
    terms.push_back(terms_of(word));
  }
  terms.emplace_back();
  std::erase_if(words_, [&](const WordCount& word) {
    terms.back() = terms_of(word.word);
    return !meet(terms);
  });
}

bool Completer::meet(const query::Sequence& terms) const {
  std::size_t steps = kStepsForCompany;
  for (const std::size_t shard : looking_order(index_)) {
    BoundedIntersection articles(index_.shard(shard), terms, steps);
    if (articles.seek(1) != query::kNoDocument) return true;
    // Words so frequent that the steps do not do have met somewhere.
    if (steps == 0) return true;
  }
  return false;
}

}  // namespace

std::vector<Completion> completions_of(const store::IndexReader& index, std::string_view typed,
                                       std::string_view language, std::size_t limit) {
  return Completer(index, typed, language, limit).run();
}

}  // namespace dateline::search
