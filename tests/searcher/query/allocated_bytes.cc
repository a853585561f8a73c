#include "tests/searcher/query/allocated_bytes.h"

#include <cstdlib>
#include <new>

#include "tests/support/sanitized.h"

namespace {

thread_local std::size_t bytes = 0;

}  // namespace

namespace dateline::query {

std::size_t allocated_bytes() { return bytes; }

}  // namespace dateline::query

// Sanitizers have operators of their own, which see more.
#ifndef DATELINE_SANITIZED
void* operator new(std::size_t size) {
  bytes += size;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif
