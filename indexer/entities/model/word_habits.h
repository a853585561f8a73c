// How plain text writes a word within its sentences: small, with a capital, or both. Learnt from
// text without annotation, it tells what a capital is worth where it proves nothing: "Relief" at a
// sentence's beginning is no name, "Tarlo" most likely is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/base/probe_table.h"

namespace dateline::indexer {

enum class Habit : std::uint8_t {
  kUnknown,  // never seen small
  kAlwaysSmall,
  kMostlySmall,
  kEither,
  kMostlyCapital,
};
inline constexpr std::size_t kHabits = 5;

struct WordHabit {
  std::uint32_t word;  // WordHabits::hash_of() its key
  Habit habit;
};

class WordHabits {
 public:
  static constexpr std::size_t kMost = std::size_t{1} << 18U;
  static constexpr std::uint32_t kGreatestWord = (1U << 29U) - 1;

  WordHabits() : WordHabits(std::vector<WordHabit>{}) {}

  // At most kMost rows, in ascending order of words, none twice, none of unknown habit.
  explicit WordHabits(const std::vector<WordHabit>& rows);

  // 29 bits of a word's key: two words in ten thousand share them with another.
  static std::uint32_t hash_of(std::uint64_t key) {
    return static_cast<std::uint32_t>((key * 0x9E3779B97F4A7C15ULL) >> 35U);
  }

  Habit of(std::uint64_t key) const {
    const std::uint32_t word = hash_of(key);
    // What is free holds a habit of 0, which is the unknown one.
    return slots_.find(word, [word](const Slot& slot) { return slot.word() == word; }).habit();
  }

  // In ascending order of words.
  std::vector<WordHabit> rows() const;
  std::size_t size() const { return slots_.size(); }

 private:
  static constexpr std::uint32_t kHabitBits = 3;
  static constexpr std::uint32_t kHabitMask = (1U << kHabitBits) - 1;

  struct Slot {
    std::uint32_t bits = 0;  // a word's hash and its habit; 0 where free

    bool is_free() const { return bits == 0; }
    std::uint32_t word() const { return bits >> kHabitBits; }
    Habit habit() const { return static_cast<Habit>(bits & kHabitMask); }
  };

  ProbeTable<Slot> slots_;
};

}  // namespace dateline::indexer
