// What a record gains after extraction: language, entities, identity.
#pragma once

#include "common/document/article.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer {

struct EnrichOptions {
  bool entities = true;
  // JSONL records that bring entities keep them as they are; for pages, what metadata declares only
  // advises the tagger.
  bool keep_given_entities = false;
};

// Fills language (by text, where the record names none), entities, id and source. Thread-safe.
void enrich(Article& article, const EnrichOptions& options);

// BCP 47 tag of the language that `text` is written in; empty where it cannot be told reliably.
std::string detect_language(std::string_view text);

}  // namespace dateline::indexer
