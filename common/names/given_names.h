// Given names that are the same name, or are known not to be, whatever their letters say.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::names {

enum class Kinship {
  kUnknown,    // the letters must tell
  kSame,       // spellings of one name: Mohammed, Muhammad
  kNickname,   // one is short for the other: Bill, William
  kDifferent,  // alike, but two names: Hassan, Hussein
};

// What the tables know of a name, looked up once for many comparisons. Zeros: nothing.
struct NameFacts {
  using Rows = std::array<std::uint16_t, 6>;
  std::uint16_t family = 0;  // names of one family are spellings of one name
  Rows nicknames{};          // names that share a row may mean one person
  Rows distinct{};           // names that share a row are two names
  bool common = false;       // so many people bear it that it says little: John, Mohammed, Kim
};

NameFacts facts_of_name(std::string_view folded);

// Of two names that are not equal.
Kinship kinship(const NameFacts& a, const NameFacts& b);

}  // namespace dateline::names
