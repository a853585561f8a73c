// Most inputs are small files: those that are one gzip are unpacked at once, more than twice as
// fast. Whatever else there is (members in a row, padding, damage, pipes, large files) takes the
// slower way, which also says what is wrong.
#include "indexer/input/bytes/decompress.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <new>
#include <string_view>

#include "indexer/input/bytes/decoders.h"
#include "indexer/input/bytes/expansion.h"
#include "indexer/input/bytes/whole_gzip.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";
constexpr std::string_view kBzip2Magic = "BZh";
constexpr std::string_view kXzMagic = "\xFD\x37zX";  // and a Z
constexpr std::size_t kFirstMagic = 4;
constexpr std::size_t kMostMagic = 10;
constexpr std::size_t kStep = std::size_t{1} << 16;

// The largest file that is unpacked at once, and the most that it may unpack to.
constexpr std::size_t kMaxWholeFile = std::size_t{1} << 20;
constexpr std::size_t kMaxWholeText = std::size_t{8} << 20;

using Count = tl::expected<std::size_t, Refusal>;

Count truncated(std::string_view format) {
  return tl::unexpected(
      Refusal{reject::kBadCompression, fmt::format("the {} data ends in the middle; was the file "
                                                   "copied whole?",
                                                   format)});
}

class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<BufferedSource> source) : source_(std::move(source)) {
    // 16: expect a gzip header.
    ready_ = ::inflateInit2(&stream_, MAX_WBITS + 16) == Z_OK;
  }
  ~GzipSource() override { ::inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Count read(char* into, std::size_t size) override {
    if (!ready_) return tl::unexpected(Refusal{reject::kInternal, "zlib cannot be started"});
    if (size == 0) return std::size_t{0};
    const auto room = static_cast<uInt>(std::min<std::size_t>(size, kStep));
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = room;
    while (stream_.avail_out == room && !ended_) {
      if (auto stepped = step(); !stepped) return stepped;
    }
    return room - stream_.avail_out;
  }

 private:
  Count step() {
    const std::string_view input = source_->peek(1);
    if (input.empty()) return source_->refusal() ? source_->read(nullptr, 0) : truncated("gzip");
    // zlib's interface wants a pointer to non-const, and only reads.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(std::min(input.size(), kStep));
    const uInt given = stream_.avail_in;
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    source_->skip(given - stream_.avail_in);
    if (result == Z_STREAM_END) return next_member();
    if (result == Z_OK || result == Z_BUF_ERROR) return std::size_t{0};
    return tl::unexpected(Refusal{reject::kBadCompression, "the gzip data is damaged"});
  }

  // What follows the last member and is none itself (padding, as gzip allows) is ignored.
  Count next_member() {
    ended_ = source_->peek(kGzipMagic.size()).substr(0, kGzipMagic.size()) != kGzipMagic;
    if (!ended_) ::inflateReset(&stream_);
    return std::size_t{0};
  }

  std::unique_ptr<BufferedSource> source_;
  z_stream stream_{};
  bool ready_ = false;
  bool ended_ = false;
};

struct FreeDecoder {
  void operator()(ZSTD_DCtx* decoder) const { ::ZSTD_freeDCtx(decoder); }
};

class ZstdSource final : public ByteSource {
 public:
  ZstdSource(std::unique_ptr<BufferedSource> source, std::size_t max_window_bytes)
      : source_(std::move(source)), decoder_(::ZSTD_createDCtx()) {
    if (!decoder_) throw std::bad_alloc();
    const int log = std::clamp(static_cast<int>(std::bit_width(max_window_bytes)) - 1, 10, 30);
    ::ZSTD_DCtx_setParameter(decoder_.get(), ZSTD_d_windowLogMax, log);
  }

  Count read(char* into, std::size_t size) override {
    ZSTD_outBuffer out{into, size, 0};
    while (out.pos == 0 && size > 0) {
      const std::string_view input = source_->peek(1);
      if (input.empty() && source_->refusal()) return source_->read(nullptr, 0);
      if (input.empty() && pending_ == 0) return std::size_t{0};
      ZSTD_inBuffer in{input.data(), input.size(), 0};
      const std::size_t result = ::ZSTD_decompressStream(decoder_.get(), &out, &in);
      if (::ZSTD_isError(result) != 0) return refuse(result);
      source_->skip(in.pos);
      pending_ = result;
      if (input.empty() && out.pos == 0) return truncated("zstd");
    }
    return out.pos;
  }

