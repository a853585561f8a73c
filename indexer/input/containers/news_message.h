// A newsMessage of NewsML-G2: an envelope whose entries are its items.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

// Entries have the offset of their item. An item whose end is missing is an entry as far as it goes,
// and the next one follows. A single item without an envelope is a message of one. The message is
// held whole: one of more bytes than an article may have is refused, and so is one in UTF-16.
std::unique_ptr<Container> open_news_message(std::unique_ptr<BufferedSource> source,
                                             const ContainerOptions& options);

}  // namespace dateline::indexer
