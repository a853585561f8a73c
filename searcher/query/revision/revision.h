// Other queries to offer where one finds nothing: with its words spelled as the index has them, and
// with something less asked for. They are never run in its place, and none of them is known to find
// anything: the caller tries them.
//
//   respelling.h   iraq tropps            →  iraq troops
//                  person:"mark espre"    →  person:"mark esper"
//   relaxation.h   iraq "onward troops"   →  iraq (onward troops);  iraq;  "onward troops";
//                                            iraq OR "onward troops"
//
// The typed text is kept but for what changes, so that a reader knows the query again. Typographic
// signs become plain ones.
#pragma once

#include <string>

namespace dateline::query {

struct Revision {
  enum class Kind { kRespelled, kRelaxed };
  Kind kind = Kind::kRespelled;
  std::string change;  // kRelaxed: what is different, for people: "without “iraq”"
  std::string query;
};

}  // namespace dateline::query
