// `iamglass`: the version file, whose appearance is what makes a directory of tables a database.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/tables/btree_writer.h"

namespace dateline::glass {

inline constexpr std::uint16_t kFormatVersion = 0x046E;  // 2016-03-14, as 1.4.2 to 2.1 write it

struct DatabaseFacts {
  // Absent: a table without entries, which has no file.
  TableFacts postlist;
  std::optional<TableFacts> docdata;
  std::optional<TableFacts> termlist;
  std::optional<TableFacts> position;
  std::uint64_t documents = 0;
  DocId last_document = 0;
  std::uint64_t total_length = 0;
  std::uint32_t shortest = 0;  // the least length that is not zero
  std::uint32_t longest = 0;
  std::uint32_t highest_wdf = 0;
  std::array<std::uint8_t, 16> uuid{};
};

// What the file begins with: the magic and the format version.
std::string version_file_head();

std::string encode_version_file(const DatabaseFacts& facts);

}  // namespace dateline::glass
