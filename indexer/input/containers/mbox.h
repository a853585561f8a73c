// Folders of mail, as mbox has them: one message behind another.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

// A line "From somebody date", and a header behind it.
bool is_mbox(const Head& head);

// Messages, each with the offset of its line "From ". That line counts where an empty one stands
// before it; ">From " within a message is "From " again. A message over the limit is refused by
// itself.
std::unique_ptr<Container> open_mbox(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options);

}  // namespace dateline::indexer
