// The words that an index has: what wildcards and fuzzy words become, and whether a compound is
// known.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/vocabulary/index_terms.h"
#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query {

struct Expansion {
  std::vector<std::string> words;  // the most frequent first
  std::size_t matching = 0;        // how many there are, those that were cut included
  bool complete = true;            // false: the vocabulary was not looked through to its end
};

// Lives no longer than what it was made of. Throws Xapian::Error.
class Vocabulary {
 public:
  // How many words all walks together look at, so that no query reads a vocabulary a hundred times.
  static constexpr std::size_t kBudget = 3'000'000;

  // Once `expired` (asked now and then; may be empty) is true, walks end. Words whose terms are
  // none that `shows` (may be empty: it shows all) are treated as missing.
  using Shows = std::function<bool(const std::string& term)>;
  explicit Vocabulary(IndexTerms& terms, std::size_t budget = kBudget,
                      std::function<bool()> expired = {}, Shows shows = {})
      : terms_(&terms), budget_(budget), expired_(std::move(expired)), shows_(std::move(shows)) {}
  // The words of a database.
  explicit Vocabulary(const Xapian::Database& db, std::size_t budget = kBudget,
                      std::function<bool()> expired = {}, Shows shows = {})
      : own_(std::make_unique<DatabaseTerms>(db)),
        terms_(own_.get()),
        budget_(budget),
        expired_(std::move(expired)),
        shows_(std::move(shows)) {}

  // How many databases are asked for each word.
  std::size_t shards() const { return terms_->shards(); }

  // Articles, whatever they say.
  std::uint64_t articles() const { return terms_->articles(); }

  // No, and none, for all words once time is up.
  bool has(std::string_view prefix, std::string_view word);
  Xapian::doccount articles_with(std::string_view prefix, std::string_view word);

  // Calls `visit` with each word of `set` that stands behind any of the prefixes, ascending, and
  // with the sum of the articles that have it behind each. False where the budget or the time ended
  // before the words did.
  using Visit = IndexTerms::Visit;
  bool walk(const std::vector<std::string_view>& prefixes, WordSet& set, const Visit& visit);

  // The same with words that `shows` would leave out. To ask that of a word takes as long as looking
  // at a hundred: who needs a few of many asks shows_any() of these alone. Of none, once time is up.
  bool walk_all(const std::vector<std::string_view>& prefixes, WordSet& set, const Visit& visit);
  bool shows_any(const std::vector<std::string_view>& prefixes, std::string_view word);

  // How many words may still be looked at.
  std::size_t budget() const { return budget_; }

  // The `most` most frequent words of `set` that stand behind any of the prefixes.
  Expansion expand(const std::vector<std::string_view>& prefixes, WordSet& set, std::size_t most);

 private:
  bool may_open();
  bool may_look();
  bool is_late();
  bool shows(std::string_view prefix, std::string_view word) const;

  std::unique_ptr<DatabaseTerms> own_;
  IndexTerms* terms_;
  std::size_t budget_;
  std::size_t looked_up_ = 0;
  bool late_ = false;
  std::function<bool()> expired_;
  Shows shows_;
};

}  // namespace dateline::query
