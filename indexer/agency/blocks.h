// The text of a body that is marked up, be it NITF or XHTML.
#pragma once

#include <string>
#include <string_view>

#include "indexer/agency/xml.h"

namespace dateline::indexer::agency {

// Paragraphs, headings, quotations and items of lists, an empty line between them. A table is one
// paragraph: its rows are lines, and their cells are parted by a tab. Preformatted text keeps its
// lines. Two line breaks in a row part paragraphs. Left out are pictures with their captions,
// copyright lines, bylines and whatever else of a body is not its text.
std::string block_text(const Element& within);

// The same of markup that stands in a string, well-formed or not.
std::string block_text_of(std::string_view markup);

// Of plain text: empty lines part paragraphs; where there are none, each line is one.
std::string paragraphs_of(std::string_view text);

}  // namespace dateline::indexer::agency
