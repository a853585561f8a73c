// A page or a plain text into an article record. What is not stated is left out; furniture
// (navigation, related links, captions, comments, consent texts) is left behind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "common/document/article.h"
#include "common/document/usable_values.h"
#include "indexer/input/raw_document.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

struct ExtractOptions {
  bool keep_all = false;  // section fronts and stubs too
};

// Where a field came from, for `extract --explain`.
struct FieldSource {
  std::string field;   // the record's key
  std::string source;  // "json-ld NewsArticle.headline", "meta og:title", "h1", "density"
  std::string value;   // the beginning of what was found
};

struct Extraction {
  Article article;
  std::vector<FieldSource> sources;
  std::vector<LeftOut> left_out;  // by usable_values.h; extraction itself states what it finds
};

using ExtractResult = tl::expected<Extraction, Rejection>;

// From HTML (kind kHtml) or plain text (kText). The article's url is `document.url`, its origin
// `document.origin`; id, language and entities are left to enrich.h, except persons, organisations
// and places that the page's own metadata names. Thread-safe. Time and memory are linear in the
// page's size. Rejected: more than 64 MB, more than 2,000,000 nodes, more than 512 open elements
// (what is nested deeper than 256 is read as if it stood at that level), and elements that lie
// within one another so that finders would read the same text over and over (Tree::overworked).
ExtractResult extract_article(const RawDocument& document, const ExtractOptions& options = {});

}  // namespace dateline::indexer
