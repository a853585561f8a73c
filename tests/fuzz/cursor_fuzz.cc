// Any bytes are a cursor or an error that says so; what is read is written back to the letter, and a
// cursor with any field has a text that is read back.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "searcher/search/paging/cursor.h"

namespace {

namespace search = dateline::search;

void check_read(std::string_view text) {
  const auto cursor = search::read_cursor(text);
  if (!cursor) {
    if (cursor.error().message.empty()) std::abort();
  } else if (search::write_cursor(*cursor) != text) {
    std::abort();
  }
}

// The bytes as the fields of a cursor, so that what a checksum would keep out is tried too.
void check_written(std::string_view bytes) {
  search::Cursor cursor;
  std::array<std::uint64_t, 5> numbers{};
  const std::size_t taken = std::min(bytes.size(), sizeof numbers);
  if (taken > 0) std::memcpy(numbers.data(), bytes.data(), taken);
  bytes.remove_prefix(taken);
  cursor.question = numbers[0];
  cursor.rank = numbers[1];
  cursor.score = std::bit_cast<double>(numbers[2]);
  if (numbers[3] % 2 == 0) cursor.instant = static_cast<std::int64_t>(numbers[3]);
  cursor.mark = numbers[4];
  cursor.id_term = bytes;
  const auto read = search::read_cursor(search::write_cursor(cursor));
  if (read && !(*read == cursor)) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_read(bytes);
  check_written(bytes);
  return 0;
}
