// Tested by tests/indexer/glass/encoding/tag_deflater_test.cc.
#include "indexer/glass/encoding/tag_deflater.h"

#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace dateline::glass {
namespace {

// How often each symbol of deflate stands in records: literals and lengths, distances.
struct TagSymbols {
  std::array<std::uint16_t, ISAL_DEF_LIT_LEN_SYMBOLS> literals;
  std::array<std::uint16_t, ISAL_DEF_DIST_SYMBOLS> distances;
};

#include "indexer/glass/encoding/tag_codes.inc"

constexpr int kThoroughLevel = 1;
// The common code's description is some seventy bytes of each tag: not for the shortest.
constexpr std::size_t kQuickFrom = 512;
// The common code knows letters of a byte each: above this share of others a tag gets its own, and
// so does one of which it leaves more than kPoor.
constexpr std::size_t kForeignShare = 8;
constexpr double kPoor = 0.72;

bool is_common(std::string_view tag) {
  if (tag.size() < kQuickFrom || tag.size() > std::numeric_limits<std::uint32_t>::max()) {
    return false;
  }
  // In pieces that a byte can count, so that many bytes are counted at once.
  std::size_t foreign = 0;
  for (std::size_t begin = 0; begin < tag.size(); begin += 0xFF) {
    std::uint8_t in_piece = 0;
    for (const char c : tag.substr(begin, 0xFF)) in_piece += static_cast<unsigned char>(c) >> 7;
    foreign += in_piece;
  }
  return foreign * kForeignShare <= tag.size();
}

isal_hufftables make_code(const TagSymbols& symbols) {
  isal_huff_histogram histogram{};
  std::copy(symbols.literals.begin(), symbols.literals.end(), histogram.lit_len_histogram);
  std::copy(symbols.distances.begin(), symbols.distances.end(), histogram.dist_histogram);
  isal_hufftables code{};
  isal_create_hufftables(&code, &histogram);
  return code;
}

}  // namespace

struct TagDeflater::State {
  isal_hufftables record = make_code(kRecordSymbols);
  isal_zstream stream{};
  std::array<std::uint8_t, ISAL_DEF_LVL1_SMALL> tokens;  // what igzip keeps of a term list
  std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> thorough{
      libdeflate_alloc_compressor(kThoroughLevel), libdeflate_free_compressor};

  // The compressed size, in `out`; 0 if it would not fit `room`.
  std::size_t quickly(std::string_view tag, TagKind kind, char* out, std::size_t room) {
    isal_deflate_stateless_init(&stream);
    if (kind == TagKind::kRecord) {
      isal_deflate_set_hufftables(&stream, &record, IGZIP_HUFFTABLE_CUSTOM);
    } else {
      stream.level = 1;
      stream.level_buf = tokens.data();
      stream.level_buf_size = static_cast<std::uint32_t>(tokens.size());
    }
    stream.end_of_stream = 1;
    // Its type does not say so, but igzip only reads its input.
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(tag.data()));
    stream.avail_in = static_cast<std::uint32_t>(tag.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream.avail_out = static_cast<std::uint32_t>(room);
    return isal_deflate_stateless(&stream) == COMP_OK ? stream.total_out : 0;
  }

  std::size_t thoroughly(std::string_view tag, char* out, std::size_t room) {
    if (thorough == nullptr) return 0;
    return libdeflate_deflate_compress(thorough.get(), tag.data(), tag.size(), out, room);
  }
};

TagDeflater::TagDeflater() : state_(std::make_unique<State>()) {
  if (!state_->thorough) throw std::bad_alloc();
}
TagDeflater::~TagDeflater() = default;
TagDeflater::TagDeflater(TagDeflater&&) noexcept = default;
TagDeflater& TagDeflater::operator=(TagDeflater&&) noexcept = default;

bool TagDeflater::append(std::string& out, std::string_view tag, TagKind kind) {
  if (tag.size() <= kCompressFrom) return false;
  const std::size_t before = out.size();
  const std::size_t room = tag.size() - 1;
  out.resize(before + room);
  std::size_t size = 0;
  if (is_common(tag)) size = state_->quickly(tag, kind, out.data() + before, room);
  const auto most = static_cast<std::size_t>(kPoor * static_cast<double>(tag.size()));
  const bool poor = kind == TagKind::kRecord && size > most;
  // Where that does no better either, the tag stays as it is.
  if (size == 0 || poor) size = state_->thoroughly(tag, out.data() + before, room);
  out.resize(before + size);
  return size > 0;
}

}  // namespace dateline::glass
