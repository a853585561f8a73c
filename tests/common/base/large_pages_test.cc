#include "common/base/large_pages.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <utility>

namespace dateline::large_pages_test {
namespace {

TEST(LargePages, VectorsOfAnySizeKeepWhatIsPutIntoThem) {
  for (const std::size_t size : {1U, 1000U, 1048575U, 1048576U, 3000001U}) {
    LargeVector<std::uint64_t> numbers;
    for (std::size_t i = 0; i < size; ++i) numbers.push_back(i);
    const LargeVector<std::uint64_t> copy = numbers;
    const LargeVector<std::uint64_t> moved = std::move(numbers);
    EXPECT_TRUE(copy == moved) << size;
    EXPECT_EQ(moved.back(), size - 1);
  }
}

TEST(LargePages, LargeTablesBeginAtALargePage) {
  const LargeVector<char> table(kLargeTable);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(table.data()) % kLargePage, 0U);
  struct alignas(64) Line {
    char bytes[64];
  };
  const LargeVector<Line> few(3);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(few.data()) % alignof(Line), 0U);
}

TEST(LargePages, SizesThatNoMemoryHasAreRefused) {
  LargePages<std::uint64_t> pages;
  EXPECT_THROW(static_cast<void>(pages.allocate(std::numeric_limits<std::size_t>::max())),
               std::bad_array_new_length);
}

}  // namespace
}  // namespace dateline::large_pages_test
