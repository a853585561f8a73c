// A measure of work that no other load on the machine changes.
#pragma once

#include <cstddef>

namespace dateline::query {

// What this thread has asked operator new for so far; 0 under sanitizers.
std::size_t allocated_bytes();

}  // namespace dateline::query
