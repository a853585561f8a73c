// One article for people: what `show` prints on a terminal.
#pragma once

#include <string>

#include "common/document/article.h"
#include "searcher/output/text_layout.h"

namespace dateline::output {

// "The Courier · 2020-01-06 · World"; empty if nothing of that is known.
std::string facts_line(const Article& article);

// Where an article is to be had: its URL; else the file that it came from, with the id by which
// `show` finds it; else the id alone.
std::string address_line(const Article& article);

// Headline, standfirst, byline, facts, address; the body in paragraphs; tags and entities.
Rendered text_of(const Article& article, const Terminal& terminal);

}  // namespace dateline::output
