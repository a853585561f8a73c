// What a record gains after extraction: language, entities, identity.
#pragma once

#include "common/document/article.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer {

struct EnrichOptions {
  // False: no names are looked for in the text.
  bool entities = true;
  // True for records (JSONL), whose language and entities stand as given. For pages false: declared
  // entities only advise the tagger and, with `entities` off, are dropped; a declared language has
  // to agree with the text.
  bool keep_given = false;
};

// Fills language (where the record names none), entities, id and source. Thread-safe. Reads at most
// the first 64 KiB for the language, all of the text for the entities.
void enrich(Article& article, const EnrichOptions& options);

}  // namespace dateline::indexer
