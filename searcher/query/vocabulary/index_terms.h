// What an index says of its terms, wherever it lies: on this machine, or spread over others that
// are asked in rounds. Whatever compiles a query asks here
// and not a database.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query {

// Counts are of all articles, those that have gone or are hidden included. For one thread. May throw
// Xapian::Error.
class IndexTerms {
 public:
  virtual ~IndexTerms() = default;

  // How many databases are asked for each term, on the machine that has most of them.
  virtual std::size_t shards() = 0;
  virtual std::uint64_t articles() = 0;
  // No article has more words than this.
  virtual Xapian::termcount longest_article() = 0;

  virtual Xapian::doccount articles_with(const std::string& term) = 0;
  virtual std::uint64_t occurrences_of(const std::string& term) = 0;

  // The least and the greatest value that an article has in the slot; empty for none. They may lie
  // further apart than the articles' own.
  virtual std::pair<std::string, std::string> values_in(Xapian::valueno slot) = 0;

  // Terms that begin with `prefix`, from `first` to `last`, ascending; one more than `most` where
  // they are more.
  virtual std::vector<std::string> terms_between(std::string_view prefix, const std::string& first,
                                                 const std::string& last, std::size_t most) = 0;

  // What a walk may do: `open` is asked before the words behind a prefix are opened, `look` before
  // each word is looked at. Where either says no, the walk ends.
  struct Leave {
    std::function<bool()> open;
    std::function<bool()> look;
  };

  // Calls `visit` with each word of `set` that stands behind any of the prefixes, ascending, and
  // with the sum of the articles that have it behind each. False where it did not come to the end.
  using Visit = std::function<void(std::string_view word, std::uint64_t articles)>;
  virtual bool walk(const std::vector<std::string_view>& prefixes, WordSet& set, const Leave& leave,
                    const Visit& visit) = 0;
};

// Those of a database, which has to outlive it.
class DatabaseTerms final : public IndexTerms {
 public:
  explicit DatabaseTerms(const Xapian::Database& db) : db_(db) {}

  std::size_t shards() override { return db_.size(); }
  std::uint64_t articles() override { return db_.get_doccount(); }
  Xapian::termcount longest_article() override { return db_.get_doclength_upper_bound(); }
  Xapian::doccount articles_with(const std::string& term) override {
    return db_.get_termfreq(term);
  }
  std::uint64_t occurrences_of(const std::string& term) override {
    return db_.get_collection_freq(term);
  }
  std::pair<std::string, std::string> values_in(Xapian::valueno slot) override {
    return {db_.get_value_lower_bound(slot), db_.get_value_upper_bound(slot)};
  }
  std::vector<std::string> terms_between(std::string_view prefix, const std::string& first,
                                         const std::string& last, std::size_t most) override;
  bool walk(const std::vector<std::string_view>& prefixes, WordSet& set, const Leave& leave,
            const Visit& visit) override;

 private:
  const Xapian::Database& db_;
};

}  // namespace dateline::query
