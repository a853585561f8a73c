// The table of containers.
#pragma once

#include <span>

#include "indexer/input/container.h"

namespace dateline::indexer {

// In the order in which they are asked whether an input is theirs.
std::span<const ContainerKind> containers();

}  // namespace dateline::indexer
