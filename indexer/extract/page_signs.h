// HTML told by its beginning.
#pragma once

#include "indexer/input/head.h"

namespace dateline::indexer {

// By its first tag, or by a few tags anywhere near the beginning: one in prose is a mention.
bool is_page(const Head& head);

}  // namespace dateline::indexer
