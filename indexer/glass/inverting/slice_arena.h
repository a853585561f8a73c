// Many lists of bytes that grow at the same time, in one piece of memory: each list is a chain of
// slices, every slice longer than the one before.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/large_pages.h"
#include "common/base/word_bytes.h"

namespace dateline::glass {

class SliceArena {
 public:
  // Where a list grows; where it begins is for the caller to remember. 2^32 bytes are the most that
  // an arena can have.
  struct List {
    std::uint32_t at = 0;    // next free byte of the last slice
    std::uint32_t end = 0;   // of the last slice, before its link
    std::uint8_t level = 0;  // of the last slice
  };

  // Pages that are never touched cost nothing.
  explicit SliceArena(std::size_t capacity) { grow(capacity); }

  std::size_t size() const { return size_; }
  void clear() { size_ = 0; }

  // Makes room, moving everything if need be: for what exceeds the capacity once in a while.
  void reserve(std::size_t bytes) {
    if (size_ + bytes > capacity_) grow(size_ + bytes);
  }

  // `bytes` bytes at the offset that is returned; room has been reserved.
  std::uint32_t allocate(std::size_t bytes) {
    const std::size_t at = size_;
    size_ += bytes;
    return static_cast<std::uint32_t>(at);
  }

  char* data() { return bytes_.get(); }
  const char* data() const { return bytes_.get(); }

  // It begins at its `at`.
  List new_list() {
    List list;
    list.at = allocate(kSliceBytes[0]);
    list.end = list.at + kSliceBytes[0] - kLinkBytes;
    return list;
  }

  // The same as append() for the first `count` of `bytes`, mostly few: a whole word is written, and
  // what is too much of it overwritten by what comes next.
  template <std::size_t kSize>
  void append_short(List& list, const std::array<char, kSize>& bytes, std::size_t count) {
    static_assert(kSize >= kWordBytes);
    if (count > kWordBytes || list.end - list.at < kWordBytes) {
      return append(list, bytes.data(), count);
    }
    std::memcpy(data() + list.at, bytes.data(), kWordBytes);
    list.at += static_cast<std::uint32_t>(count);
  }

  void append(List& list, const char* bytes, std::size_t count) {
    if (list.end - list.at >= count) {
      std::memcpy(data() + list.at, bytes, count);
      list.at += static_cast<std::uint32_t>(count);
      return;
    }
    append_over_slices(list, {bytes, count});
  }

  // The whole list that begins at `slice`, in one piece: where it is, or put together in `into`.
  std::string_view gather(std::uint32_t slice, const List& list, std::string& into) const {
    if (list.level == 0) return {data() + slice, list.at - slice};
    into.clear();
    for (std::size_t level = 0;; level = std::min(level + 1, kSliceBytes.size() - 1)) {
      const std::uint32_t end = slice + kSliceBytes[level] - kLinkBytes;
      if (end == list.end) {
        return into.append(data() + slice, list.at - slice);
      }
      into.append(data() + slice, end - slice);
      std::memcpy(&slice, data() + end, kLinkBytes);
    }
  }

  // What `count` bytes more can take of the arena at most, in one list.
  static constexpr std::size_t worst_case(std::size_t count) { return 2 * count + kSliceBytes[0]; }

 private:
  static constexpr std::array<std::uint32_t, 9> kSliceBytes{12,  20,  36,   68,  132,
                                                            260, 516, 1028, 4100};
  static constexpr std::uint32_t kLinkBytes = 4;  // at the end of each slice: where the next one is

  struct Release {
    std::size_t capacity;
    void operator()(char* bytes) const { LargePages<char>().deallocate(bytes, capacity); }
  };
  using Bytes = std::unique_ptr<char, Release>;

  void grow(std::size_t capacity) {
    Bytes larger(LargePages<char>().allocate(capacity), Release{capacity});
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  void append_over_slices(List& list, std::string_view bytes) {
    while (!bytes.empty()) {
      if (list.at == list.end) next_slice(list);
      const std::size_t piece = std::min<std::size_t>(bytes.size(), list.end - list.at);
      std::memcpy(data() + list.at, bytes.data(), piece);
      list.at += static_cast<std::uint32_t>(piece);
      bytes.remove_prefix(piece);
    }
  }

  void next_slice(List& list) {
    if (list.level + 1U < kSliceBytes.size()) ++list.level;
    const std::uint32_t size = kSliceBytes[list.level];
    const std::uint32_t slice = allocate(size);
    std::memcpy(data() + list.end, &slice, kLinkBytes);
    list.at = slice;
    list.end = slice + size - kLinkBytes;
  }

  Bytes bytes_{nullptr, Release{0}};
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace dateline::glass
