// Other queries to offer where one finds nothing: with its words spelled as the index has them, and
// with something less asked for. They are never run in its place, and none of them is known to find
// anything: the caller tries them.
//
//   iraq tropps            →  iraq troops
//   person:"mark espre"    →  person:"mark esper"
//   iraq "onward troops"   →  iraq (onward troops);  iraq;  "onward troops";
//                             iraq OR "onward troops"
//
// The typed text is kept but for what changes, so that a reader knows the query again. Typographic
// signs become plain ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

struct Revision {
  enum class Kind { kRespelled, kRelaxed };
  Kind kind = Kind::kRespelled;
  std::string change;  // kRelaxed: what is different, for people: "without “iraq”"
  std::string query;
};

// The likeliest first, at most a handful. Words, words of phrases, and words and names in fields
// are looked at; those under NOT are not, nor wildcards, nor words of one or two letters. A word
// that the index has is replaced only by one far more frequent. Throws Xapian::Error.
std::vector<Revision> respellings(std::string_view typed, const QueryOptions& options,
                                  Vocabulary& vocabulary);

// Those that ask for most first, at most a dozen.
std::vector<Revision> relaxations(std::string_view typed, const QueryOptions& options);

}  // namespace dateline::query
