// Which article is this? The id decides what a later version replaces.
#pragma once

#include <string>

#include "common/document/article.h"

namespace dateline {

// The id of a record: the one it was given, else derived from its canonical URL (unless that points
// at a site's root), else from its URL, else from its origin's path and offset. Derived ids are "u"
// or "p" and 24 hexadecimal digits. An article with none of these gets an id from its text.
std::string article_id(const Article& article);

// Fills `id`, and `source` from the URL's host where the page names no publication.
void complete_identity(Article& article);

}  // namespace dateline
