#include "searcher/query/vocabulary/vocabulary.h"

#include <algorithm>
#include <utility>

#include "common/schema/fields.h"

namespace dateline::query {
namespace {

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

}  // namespace

// Looking a word up takes a microsecond or two in each shard.
bool Vocabulary::is_late() {
  constexpr std::size_t kBetweenClockReads = 64;
  const bool reads = ++looked_up_ % kBetweenClockReads == 0;
  late_ = late_ || (expired_ && reads && expired_());
  return late_;
}

bool Vocabulary::has(std::string_view prefix, std::string_view word) {
  return !is_late() && terms_->articles_with(schema::make_term(prefix, word)) > 0 &&
         shows(prefix, word);
}

Xapian::doccount Vocabulary::articles_with(std::string_view prefix, std::string_view word) {
  return !is_late() && shows(prefix, word) ? terms_->articles_with(schema::make_term(prefix, word))
                                           : 0;
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
  return terms_->walk(prefixes, set, {[this] { return may_open(); }, [this] { return may_look(); }},
                      visit);
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
