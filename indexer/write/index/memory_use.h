// The program's own resident memory, which --memory bounds.
#pragma once

#include <cstdint>

namespace dateline::indexer {

// Bytes of physical memory that the process holds now; 0 where the system does not tell.
std::uint64_t resident_bytes();

// Gives memory that is free inside the process back to the system.
void release_free_memory();

}  // namespace dateline::indexer
