#include "searcher/search/completion/completions.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "common/text/values.h"
#include "searcher/search/completion/headline_completions.h"
#include "searcher/search/completion/mixing.h"
#include "searcher/search/completion/name_completions.h"
#include "searcher/search/completion/name_source.h"
#include "searcher/search/completion/typed_beginning.h"
#include "searcher/search/completion/word_completions.h"
#include "searcher/search/matching/bounded_intersection.h"
#include "searcher/search/matching/term_walk.h"

namespace dateline::search {
namespace {

// Of the words before the last, so many have to stand in an article with it: those typed last.
constexpr std::size_t kWordsOfCompany = 2;
constexpr std::size_t kStepsForCompany = 100;

// The words before the one in hand.
class Company {
 public:
  Company(const store::IndexReader& index, const std::vector<std::string>& whole) : index_(index) {
    const auto first =
        whole.end() - static_cast<std::ptrdiff_t>(std::min(whole.size(), kWordsOfCompany));
    for (const std::string& word : std::set<std::string>(first, whole.end())) {
      terms_.push_back(terms_of_word(word));
    }
    terms_.emplace_back();
  }

  // Whether an article has the word and them.
  bool meets(const std::string& word) {
    terms_.back() = terms_of_word(word);
    return meet(terms_);
  }

 private:
  // True where an article has a term of each set.
  bool meet(const query::Sequence& terms) const;

