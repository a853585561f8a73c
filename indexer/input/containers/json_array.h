// A JSON array of records, as databases and services write their dumps.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

// Entries have the offset of their brace. One over the limit is refused by itself, as is a value that is no
// object; where the array is no JSON any more, or ends in the middle, its end follows.
std::unique_ptr<Container> open_json_array(std::unique_ptr<BufferedSource> source,
                                           const ContainerOptions& options);

}  // namespace dateline::indexer
