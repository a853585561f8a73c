// Feeds as files: RSS (0.9 to 2.0, RDF too), Atom and JSON Feed.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

bool is_feed(const Head& head);

// Each item alone, with what the feed says of itself: an element <feedItem> with the feed's title,
// language, address and authors and then the item, or the same as an object of JSON. Its offset is
// that of its tag; of JSON Feed it is 0, for its items may stand in any order of keys. A feed may
// have as many bytes as an article.
std::unique_ptr<Container> open_feed(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options);

}  // namespace dateline::indexer
