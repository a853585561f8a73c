// Reads a Glass table without Xapian, from docs/glass-builder.md: keys and whole tags, in order.
#pragma once

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/glass/encoding/primitives.h"

namespace dateline::testing {

using TableEntries = std::vector<std::pair<std::string, std::string>>;

class TableReader {
 public:
  // `index` is the table's place among the version file's roots: postlist 0, docdata 1, termlist 2,
  // position 3.
  static TableEntries read(const std::string& database, const std::string& table, int index) {
    TableReader reader(file_bytes(database + "/" + table + ".glass"));
    if (reader.bytes_.empty()) return {};
    reader.walk(root_of(file_bytes(database + "/iamglass"), index));
    return std::move(reader.entries_);
  }

 private:
  static constexpr std::size_t kBlock = 8192;

  explicit TableReader(std::string bytes) : bytes_(std::move(bytes)) {}

  static std::string file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  static std::uint32_t root_of(const std::string& version, int index) {
    constexpr std::size_t kHead = 14 + 2 + 16;
    std::string_view rest = std::string_view(version).substr(kHead);
    glass::take_uint(rest);  // revision
    for (int table = 0;; ++table) {
      const auto root = static_cast<std::uint32_t>(glass::take_uint(rest));
      if (table == index) return root;
      for (int i = 0; i < 4; ++i) glass::take_uint(rest);
      const std::size_t freelist = glass::take_uint(rest);
      rest.remove_prefix(freelist);
    }
  }

  std::uint32_t number(std::size_t at, std::size_t size) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<std::uint8_t>(bytes_[at + i]);
    return value;
  }

  void walk(std::uint32_t block) {
    const std::size_t at = block * kBlock;
    const std::uint32_t level = number(at + 4, 1);
    const std::uint32_t directory_end = number(at + 9, 2);
    for (std::uint32_t entry = 11; entry < directory_end; entry += 2) {
      const std::size_t item = at + number(at + entry, 2);
      if (level > 0) {
        walk(number(item, 4));
      } else {
        take_item(item);
      }
    }
  }

  void take_item(std::size_t at) {
    const std::uint32_t head = number(at, 2);
    const bool first = (head & 0x2000) != 0;
    const std::size_t end = at + 3 + (head & 0x1FFF);
    const std::size_t key_size = number(at + 2, 1);
    const std::size_t tag = at + 3 + key_size + (first ? 0 : 2);
    if (key_size == 0) return;  // the null item
    if (first) entries_.emplace_back(bytes_.substr(at + 3, key_size), "");
    entries_.back().second += bytes_.substr(tag, end - tag);
    const bool last = (head & 0x4000) != 0;
    if (last && (head & 0x8000) != 0) inflate(entries_.back().second);
  }

  static void inflate(std::string& tag) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    std::string whole(std::size_t{1} << 20, '\0');
    std::size_t size = 0;
    ASSERT_EQ(libdeflate_deflate_decompress(decompressor.get(), tag.data(), tag.size(),
                                            whole.data(), whole.size(), &size),
              LIBDEFLATE_SUCCESS);
    tag = whole.substr(0, size);
  }

  std::string bytes_;
  TableEntries entries_;
};

}  // namespace dateline::testing
