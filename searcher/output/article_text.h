// One article for people: what `show` prints on a terminal.
#pragma once

#include <string>

#include "common/document/article.h"
#include "searcher/output/writer.h"

namespace dateline::output {

// "The Courier · 2020-01-06 · World"; empty if nothing of that is known.
std::string facts_line(const Article& article);

// Headline, standfirst, byline, facts, address; the body in paragraphs; tags and entities.
std::string article_text(const Article& article, const Look& look);

}  // namespace dateline::output
