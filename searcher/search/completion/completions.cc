#include "searcher/search/completion/completions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

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
  Completer(const Call& call, std::string_view typed, std::size_t limit)
      : call_(call), index_(call.index), typed_(read_beginning(typed)), limit_(limit) {}

  std::vector<Completion> run() {
    if (typed_.empty() || limit_ == 0 || is_late()) return {};
    look(0);
    const bool nothing = words_.empty() && names_->empty();
    if (nothing && typed_.last.size() >= kLettersForErrors && !is_late()) look(1);
    if (!is_late()) look_for_headlines();
    if (!typed_.whole.empty()) keep_company();
    return mixed();
  }

 private:
  static constexpr std::size_t kKinds = 3;
  // The places of words, names and headlines among what is shown.
  struct Lists {
    std::size_t words;
    std::size_t names;
    std::size_t headlines;
  };

  bool is_late() { return call_.deadline->check(); }

  void look(std::size_t edits) {
    const auto wanted = [&](const std::string& word) { return is_wanted(word); };
    if (!typed_.last.empty()) {
      words_ = words_from(index_, typed_.last, edits, std::max(limit_, kWordsInHeadlines), wanted);
    }
    names_.emplace(call_, typed_, edits, limit_);
    edits_ = edits;
  }

  // A beginning by itself may be of a word that says something in another of the index's languages
  // ("die"); after other words, what is a stop word in any of them leads nowhere.
  bool is_wanted(const std::string& word) const {
    const std::vector<std::string>& languages = call_.options.languages;
    const auto end = typed_.whole.empty() ? languages.begin() + 1 : languages.end();
    return std::none_of(languages.begin(), end, [&](const std::string& language) {
      return text::is_stop_word(word, language);
    });
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
        if (last.size() < kWordsInHeadlines && leads_to_headlines(word)) last.push_back(word.word);
      }
      if (last.empty()) return;
    }
    headlines_.emplace(index_, words);
  }

  // A headline may begin with a stop word. After other words it would lead to any headline of them.
  bool leads_to_headlines(const WordCount& word) const {
    return word.wanted || typed_.whole.empty() || word.word == typed_.last;
  }

  std::vector<Completion> words() const {
    std::vector<Completion> out;
    for (const WordCount& word : words_) {
      if (word.wanted)
        out.push_back({typed_.before + word.word, Completion::Kind::kWord, word.articles});
    }
    return out;
  }

  // Each kind gets its share; what one leaves goes to the next, and then to the first again. So
  // many of each are read as may be shown.
  std::vector<Completion> mixed() {
    const Lists order = lists_in_order();
    std::vector<Completion> lists[kKinds];
    lists[order.words] = words();
    for (std::size_t level = (limit_ + kKinds - 1) / kKinds;; ++level) {
      lists[order.names] = names_->read(level);
      if (headlines_) lists[order.headlines] = headlines_->read(level);
      std::size_t shown = 0;
      for (const auto& list : lists) shown += std::min(level, list.size());
      if (shown >= limit_ || level >= limit_ || is_late()) return dealt(lists);
    }
  }

  // After other words, what has them all comes first; to a word in hand, the names that begin so.
  Lists lists_in_order() const {
    if (!typed_.whole.empty()) return {2, 0, 1};
    return edits_ == 0 ? Lists{1, 0, 2} : Lists{0, 1, 2};
  }

  std::vector<Completion> dealt(const std::vector<Completion> (&lists)[kKinds]) const {
    std::size_t taken[kKinds] = {};
    std::size_t left = limit_;
    for (std::size_t round = 0; left > 0 && round < limit_; ++round) {
      for (std::size_t i = 0; i < kKinds && left > 0; ++i) {
        if (taken[i] == lists[i].size()) continue;
        ++taken[i];
        --left;
      }
    }
    std::vector<Completion> out;
    for (std::size_t i = 0; i < kKinds; ++i) {
      const auto end = lists[i].begin() + static_cast<std::ptrdiff_t>(taken[i]);
      std::copy(lists[i].begin(), end, std::back_inserter(out));
    }
    return out;
  }

  const Call& call_;
  const store::IndexReader& index_;
  TypedBeginning typed_;
  std::size_t limit_;
  std::vector<WordCount> words_;
  std::optional<NameCompletions> names_;
  std::size_t edits_ = 0;                         // typing errors in words and names
  std::optional<HeadlineCompletions> headlines_;  // none where no word goes on
};

void Completer::keep_company() {
  const std::vector<std::string>& whole = typed_.whole;
  const auto first =
      whole.end() - static_cast<std::ptrdiff_t>(std::min(whole.size(), kWordsOfCompany));
  query::Sequence terms;
  for (const std::string& word : std::set<std::string>(first, whole.end())) {
    terms.push_back(terms_of_word(word));
  }
  terms.emplace_back();
  std::erase_if(words_, [&](const WordCount& word) {
    terms.back() = terms_of_word(word.word);
    return is_late() || !meet(terms);
  });
}

bool Completer::meet(const query::Sequence& terms) const {
  std::size_t steps = kStepsForCompany;
  for (const std::size_t shard : looking_order(index_)) {
    BoundedIntersection articles(index_.shard(shard), terms, steps);
    Xapian::docid at = articles.seek(1);
    while (at != query::kNoDocument && !index_.is_live(index_.document(shard, at))) {
      at = articles.seek(at + 1);
    }
    if (at != query::kNoDocument) return true;
    // Words so frequent that the steps do not do have met somewhere.
    if (steps == 0) return true;
  }
  return false;
}

}  // namespace

std::vector<Completion> completions_of(const Call& call, std::string_view typed,
                                       std::size_t limit) {
  return Completer(call, typed, limit).run();
}

}  // namespace dateline::search
