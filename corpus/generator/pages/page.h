// An article as a page of its outlet's site, with what stands around articles on the web: menus,
// consent banners, scripts, advertisements, related links, comments.
//
// Five templates: modern (JSON-LD, Open Graph), broadsheet (microdata, Open Graph), wire (bare, a
// time element), table (layout by tables, no metadata, a bare date in words), mobile (AMP's shape).
// A page states all that its article's record has, except entities, and nothing that contradicts
// it: headline in h1 or title, standfirst, byline ("By A and B"), agency, dates, section, tags,
// paragraphs. Subheads are h2.
#pragma once

#include <string>
#include <vector>

#include "common/document/article.h"
#include "corpus/generator/stories/model.h"
#include "corpus/generator/stories/outlets.h"

namespace dateline::corpus {

// Text on the page that is not the article's.
struct Furniture {
  struct Link {
    std::string headline;
    std::string path;
  };
  std::vector<Link> related;
  std::vector<std::string> comments;
};

Furniture furniture_of(const CorpusModel& model, std::uint64_t i);

// UTF-8, ends in a newline, begins with "<!DOCTYPE html" and has that nowhere else.
std::string render_page(const Article& article, const Outlet& outlet, const Furniture& furniture);

}  // namespace dateline::corpus