 private:
  static Count refuse(std::size_t result) {
    if (::ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge) {
      return tl::unexpected(Refusal{reject::kTooLarge,
                                    "this zstd file needs more memory to read; allow more with "
                                    "--memory"});
    }
    return tl::unexpected(
        Refusal{reject::kBadCompression,
                fmt::format("the zstd data is damaged: {}", ::ZSTD_getErrorName(result))});
  }

  std::unique_ptr<BufferedSource> source_;
  std::unique_ptr<ZSTD_DCtx, FreeDecoder> decoder_;
  std::size_t pending_ = 0;  // what zstd wants next; 0 between frames
};

// Counts what a decoder takes.
class PackedSource final : public ByteSource {
 public:
  PackedSource(std::unique_ptr<BufferedSource> inner, std::shared_ptr<std::uint64_t> count)
      : inner_(std::move(inner)), count_(std::move(count)) {}

  Count read(char* into, std::size_t size) override {
    auto read = inner_->read(into, size);
    if (read) *count_ += *read;
    return read;
  }

 private:
  std::unique_ptr<BufferedSource> inner_;
  std::shared_ptr<std::uint64_t> count_;
};

// Ends where a bomb is told.
class WatchedSource final : public ByteSource {
 public:
  WatchedSource(std::unique_ptr<ByteSource> decoder, std::shared_ptr<std::uint64_t> packed)
      : decoder_(std::move(decoder)), packed_(std::move(packed)) {}

  Count read(char* into, std::size_t size) override {
    auto read = decoder_->read(into, size);
    if (!read) return read;
    unpacked_ += *read;
    if (is_bomb(*packed_, unpacked_)) return tl::unexpected(bomb_refusal());
    return read;
  }

 private:
  std::unique_ptr<ByteSource> decoder_;
  std::shared_ptr<std::uint64_t> packed_;
  std::uint64_t unpacked_ = 0;
};

// Null where `magic` begins nothing that is compressed.
std::unique_ptr<ByteSource> decoder_for(std::string_view magic,
                                        std::unique_ptr<BufferedSource>& source,
                                        std::size_t max_window_bytes) {
  if (magic.starts_with(kGzipMagic)) return std::make_unique<GzipSource>(std::move(source));
  if (magic.starts_with(kZstdMagic)) {
    return std::make_unique<ZstdSource>(std::move(source), max_window_bytes);
  }
  if (magic.starts_with(kBzip2Magic)) return bzip2_source(std::move(source));
  return xz_source(std::move(source), max_window_bytes);
}

// "BZh", a digit, and what a block or the end begins with: a text may begin with the first three.
bool is_bzip2(std::string_view magic) {
  constexpr std::string_view kBlock = "\x31\x41\x59\x26\x53\x59";
  constexpr std::string_view kEnd = "\x17\x72\x45\x38\x50\x90";
  if (!magic.starts_with(kBzip2Magic) || magic.size() < 10) return false;
  return magic.substr(4).starts_with(kBlock) || magic.substr(4).starts_with(kEnd);
}

bool is_compressed(std::string_view magic) {
  return magic.starts_with(kGzipMagic) || magic.starts_with(kZstdMagic) ||
         magic.starts_with(kXzMagic) || is_bzip2(magic);
}

std::optional<std::string> unpacked_at_once(BufferedSource& source, std::size_t most) {
  const std::size_t size = source.size().value_or(0);
  if (size == 0 || size > kMaxWholeFile) return std::nullopt;
  const std::string_view bytes = source.peek(size + 1);
  if (bytes.size() > size || source.refusal()) return std::nullopt;
  return unpack_whole_gzip(bytes, std::min(most, kMaxWholeText));
}

}  // namespace

std::unique_ptr<BufferedSource> decompressed(std::unique_ptr<BufferedSource> source,
                                             std::size_t max_window_bytes) {
  // No more is waited for than what tells: a pipe may have a few bytes, and then nothing for long.
  std::string_view seen = source->peek(kFirstMagic);
  if (seen.starts_with(kBzip2Magic)) seen = source->peek(kMostMagic);
  const std::string magic(seen.substr(0, kMostMagic));
  if (!is_compressed(magic)) return source;
  if (magic.starts_with(kGzipMagic)) {
    if (auto text = unpacked_at_once(*source, max_window_bytes)) {
      return std::make_unique<BufferedSource>(std::move(*text));
    }
  }
  auto packed = std::make_shared<std::uint64_t>(0);
  auto counted =
      std::make_unique<BufferedSource>(std::make_unique<PackedSource>(std::move(source), packed));
  return std::make_unique<BufferedSource>(std::make_unique<WatchedSource>(
      decoder_for(magic, counted, max_window_bytes), std::move(packed)));
}

}  // namespace dateline::indexer
