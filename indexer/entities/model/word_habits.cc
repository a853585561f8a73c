#include "indexer/entities/model/word_habits.h"

#include <algorithm>
#include <bit>

namespace dateline::indexer {

WordHabits::WordHabits(const std::vector<WordHabit>& rows)
    : slots_(std::bit_ceil(2 * rows.size() + 2), 0), mask_(slots_.size() - 1), size_(rows.size()) {
  for (const WordHabit& row : rows) {
    std::size_t at = row.word & mask_;
    while (slots_[at] != 0) at = (at + 1) & mask_;
    slots_[at] = row.word << kHabitBits | static_cast<std::uint32_t>(row.habit);
  }
}

std::vector<WordHabit> WordHabits::rows() const {
  std::vector<WordHabit> out;
  out.reserve(size_);
  for (const std::uint32_t slot : slots_) {
    if (slot != 0) out.push_back({slot >> kHabitBits, static_cast<Habit>(slot & kHabitMask)});
  }
  std::sort(out.begin(), out.end(),
            [](const WordHabit& a, const WordHabit& b) { return a.word < b.word; });
  return out;
}

}  // namespace dateline::indexer
