#include "training/tagger/habit_counter.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::training {
namespace {

using indexer::Habit;
using indexer::Shape;
using indexer::Word;
using indexer::WordHabits;

// Words seen small less often are left out: slips and tweets write everything small.
constexpr std::uint32_t kFewest = 2;

Habit habit_of(std::uint32_t small, std::uint32_t capital) {
  const double share = static_cast<double>(capital) / static_cast<double>(small + capital);
  if (share < 0.02) return Habit::kAlwaysSmall;
  if (share < 0.2) return Habit::kMostlySmall;
  return share < 0.7 ? Habit::kEither : Habit::kMostlyCapital;
}

// True if at least half of the words are small: capitals tell something there.
bool tells(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::size_t small = 0;
  for (std::size_t at = first; at < last; ++at) small += words[at].shape == Shape::kLower ? 1 : 0;
  return 2 * small >= last - first;
}

}  // namespace

void HabitCounter::add(std::string_view text) {
  const std::vector<Word> words = indexer::split_words(text, &indexer::Lexicon::get());
  for (std::size_t first = 0; first < words.size();) {
    std::size_t last = first + 1;
    while (last < words.size() && !words[last].opens) ++last;
    if (tells(words, first, last)) {
      for (std::size_t at = first + 1; at < last; ++at) {
        Counts& counts = counts_[WordHabits::hash_of(words[at].key)];
        counts.small += words[at].shape == Shape::kLower ? 1 : 0;
        counts.capital += words[at].is_capital() ? 1 : 0;
      }
    }
    first = last;
  }
}

indexer::WordHabits HabitCounter::habits() const {
  std::vector<indexer::WordHabit> rows;
  for (const auto& [word, counts] : counts_) {
    if (counts.small < kFewest) continue;
    const Habit habit = habit_of(counts.small, counts.capital);
    // A name that is written small now and then is a name.
    if (habit != Habit::kMostlyCapital || counts.small > kFewest) rows.push_back({word, habit});
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
  if (rows.size() > WordHabits::kMost) rows.resize(WordHabits::kMost);
  return WordHabits(rows);
}

}  // namespace dateline::training
