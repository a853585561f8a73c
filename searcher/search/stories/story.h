// A story with all of its copies. A plain value, free of Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/document/article.h"

namespace dateline::search {

// So many copies of a story are shown.
inline constexpr std::size_t kMostCopies = 200;

struct Story {
  std::string id;               // "s0123456789abcdef"; empty for an article that has no story
  std::uint64_t articles = 0;   // all of them
  std::vector<Article> copies;  // whole records, the earliest first, undated ones last
};

}  // namespace dateline::search
