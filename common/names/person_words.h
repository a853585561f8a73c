// A personal name as the words that are compared: titles and particles gone, surname last, initials
// and generations told apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/names/given_names.h"
#include "common/names/spelling.h"

namespace dateline::names {

struct PersonWord {
  Spelling spelling;
  NameFacts facts;
  bool initial = false;  // one letter
};

// Junior and senior beside the numerals I, II, III …, which are their numbers.
inline constexpr std::uint8_t kJunior = 100;
inline constexpr std::uint8_t kSenior = 101;

struct PersonWords {
  std::vector<PersonWord> words;  // at most kMaxPersonWords
  Spelling together;              // the words without spaces, for "Kim Jongun"
  std::uint8_t generation = 0;    // 0: none is given
};

inline constexpr std::size_t kMaxPersonWords = 8;

// "al-ASSAD, Dr. Bashar" → bashar, assad; "Abd al-Rahman" → abdulrahman; "John F. Kennedy Jr." →
// john, f, kennedy, junior. `name` is as it is written.
PersonWords person_words(std::string_view name);

}  // namespace dateline::names
