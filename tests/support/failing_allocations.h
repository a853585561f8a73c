// Makes operator new fail: for tests of what out-of-memory leaves behind. Include it in one source
// of a test program alone, for it replaces operator new for the whole of it.
#pragma once

#include <atomic>
#include <cstdlib>
#include <new>

namespace dateline::testing {

// The allocation that fails, counting down from it, on whichever thread; 0: none does.
inline std::atomic<long> allocations_to_failure = 0;

// How many allocations `body` makes.
template <typename Body>
long allocations_of(Body body) {
  constexpr long kMany = 1L << 40;
  allocations_to_failure = kMany;
  body();
  return kMany - allocations_to_failure.exchange(0);
}

// Runs `body` once for each allocation that it makes, which fails in that round, and at last once
// where none does, or until the one numbered `last`. `begin` is called before each round, and
// `end(failed)` after it, both without failures.
template <typename Begin, typename Body, typename End>
void fail_each_allocation(Begin begin, Body body, End end, long step = 1, long last = 1L << 40) {
  bool failed = true;
  for (long at = 1; failed && at <= last; at += step) {
    begin();
    allocations_to_failure = at;
    try {
      body();
      // A failure that the body has contained has counted down all the same.
      failed = allocations_to_failure == 0;
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    allocations_to_failure = 0;
    end(failed);
  }
}

}  // namespace dateline::testing

// NOLINTBEGIN(cppcoreguidelines-no-malloc): this is where memory comes from
inline void* allocate_or_fail(std::size_t bytes) {
  std::atomic<long>& countdown = dateline::testing::allocations_to_failure;
  long left = countdown;
  while (left > 0 && !countdown.compare_exchange_weak(left, left - 1)) {
  }
  void* const memory = left == 1 ? nullptr : std::malloc(bytes > 0 ? bytes : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

// Not inlined, or g++ 12 takes what it frees for something else than what it gave.
[[gnu::noinline]] void* operator new(std::size_t bytes) { return allocate_or_fail(bytes); }
[[gnu::noinline]] void* operator new[](std::size_t bytes) { return allocate_or_fail(bytes); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc)
