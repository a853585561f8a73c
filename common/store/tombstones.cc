#include "common/store/tombstones.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>

#include "common/base/file.h"
#include "common/base/fingerprint.h"

namespace dateline::store {
namespace {

// "dateline-gone 1\n", a byte for each seven bits of the distances between numbers (the top bit set
// where more follow), then a newline and the fingerprint of all before it.
constexpr std::string_view kTombstonesHead = "dateline-gone 1\n";
constexpr std::size_t kTombstonesSumBytes = 33;
// A distance has 32 bits.
constexpr std::uint64_t kMaxNumberBytes = 5;

void put_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

Result<Tombstones> damaged_tombstones(const std::string& path) {
  return failure(ErrorCode::kCorrupt, path + " is damaged",
                 "restore a backup, or index the articles into a new directory");
}

}  // namespace

bool contains(const Tombstones& tombstones, std::uint32_t document) {
  return std::binary_search(tombstones.begin(), tombstones.end(), document);
}

std::uint32_t not_gone(const Tombstones& tombstones, std::uint32_t document) {
  const auto at = std::lower_bound(tombstones.begin(), tombstones.end(), document);
  if (at == tombstones.end() || *at != document) return document;
  // Numbers ascend, so those of the run, and no others, are as far from `document` as from `at`.
  const auto end = std::partition_point(at, tombstones.end(), [&](const std::uint32_t& number) {
    return number - document == static_cast<std::uint32_t>(&number - &*at);
  });
  return document + static_cast<std::uint32_t>(end - at);
}

Tombstones united(Tombstones a, const Tombstones& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

Status write_tombstones(const std::string& path, const Tombstones& tombstones) {
  std::string bytes(kTombstonesHead);
  std::uint32_t last = 0;
  for (const std::uint32_t document : tombstones) {
    put_number(bytes, document - last);
    last = document;
  }
  bytes += "\n" + fingerprint(bytes);
  return replace_file(path, bytes);
}

Result<Tombstones> read_tombstones(const std::string& path, std::uint64_t count) {
  const auto bytes = read_regular_file(
      path, kTombstonesHead.size() + kTombstonesSumBytes + count * kMaxNumberBytes);
  if (!bytes) return failure(bytes.error());
  std::string_view rest = *bytes;
  if (!rest.starts_with(kTombstonesHead) ||
      rest.size() < kTombstonesHead.size() + kTombstonesSumBytes)
    return damaged_tombstones(path);
  const std::string_view body = rest.substr(0, rest.size() - kTombstonesSumBytes);
  if (rest.substr(body.size()) != "\n" + fingerprint(body)) return damaged_tombstones(path);
  Tombstones out;
  std::uint64_t last = 0;
  std::uint64_t number = 0;
  unsigned shift = 0;
  for (const char c : body.substr(kTombstonesHead.size())) {
    const auto byte = static_cast<unsigned char>(c);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (shift += 7; (byte & 0x80U) != 0 && shift < 35) continue;
    last += number;
    if (number == 0 || last > std::numeric_limits<std::uint32_t>::max())
      return damaged_tombstones(path);
    out.push_back(static_cast<std::uint32_t>(last));
    number = shift = 0;
  }
  if (shift != 0 || out.size() != count) return damaged_tombstones(path);
  return out;
}

}  // namespace dateline::store
