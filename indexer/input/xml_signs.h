// XML told by its root element: agencies' items each have one of their own.
#pragma once

#include <string>
#include <string_view>

#include "indexer/input/head.h"

namespace dateline::indexer {

// The name of the first element without its namespace's prefix, if nothing but an XML declaration,
// a document type, comments and processing instructions stands before it; else empty, as it is
// where the head ends before.
std::string root_element(const Head& head);

// An element that is an item of NewsML-G2: newsItem, packageItem, conceptItem, knowledgeItem,
// planningItem, catalogItem.
bool is_g2_item(std::string_view element);

// NewsML-G2's envelope of many items.
bool is_news_message(const Head& head);

}  // namespace dateline::indexer
