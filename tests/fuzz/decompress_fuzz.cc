// Any bytes are read as what they hold, or refused; and the same comes out however they are read:
// at once from memory, in pieces from a source, or by the quick way for a whole gzip.
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/bytes/decompress.h"
#include "indexer/input/bytes/whole_gzip.h"

namespace {

using dateline::indexer::BufferedSource;
using dateline::indexer::decompressed;
using dateline::indexer::source_from;

constexpr std::size_t kMostText = std::size_t{4} << 20;
constexpr std::size_t kWindow = std::size_t{8} << 20;

void require(bool holds) {
  if (!holds) std::abort();
}

std::optional<std::string> at_once(const std::string& bytes) {
  auto text = decompressed(std::make_unique<BufferedSource>(bytes), kWindow)->read_all(kMostText);
  if (text) return std::move(*text);
  return std::nullopt;
}

// What comes before a refusal, too, but no more than `most` bytes of it.
std::string in_pieces(const std::string& bytes, std::size_t most, bool& refused) {
  const auto source = decompressed(std::make_unique<BufferedSource>(source_from(bytes)), kWindow);
  std::string text;
  std::array<char, 1000> piece{};
  while (text.size() <= most) {
    const auto count = source->read(piece.data(), piece.size());
    refused = !count;
    if (!count || *count == 0) break;
    require(*count <= piece.size());
    text.append(piece.data(), *count);
  }
  return text;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  bool refused = false;
  const std::string pieces = in_pieces(bytes, kMostText, refused);
  if (const auto whole = at_once(bytes)) {
    require(!refused && *whole == pieces);
  } else {
    require(refused || pieces.size() > kMostText);
  }
  if (const auto quick = dateline::indexer::unpack_whole_gzip(bytes, kMostText)) {
    require(!refused && *quick == pieces);
  }
  return 0;
}
