// Compressed bytes for tests.
#pragma once

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::testing {

// `window`: as zlib takes it, which says what is put around the data: MAX_WBITS zlib's own head, + 16 gzip's, and negated none.
inline std::string deflated(std::string_view bytes, int window) {
  z_stream stream{};
  ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(::deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

inline std::string gzipped(std::string_view bytes) { return deflated(bytes, MAX_WBITS + 16); }

inline std::string zstandard(std::string_view bytes, int level = 3) {
  std::string out(::ZSTD_compressBound(bytes.size()), '\0');
  out.resize(::ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level));
  return out;
}

inline std::string bzipped(std::string_view bytes) {
  std::string out(bytes.size() + bytes.size() / 50 + 700, '\0');
  auto size = static_cast<unsigned>(out.size());
  ::BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char*>(bytes.data()),
                             static_cast<unsigned>(bytes.size()), 9, 0, 0);
  out.resize(size);
  return out;
}

inline std::string xzipped(std::string_view bytes, std::uint32_t preset = 6) {
  std::string out(::lzma_stream_buffer_bound(bytes.size()), '\0');
  std::size_t size = 0;
  ::lzma_easy_buffer_encode(preset, LZMA_CHECK_CRC32, nullptr,
                            reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
                            reinterpret_cast<std::uint8_t*>(out.data()), &size, out.size());
  out.resize(size);
  return out;
}

}  // namespace dateline::testing
