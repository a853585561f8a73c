// A raw document into an article: the rooms of extraction and enrichment joined.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "indexer/input/format.h"

namespace dateline::indexer {

struct MakeOptions {
  bool entities = true;
  bool keep_all = false;
  // Groups that may see articles which do not say themselves who may; empty: everybody.
  std::vector<std::string> access = {};
  bool strict = false;  // a document of which a value would be left out is rejected
  std::shared_ptr<const FieldMap> map = nullptr;  // see ExtractOptions
  bool keep_origin = false;                       // the same
};

// What besides its bytes and its place decides what becomes of a document, for its fingerprint:
// these options, and the versions of extraction and analysis.
std::string fingerprint_salt(const MakeOptions& options);

// As the document's format has it. Thread-safe. Whatever goes wrong inside, be it a fault of ours, costs this one document.
ExtractResult make_article(const RawDocument& document, const MakeOptions& options);

}  // namespace dateline::indexer
