// Counts how text writes its words within sentences, which needs no annotation.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "indexer/entities/model/word_habits.h"

namespace dateline::training {

class HabitCounter {
 public:
  // Counts all sentences that are not written in capitals. A newline ends a sentence.
  void add(std::string_view text);

  // Of words that were seen small; names that were never are told from no word by it, so that those
  // of the texts that were counted look like those of other texts.
  indexer::WordHabits habits() const;

 private:
  struct Counts {
    std::uint32_t small = 0;
    std::uint32_t capital = 0;
  };

  std::unordered_map<std::uint32_t, Counts> counts_;  // by WordHabits::hash_of()
};

}  // namespace dateline::training
