// A page or a plain text into an article record. What is not stated is left out; furniture
// (navigation, related links, captions, comments, consent texts) is left behind.
#pragma once

#include "indexer/input/format.h"

namespace dateline::indexer {

// Both are what a row of the table of formats calls (format.h). The article's url is
// `document.url`, its origin `document.origin`; id, language and entities are left to enrich.h,
// except persons, organisations and places that a page's own metadata names. Thread-safe. Time and
// memory are linear in the document's size, of which more than 64 MB are rejected.

// From HTML. Rejected: more than 2,000,000 nodes, more than 512 open elements (what is nested deeper
// than 256 is read as if it stood at that level), and elements that lie within one another so that
// finders would read the same text over and over (Tree::overworked).
ExtractResult extract_article(const RawDocument& document, const ExtractOptions& options = {});

// From plain text.
ExtractResult extract_text(const RawDocument& document, const ExtractOptions& options = {});

}  // namespace dateline::indexer
