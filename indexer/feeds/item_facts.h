// What an item says, whichever format its feed has.
#pragma once

#include <string>
#include <vector>

#include "indexer/input/format.h"

namespace dateline::indexer::feeds {

// As the feed states it; empty where it does not. Texts are plain, with paragraphs parted by an empty
// line.
struct ItemFacts {
  std::string id;
  std::string url;   // may be relative
  std::string base;  // that it is resolved against
  std::string headline;
  std::string content;               // the article
  std::string summary;               // what stands for it in a list
  std::vector<std::string> persons;  // names
  std::vector<std::string> credits;  // lines with names
  std::vector<std::string> tags;
  std::string published;
  std::string modified;
  std::string language;
  std::string source;
};

ExtractResult article_of(ItemFacts facts, const RawDocument& document,
                         const ExtractOptions& options);

// Marked up or not, as its own signs tell.
std::string text_of_any(std::string_view value);

}  // namespace dateline::indexer::feeds
