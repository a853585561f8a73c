// Lines that stand on news pages in any language's equivalent of "share this article".
#pragma once

#include <string_view>

namespace dateline::indexer::page {

// True for a line that is furniture by its wording: calls to share, subscribe, sign in or follow,
// labels of advertisements, "read more" links, copyright lines. Short lines alone are looked at.
bool is_furniture_line(std::string_view line);

// True for text about the page's own cookies and one's choices.
bool is_consent_text(std::string_view text);

// True for a line after which a page has only furniture: "You might also like", "Related articles",
// "Comments".
bool opens_furniture(std::string_view line);

}  // namespace dateline::indexer::page
