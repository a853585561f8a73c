// Which of two articles with one id is the agency's later word: told by what the agency says, whatever
// the order in which they arrive.
//
//   version   "2" after "1", "1.10" after "1.9"; numbers with dots between them alone compare
//   time      where versions do not tell: of modification, else of publication
//   status    where neither tells, what is withheld or canceled ("killed") stays so
//
// In Slot::kVersion of articles that come with a version or a status, so that the index needs no other
// memory: a kill is an article, and lives as long as one. Pages have neither, and of them the last to
// arrive stands.
#pragma once

#include <string>
#include <string_view>

#include "common/document/article.h"

namespace dateline::schema {

// What decides about the article, as bytes that is_outdated() reads. Never empty.
std::string version_order(const Article& article);

// Whether an agency has said anything by which versions are to be told apart: only such an order is
// kept in the slot, and holds something back.
bool is_signalled(std::string_view order);

// Whether an article of the order `arriving` is an earlier word than the one that stands, which is
// kept then. `standing` is empty for an article without the slot: what arrives replaces it. So does
// whatever arrives where neither is known to be earlier, unless it would undo a withdrawal. Bytes that
// version_order() does not give are as good as none.
bool is_outdated(std::string_view arriving, std::string_view standing);

}  // namespace dateline::schema
