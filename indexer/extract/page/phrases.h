// Lines known by their wording: "Share this article", "Related articles", "We use cookies".
#pragma once

#include <string_view>

namespace dateline::indexer::page {

// True for a line that is furniture by its wording: calls to share, subscribe, sign in or follow,
// labels of advertisements, "read more" links, copyright lines. A line of more than 500 bytes is
// none.
bool is_furniture_line(std::string_view line);

// True for a text about the page's cookies and what its readers may choose of them.
bool is_consent_text(std::string_view text);

// True for a line after which a page has only furniture: "You might also like", "Related articles",
// "Comments".
bool opens_furniture(std::string_view line);

}  // namespace dateline::indexer::page
