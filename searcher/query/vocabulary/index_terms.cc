// The words behind several prefixes are walked together like lists that are merged: the least word
// that any of them stands at is looked at next, and its articles behind all prefixes are added up.
//
//   headline  elect 3   elected 1            elect    3 + 9
//   body      elect 9   election 7     →     elected  1
//                                            election 7
//
// A set (pattern.h) that says where its next word can be makes all of them jump there. Tested by
// tests/searcher/query/vocabulary/vocabulary_test.cc.
#include "searcher/query/vocabulary/index_terms.h"

#include <optional>

#include "common/base/strings.h"

namespace dateline::query {
namespace {

// Past every term whose next letter is an ASCII capital.
constexpr char kAfterCapitals = '[';

// A list of more articles is stored in many pieces, each an entry of the tree: a step over them
// reads them all, a jump reads two or three pages.
constexpr Xapian::doccount kWorthAJump = 20'000;

// Walks over the words behind one prefix. A capital after it belongs to a longer prefix.
class PrefixWalk {
 public:
  PrefixWalk(const Xapian::Database& db, std::string_view prefix, const std::string& beginning)
      : prefix_(prefix),
        at_(db.allterms_begin(prefix_ + beginning)),
        end_(db.allterms_end(prefix_ + beginning)) {
    read(prefix_ + beginning);
  }

  bool done() const { return at_ == end_; }
  std::string_view word() const { return std::string_view(term_).substr(prefix_.size()); }
  Xapian::doccount frequency() const { return at_.get_termfreq(); }
  // `articles`: how many have the word that is left; 0 where nobody has asked.
  void next(Xapian::doccount articles) {
    if (articles < kWorthAJump) {
      ++at_;
    } else {
      at_.skip_to(term_ + '\0');
    }
    read(term_);
  }
  void skip_to(const std::string& word) {
    at_.skip_to(prefix_ + word);
    read(prefix_ + word);
  }

 private:
  // Takes the term that is stood at, or the first after it that is a word. It is not before `least`:
  // the pages of a damaged table can lead back to where a walk has been, and for ever.
  void read(std::string least) {
    while (!done()) {
      term_ = *at_;
      if (term_ < least) throw Xapian::DatabaseCorruptError("the terms are out of order");
      if (term_.size() <= prefix_.size()) {
        ++at_;
      } else if (is_ascii_upper(term_[prefix_.size()])) {
        least = prefix_ + kAfterCapitals;
        at_.skip_to(least);
      } else {
        return;
      }
    }
  }

  std::string prefix_;
  Xapian::TermIterator at_;
  Xapian::TermIterator end_;
  std::string term_;
};

// The smallest word that any walk stands at; none when all are done.
std::optional<std::string> smallest(const std::vector<PrefixWalk>& walks) {
  const PrefixWalk* first = nullptr;
  for (const PrefixWalk& walk : walks) {
    if (!walk.done() && (first == nullptr || walk.word() < first->word())) first = &walk;
  }
  if (first == nullptr) return std::nullopt;
  return std::string(first->word());
}

}  // namespace

std::vector<std::string> DatabaseTerms::terms_between(std::string_view prefix,
                                                      const std::string& first,
                                                      const std::string& last, std::size_t most) {
  std::vector<std::string> terms;
  const std::string all(prefix);
  auto at = db_.allterms_begin(all);
  at.skip_to(first);
  for (; at != db_.allterms_end(all) && *at <= last && terms.size() <= most; ++at) {
    terms.push_back(*at);
  }
  return terms;
}

bool DatabaseTerms::walk(const std::vector<std::string_view>& prefixes, WordSet& set,
                         const Leave& leave, const Visit& visit) {
  std::vector<PrefixWalk> walks;
  walks.reserve(prefixes.size());
  for (const std::string_view prefix : prefixes) {
    if (!leave.open()) return false;
    walks.emplace_back(db_, prefix, set.beginning());
  }
  while (const auto word = smallest(walks)) {
    if (!leave.look()) return false;
    const WordSet::Verdict verdict = set.look(*word);
    std::uint64_t articles = 0;
    for (PrefixWalk& walk : walks) {
      if (walk.done() || walk.word() != *word) continue;
      const Xapian::doccount here = verdict.in ? walk.frequency() : 0;
      articles += here;
      if (verdict.next.empty()) walk.next(here);
    }
    if (verdict.in) visit(*word, articles);
    if (verdict.next.empty()) continue;
    for (PrefixWalk& walk : walks) {
      if (!walk.done() && walk.word() < verdict.next) walk.skip_to(verdict.next);
    }
  }
  return true;
}

}  // namespace dateline::query
