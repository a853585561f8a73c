// Memory for large tables that are read at random, in the system's large pages where it has them to
// give: 16 MB in pages of 4 KB are four thousand faults to begin with, and a miss of the address
// cache at nearly every look.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <vector>

namespace dateline {

inline constexpr std::size_t kLargePage = std::size_t{2} << 20;
// Smaller tables would leave much of their last large page unused.
inline constexpr std::size_t kLargeTable = kLargePage;

// `bytes` of zeros, beginning with a large page; they go back to the system when they are released.
// Throws std::bad_alloc.
void* allocate_large(std::size_t bytes);
void release_large(void* memory, std::size_t bytes);

// An allocator for std::vector. Below kLargeTable it is the usual one.
template <typename T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <typename U>
  LargePages(const LargePages<U>& /*other*/) {}  // NOLINT(google-explicit-constructor)

  T* allocate(std::size_t count) {
    if (count > std::numeric_limits<std::size_t>::max() / sizeof(T)) {
      throw std::bad_array_new_length();
    }
    if (!is_large(count)) return std::allocator<T>().allocate(count);
    return static_cast<T*>(allocate_large(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t count) {
    if (!is_large(count)) return std::allocator<T>().deallocate(memory, count);
    release_large(memory, count * sizeof(T));
  }

  friend bool operator==(const LargePages& /*a*/, const LargePages& /*b*/) { return true; }

 private:
  static constexpr bool is_large(std::size_t count) { return count * sizeof(T) >= kLargeTable; }
};

template <typename T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace dateline
