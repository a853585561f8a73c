#include "indexer/entities/model/word_habits.h"

#include <algorithm>

namespace dateline::indexer {

// Hashes are spread evenly, so that their lower end tells the place.
WordHabits::WordHabits(const std::vector<WordHabit>& rows) : slots_(rows.size()) {
  for (const WordHabit& row : rows) {
    const Slot slot{row.word << kHabitBits | static_cast<std::uint32_t>(row.habit)};
    Slot& free = slots_.find(row.word, [](const Slot&) { return false; });
    slots_.take(free, row.word, slot, [](const Slot& taken) { return taken.word(); });
  }
}

std::vector<WordHabit> WordHabits::rows() const {
  std::vector<WordHabit> out;
  out.reserve(size());
  for (const Slot& slot : slots_.slots()) {
    if (!slot.is_free()) out.push_back({slot.word(), slot.habit()});
  }
  std::sort(out.begin(), out.end(),
            [](const WordHabit& a, const WordHabit& b) { return a.word < b.word; });
  return out;
}

}  // namespace dateline::indexer
