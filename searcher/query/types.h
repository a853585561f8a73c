// Words that the query language shares with everything above it; free of Xapian.
#pragma once

#include <string>

namespace dateline::query {

enum class Match { kAll, kAny };

// Something that was dropped, relaxed, repaired or cut. `code` is stable, in lower case with
// hyphens; `text` is for people.
struct Notice {
  std::string code;
  std::string text;
};

}  // namespace dateline::query
