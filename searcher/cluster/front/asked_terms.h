// What the shards say of their terms, as if it were one index: asked for in rounds.
//
// Whoever compiles a query asks here for one term after another. What is not known yet is noted, and
// answered as if no article had it; then all of it is fetched from all shards at once, and the query
// is compiled again. Two or three rounds are enough: the words, then what the words lead to.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "searcher/cluster/front/links.h"
#include "searcher/query/vocabulary/index_terms.h"
#include "searcher/search/counting/surname.h"

namespace dateline::cluster {

// What is known of the terms of one state of all shards, for one kind of asker. Bounded.
class KnownTerms {
 public:
  struct Term {
    std::uint64_t articles = 0;
    std::uint64_t occurrences = 0;
    bool shown = false;
    bool misread = false;
  };
  struct Words {
    std::vector<std::pair<std::string, std::uint64_t>> list;  // ascending
    bool complete = true;
  };
  using WalkKey = std::pair<std::vector<std::string>, query::WordSetSpec>;

  const Term* term(const std::string& name) const;
  const Words* words(const WalkKey& key) const;
  void add(const std::string& name, Term term) { terms_.insert_or_assign(name, term); }
  void add(const WalkKey& key, Words words);
  const search::Surname* surname(const std::string& folded) const;
  void add_surname(const std::string& folded, search::Surname surname);
  void clear();
  // Forgets what may be shown to the same asker at another time, when an embargo has ended.
  void forget_hidden();
  bool is_full() const;

 private:
  std::unordered_map<std::string, Term> terms_;
  std::map<WalkKey, Words> walks_;
  search::SurnameTallies surnames_;
  std::size_t words_ = 0;
};

// For one call. What it is made of must outlive it.
class AskedTerms final : public query::IndexTerms {
 public:
  // `asks_shown`: whether the asker may be told of a term matters.
  AskedTerms(KnownTerms& known, Links& links, bool asks_shown)
      : known_(known), links_(links), asks_shown_(asks_shown) {}

  std::size_t shards() override;
  std::uint64_t articles() override { return links_.all().get_doccount(); }
  Xapian::termcount longest_article() override;
  Xapian::doccount articles_with(const std::string& term) override;
  std::uint64_t occurrences_of(const std::string& term) override;
  std::pair<std::string, std::string> values_in(Xapian::valueno slot) override;
  std::vector<std::string> terms_between(std::string_view prefix, const std::string& first,
                                         const std::string& last, std::size_t most) override;
  bool walk(const std::vector<std::string_view>& prefixes, query::WordSet& set, const Leave& leave,
            const Visit& visit) override;

  bool is_shown(const std::string& term);
  bool is_misread(const std::string& term);

  // What all shards say of a surname, folded; null while it is not known.
  const search::Surname* surname(const std::string& folded);

  // Whether something was asked for that is not known.
  bool lacks_any() const { return !terms_.empty() || !walks_.empty() || !surnames_.empty(); }
  // Asks all shards for it, in one round. Throws Xapian::Error.
  Status fetch(const wire::Call& call);

 private:
  KnownTerms::Term look_up(const std::string& term);
  wire::Question question(const wire::Call& call) const;
  Status take_terms(const std::vector<wire::Answer>& answers);
  Status take_walks(const std::vector<wire::Answer>& answers);
  Status take_surnames(const std::vector<wire::Answer>& answers);

  KnownTerms& known_;
  Links& links_;
  bool asks_shown_;
  std::vector<std::string> terms_;
  std::vector<KnownTerms::WalkKey> walks_;
  std::vector<std::string> surnames_;
};

}  // namespace dateline::cluster