  const store::IndexReader& index_;
  query::Sequence terms_;
};

bool Company::meet(const query::Sequence& terms) const {
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

// The words of which headlines have one at the last place; none where there is none to look for. A
// headline may begin with a stop word. After other words it would lead to any headline of them.
std::vector<std::vector<std::string>> words_of_headlines(const TypedBeginning& typed,
                                                         const std::vector<WordCount>& words) {
  std::vector<std::vector<std::string>> out;
  for (const std::string& word : typed.whole) out.push_back({word});
  if (typed.last.empty()) return out;
  std::vector<std::string>& last = out.emplace_back();
  for (const WordCount& word : words) {
    const bool leads = word.wanted || typed.whole.empty() || word.word == typed.last;
    if (last.size() < kWordsInHeadlines && leads) last.push_back(word.word);
  }
  if (last.empty()) out.clear();
  return out;
}

class Completer {
 public:
  Completer(const Call& call, std::string_view typed, std::size_t limit)
      : call_(call),
        index_(call.index),
        typed_(read_beginning(typed)),
        limit_(limit),
        source_(call, 2 * limit) {}

  std::vector<Completion> run() {
    if (typed_.empty() || limit_ == 0 || is_late()) return {};
    look(0);
    const bool nothing = words_.empty() && names_->empty();
    if (nothing && tolerates_errors(typed_) && !is_late()) look(1);
    if (!is_late()) look_for_headlines();
    if (!typed_.whole.empty()) keep_company();
    return mixed(sources(), {!typed_.whole.empty(), edits_}, limit_, [&] { return is_late(); });
  }

 private:
  bool is_late() { return call_.deadline->check(); }

  void look(std::size_t edits) {
    const auto wanted = [&](const std::string& word) {
      return is_wanted(word, !typed_.whole.empty(), call_.options.languages);
    };
    if (!typed_.last.empty()) {
      words_ = words_from(index_, typed_.last, edits, std::max(limit_, kWordsInHeadlines), wanted);
    }
    names_.emplace(begun_names(index_, typed_, edits, limit_), call_.options.aliases, call_.names,
                   source_);
    edits_ = edits;
  }

  // After other words, those that stand in an article with them.
  void keep_company() {
    Company company(index_, typed_.whole);
    std::erase_if(words_,
                  [&](const WordCount& word) { return is_late() || !company.meets(word.word); });
  }

  void look_for_headlines() {
    const auto words = words_of_headlines(typed_, words_);
    if (words.empty()) return;
    matches_ = headline_matches(index_, words);
    headlines_.emplace(matches_.size(), [&](std::size_t place) {
      return headline_of(index_.database(), matches_[place].article);
    });
  }

  CompletionSources sources() {
    CompletionSources out;
    out.words = as_completions(words_, typed_);
    out.names = [&](std::size_t most) { return names_->read(most); };
    if (headlines_) out.headlines = [&](std::size_t most) { return headlines_->read(most); };
    return out;
  }

  const Call& call_;
  const store::IndexReader& index_;
  TypedBeginning typed_;
  std::size_t limit_;
  IndexNames source_;
  std::vector<WordCount> words_;
  std::optional<NameCompletions> names_;
  std::size_t edits_ = 0;  // typing errors in words and names
  std::vector<HeadlineMatch> matches_;
  std::optional<HeadlineCompletions> headlines_;  // none where no word goes on
};

// What a part of an index has.
class Tallier {
 public:
  Tallier(const Call& call, std::string_view typed, std::size_t limit)
      : call_(call), index_(call.index), typed_(read_beginning(typed)), limit_(limit) {}

  CompletionTallies run() {
    if (!typed_.empty() && limit_ > 0 && !is_late()) {
      add(0);
      const BegunTallies& exact = out_.by_errors[0];
      const bool nothing = exact.words.empty() && exact.names.empty();
      if (nothing && tolerates_errors(typed_) && !is_late()) add(1);
    }
    out_.partial = call_.deadline->passed();
    return std::move(out_);
  }

 private:
  bool is_late() { return call_.deadline->check(); }
  // Some that are frequent in the whole are less so here.
  std::size_t most() const {
    return std::min(4 * std::max(limit_, kWordsInHeadlines), kMostTalliedCompletions / 3);
  }

  void add(std::size_t edits) {
    BegunTallies& out = out_.by_errors[edits];
    add_words(edits, out);
    add_names(edits, out);
    if (!is_late()) add_headlines(out);
  }

  void add_words(std::size_t edits, BegunTallies& out) {
    if (typed_.last.empty()) return;
    Company company(index_, typed_.whole);
    for (const auto& [word, articles] : word_tallies(index_, typed_.last, edits, most())) {
      const bool meets = typed_.whole.empty() || (!is_late() && company.meets(word));
      out.words[word] = {articles, meets};
    }
  }

  void add_names(std::size_t edits, BegunTallies& out) {
    IndexNames source(call_, 2 * limit_);
    for (const FoldedName& one : begun_names(index_, typed_, edits, most())) {
      TalliedName& name = out.names[{one.type, one.name}];
      name.articles = one.articles;
      const auto written = is_late() ? std::nullopt : source.in_full(one.type, one.name);
      if (!written) continue;
      name.written = *written;
      const std::string full = text::fold_value(*written);
      out.in_full[{one.type, full}] = source.articles(one.type, full);
      if (one.type == EntityType::kPerson) add_surname(*written, source);
    }
  }

  void add_surname(const std::string& written, NameSource& source) {
    const std::string surname = lone_surname(written);
    if (call_.names != Names::kFolded || surname.empty()) return;
    if (out_.surnames.size() >= 2 * kMostSurnamesAsked) return;
    out_.surnames.try_emplace(surname, source.surname(surname));
  }

  void add_headlines(BegunTallies& out) {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& [word, tally] : out.words) counts[word] = tally.articles;
    const auto wanted = [&](const std::string& word) {
      return is_wanted(word, !typed_.whole.empty(), call_.options.languages);
    };
    const auto words = words_of_headlines(
        typed_, likeliest_words(std::move(counts), std::max(limit_, kWordsInHeadlines), wanted));
    if (words.empty()) return;
    std::uint32_t rank = 0;
    for (const HeadlineMatch& match : headline_matches(index_, words)) {
      if (rank == kReadForAHeadline * limit_ || is_late()) break;
      std::string text = headline_of(index_.database(), match.article);
      if (!text.empty()) out.headlines.push_back({match.fit, rank++, std::move(text)});
    }
  }

  const Call& call_;
  const store::IndexReader& index_;
  TypedBeginning typed_;
  std::size_t limit_;
  CompletionTallies out_;
};

}  // namespace

std::vector<Completion> completions_of(const Call& call, std::string_view typed,
                                       std::size_t limit) {
  return Completer(call, typed, limit).run();
}

CompletionTallies collect_completions(const Call& call, std::string_view typed, std::size_t limit) {
  return Tallier(call, typed, limit).run();
}

}  // namespace dateline::search
