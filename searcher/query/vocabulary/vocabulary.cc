// The words behind several prefixes are walked together like lists that are merged: the least word
// that any of them stands at is looked at next, and its articles behind all prefixes are added up.
//
//   headline  elect 3   elected 1            elect    3 + 9
//   body      elect 9   election 7     →     elected  1
//                                            election 7
//
// A set (pattern.h) that says where its next word can be makes all of them jump there. Tested by
// tests/searcher/query/vocabulary/vocabulary_test.cc.
#include "searcher/query/vocabulary/vocabulary.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/schema/fields.h"

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

// Keeps the `most` most frequent words; of equals, those that come first in order of bytes.
class MostFrequent {
 public:
  explicit MostFrequent(std::size_t most) : most_(most) {}

  bool takes(std::uint64_t frequency) const {
    return most_ > 0 && (heap_.size() < most_ || frequency > heap_.front().first);
  }

  void add(std::uint64_t frequency, std::string_view word) {
    if (!takes(frequency)) return;
    if (heap_.size() == most_) {
      std::pop_heap(heap_.begin(), heap_.end(), more_frequent);
      heap_.pop_back();
    }
    heap_.emplace_back(frequency, word);
    std::push_heap(heap_.begin(), heap_.end(), more_frequent);
  }

  std::vector<std::string> words() {
    std::sort_heap(heap_.begin(), heap_.end(), more_frequent);
    std::vector<std::string> out;
    for (auto& [frequency, word] : heap_) out.push_back(std::move(word));
    return out;
  }

 private:
  using Entry = std::pair<std::uint64_t, std::string>;
  static bool more_frequent(const Entry& a, const Entry& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  }

  std::size_t most_;
  std::vector<Entry> heap_;
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

// Looking a word up takes a microsecond or two in each shard.
bool Vocabulary::is_late() {
  constexpr std::size_t kBetweenClockReads = 64;
  const bool reads = ++looked_up_ % kBetweenClockReads == 0;
  late_ = late_ || (expired_ && reads && expired_());
  return late_;
}

bool Vocabulary::has(std::string_view prefix, std::string_view word) {
  return !is_late() && db_.term_exists(schema::make_term(prefix, word)) && shows(prefix, word);
}

Xapian::doccount Vocabulary::articles_with(std::string_view prefix, std::string_view word) {
  return !is_late() && shows(prefix, word) ? db_.get_termfreq(schema::make_term(prefix, word)) : 0;
}

bool Vocabulary::shows(std::string_view prefix, std::string_view word) const {
  return !shows_ || shows_(schema::make_term(prefix, word));
}

bool Vocabulary::shows_any(const std::vector<std::string_view>& prefixes, std::string_view word) {
  if (!shows_) return true;
  return !is_late() && std::any_of(prefixes.begin(), prefixes.end(),
                                   [&](std::string_view prefix) { return shows(prefix, word); });
}

bool Vocabulary::may_look() {
  constexpr std::size_t kBetweenClockReads = 256;
  if (budget_ == 0 || late_) return false;
  --budget_;
  late_ = expired_ && budget_ % kBetweenClockReads == 0 && expired_();
  return true;
}

// To open the words behind a prefix takes tens of microseconds in each shard, and names have dozens
// of prefixes: the clock is read before each.
bool Vocabulary::may_open() {
  if (budget_ == 0 || late_) return false;
  late_ = expired_ && expired_();
  return !late_;
}

bool Vocabulary::walk(const std::vector<std::string_view>& prefixes, WordSet& set,
                      const Visit& visit) {
  return walk_all(prefixes, set, [&](std::string_view word, std::uint64_t articles) {
    if (shows_any(prefixes, word)) visit(word, articles);
  });
}

bool Vocabulary::walk_all(const std::vector<std::string_view>& prefixes, WordSet& set,
                          const Visit& visit) {
  std::vector<PrefixWalk> walks;
  walks.reserve(prefixes.size());
  for (const std::string_view prefix : prefixes) {
    if (!may_open()) return false;
    walks.emplace_back(db_, prefix, set.beginning());
  }
  while (const auto word = smallest(walks)) {
    if (!may_look()) return false;
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

Expansion Vocabulary::expand(const std::vector<std::string_view>& prefixes, WordSet& set,
                             std::size_t most) {
  Expansion out;
  MostFrequent best(most);
  // Who may be told of a word is asked of those alone that would be among the best.
  out.complete = walk_all(prefixes, set, [&](std::string_view word, std::uint64_t articles) {
    if (best.takes(articles) && !shows_any(prefixes, word)) return;
    ++out.matching;
    best.add(articles, word);
  });
  out.words = best.words();
  return out;
}

}  // namespace dateline::query
