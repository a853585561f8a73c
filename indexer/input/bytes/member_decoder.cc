#include "indexer/input/bytes/member_decoder.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <bit>
#include <new>

namespace dateline::indexer {
namespace {

// zlib counts by 32 bits.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 16;

class GzipDecoder final : public MemberDecoder {
 public:
  GzipDecoder() {
    // 16: expect a gzip header.
    if (::inflateInit2(&stream_, MAX_WBITS + 16) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { ::inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  void begin() override { ::inflateReset(&stream_); }

  Decoded decode(std::string_view from, char* into, std::size_t size) override {
    // zlib's interface wants a pointer to non-const, and only reads.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from.data()));
    stream_.avail_in = static_cast<uInt>(std::min(from.size(), kMostAtOnce));
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(std::min(size, kMostAtOnce));
    const uInt in = stream_.avail_in;
    const uInt out = stream_.avail_out;
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    const bool sound = result == Z_OK || result == Z_BUF_ERROR || result == Z_STREAM_END;
    return {in - stream_.avail_in, out - stream_.avail_out, result == Z_STREAM_END, !sound};
  }

 private:
  z_stream stream_{};
};

struct FreeZstd {
  void operator()(ZSTD_DCtx* decoder) const { ::ZSTD_freeDCtx(decoder); }
};

class ZstdDecoder final : public MemberDecoder {
 public:
  ZstdDecoder(std::string_view dictionary, std::size_t max_window_bytes)
      : decoder_(::ZSTD_createDCtx()) {
    if (!decoder_) throw std::bad_alloc();
    const int log = std::clamp(static_cast<int>(std::bit_width(max_window_bytes)) - 1, 10, 30);
    ::ZSTD_DCtx_setParameter(decoder_.get(), ZSTD_d_windowLogMax, log);
    ::ZSTD_DCtx_loadDictionary(decoder_.get(), dictionary.data(), dictionary.size());
  }

  void begin() override { ::ZSTD_DCtx_reset(decoder_.get(), ZSTD_reset_session_only); }

  Decoded decode(std::string_view from, char* into, std::size_t size) override {
    ZSTD_inBuffer in{from.data(), from.size(), 0};
    ZSTD_outBuffer out{into, size, 0};
    const std::size_t result = ::ZSTD_decompressStream(decoder_.get(), &out, &in);
    return {in.pos, out.pos, result == 0, ::ZSTD_isError(result) != 0};
  }

 private:
  std::unique_ptr<ZSTD_DCtx, FreeZstd> decoder_;
};

}  // namespace

std::unique_ptr<MemberDecoder> gzip_decoder() { return std::make_unique<GzipDecoder>(); }

std::unique_ptr<MemberDecoder> zstd_decoder(std::string_view dictionary,
                                            std::size_t max_window_bytes) {
  return std::make_unique<ZstdDecoder>(dictionary, max_window_bytes);
}

}  // namespace dateline::indexer
