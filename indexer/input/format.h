// A format makes an article of bytes: a page, a plain text, a record. Here is what a format is; the
// rooms that know what an article looks like inside implement them, and indexer/pipeline has their
// table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "common/document/article.h"
#include "common/document/usable_values.h"
#include "indexer/input/head.h"
#include "indexer/input/raw_document.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

// Where a field came from, for `extract --explain`.
struct FieldSource {
  std::string field;   // the record's key
  std::string source;  // "json-ld NewsArticle.headline", "meta og:title", "h1", "density"
  std::string value;   // the beginning of what was found
};

struct Extraction {
  Article article;
  std::vector<FieldSource> sources;
  std::vector<LeftOut> left_out;  // values of the document that the article is without
};

using ExtractResult = tl::expected<Extraction, Rejection>;

class FieldMap;

struct ExtractOptions {
  bool keep_all = false;          // section fronts and stubs too
  const FieldMap* map = nullptr;  // what the keys of records mean; null: they are our own
  // A record that names its origin has that one; else, and without it, it comes from where it lies.
  bool keep_origin = false;
};

// A row of the table of formats.
struct Format {
  std::string_view name;  // as --input takes it
  // What stands for it in fingerprints. Indexes keep those, so that it is never changed.
  std::string_view mark;
  // Its documents are records, which state everything themselves: they take no address from where
  // they lie, and the language and entities that they name stand as given.
  bool is_record;
  // By an input's beginning, which is neither blank nor binary. Asked in the order of the rows,
  // after all containers: a format that says yes to much comes late.
  bool (*tells)(const Head& head);
  // Thread-safe. The article has the document's origin; what only enrichment can tell (id,
  // language, entities) may be missing.
  ExtractResult (*parse)(const RawDocument& document, const ExtractOptions& options);
};

}  // namespace dateline::indexer
