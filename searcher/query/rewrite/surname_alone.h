// Articles that call a person by the surname alone, as far as somebody can tell who is meant.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/language/dates.h"

namespace dateline::query {

struct SurnameAlone {
  std::string surname;              // folded
  std::vector<DayRange> when;       // days on which it means that person; not empty
  std::vector<std::string> others;  // folded names in full of whoever else has the word
};

// Of a person's folded name in full; nothing where the surname alone does not clearly mean that
// person at any time.
using SurnamesAlone = std::function<std::optional<SurnameAlone>(const std::string& name)>;

}  // namespace dateline::query
