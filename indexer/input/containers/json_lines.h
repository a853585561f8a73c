// A file of JSON lines: each line that is not blank is a record.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

// Entries have the offset of their line. A line over the limit is refused by itself.
std::unique_ptr<Container> open_json_lines(std::unique_ptr<BufferedSource> source,
                                           const ContainerOptions& options);

}  // namespace dateline::indexer
