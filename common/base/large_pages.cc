#include "common/base/large_pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace dateline {
namespace {

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + kLargePage - 1) / kLargePage * kLargePage;
}

}  // namespace

// Straight from the system: the heap would keep what is released, between pages that are in use.
void* allocate_large(std::size_t bytes) {
  if (bytes > std::numeric_limits<std::size_t>::max() - 2 * kLargePage) throw std::bad_alloc();
  const std::size_t wanted = whole_pages(bytes);
  const std::size_t mapped = wanted + kLargePage;
  void* const memory =
      ::mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  char* const begin = static_cast<char*>(memory);
  const std::size_t before =
      (kLargePage - reinterpret_cast<std::uintptr_t>(begin) % kLargePage) % kLargePage;
  char* const aligned = begin + before;
  if (before > 0) ::munmap(begin, before);
  if (before < kLargePage) ::munmap(aligned + wanted, kLargePage - before);
#ifdef MADV_HUGEPAGE
  ::madvise(aligned, wanted, MADV_HUGEPAGE);  // advice: without large pages all is as usual
#endif
  return aligned;
}

void release_large(void* memory, std::size_t bytes) { ::munmap(memory, whole_pages(bytes)); }

}  // namespace dateline
