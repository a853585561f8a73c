#include "indexer/glass/inverting/slice_arena.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace dateline::glass {
namespace {

struct Grown {
  SliceArena::List list;
  std::uint32_t first;
  std::string bytes;  // what it has to have
};

Grown new_list(SliceArena& arena) {
  const SliceArena::List list = arena.new_list();
  return {list, list.at, {}};
}

std::string gathered(const SliceArena& arena, const Grown& grown) {
  std::string into;
  return std::string(arena.gather(grown.first, grown.list, into));
}

TEST(SliceArena, ListsThatGrowByTurnsKeepTheirBytes) {
  std::mt19937 random(101);
  SliceArena arena(std::size_t{8} << 20);
  std::vector<Grown> lists;
  for (int i = 0; i < 40; ++i) lists.push_back(new_list(arena));
  for (int step = 0; step < 20'000; ++step) {
    Grown& grown = lists[random() % lists.size()];
    std::array<char, 16> bytes{};
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::size_t count = 1 + random() % bytes.size();
    if (random() % 2 == 0) {
      arena.append_short(grown.list, bytes, count);
    } else {
      arena.append(grown.list, bytes.data(), count);
    }
    grown.bytes.append(bytes.data(), count);
  }
  for (const Grown& grown : lists) EXPECT_EQ(gathered(arena, grown), grown.bytes);
}

TEST(SliceArena, AListIsWholeAtEveryLength) {
  SliceArena arena(std::size_t{1} << 20);
  Grown grown = new_list(arena);
  for (int i = 0; i < 6000; ++i) {
    const char byte = static_cast<char>('a' + i % 26);
    arena.append(grown.list, &byte, 1);
    grown.bytes += byte;
    const bool look = i < 300 || i % 97 == 0;
    if (look) {
      ASSERT_EQ(gathered(arena, grown), grown.bytes) << i;
    }
  }
  EXPECT_EQ(gathered(arena, grown), grown.bytes);
}

TEST(SliceArena, ALongPieceRunsOverManySlices) {
  SliceArena arena(std::size_t{1} << 20);
  Grown grown = new_list(arena);
  grown.bytes = std::string(50'000, 'x');
  arena.append(grown.list, grown.bytes.data(), grown.bytes.size());
  EXPECT_EQ(gathered(arena, grown), grown.bytes);
}

TEST(SliceArena, TakesNoMoreThanTheWorstCaseThatItTells) {
  for (std::size_t count = 0; count < 20'000; count = count * 5 / 4 + 1) {
    SliceArena arena(std::size_t{1} << 20);
    Grown grown = new_list(arena);
    const std::string bytes(count, 'x');
    arena.append(grown.list, bytes.data(), bytes.size());
    // The last slice may be the longest one, of which a byte alone is used.
    EXPECT_LE(arena.size(), SliceArena::worst_case(count) + 4100) << count;
  }
}

TEST(SliceArena, AnEmptyListIsEmpty) {
  SliceArena arena(1000);
  const Grown grown = new_list(arena);
  EXPECT_EQ(gathered(arena, grown), "");
}

TEST(SliceArena, MakesRoomAndKeepsWhatItHas) {
  SliceArena arena(64);
  Grown grown = new_list(arena);
  arena.append(grown.list, "kept", 4);
  grown.bytes = "kept";
  arena.reserve(100'000);
  const std::uint32_t at = arena.allocate(90'000);
  std::fill_n(arena.data() + at, 90'000, 'z');
  EXPECT_EQ(gathered(arena, grown), "kept");
  arena.clear();
  EXPECT_EQ(arena.size(), 0U);
}

}  // namespace
}  // namespace dateline::glass
