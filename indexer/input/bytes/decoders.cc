// Tested by tests/indexer/input/bytes/decompress_test.cc.
#include "indexer/input/bytes/decoders.h"

#include <bzlib.h>
#include <lzma.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::indexer {
namespace {

using DecodedCount = tl::expected<std::size_t, Refusal>;

tl::unexpected<Refusal> bad_stream(std::string reason) {
  return tl::unexpected(Refusal{reject::kBadCompression, std::move(reason)});
}

class Bzip2Source final : public ByteSource {
 public:
  explicit Bzip2Source(std::unique_ptr<BufferedSource> source)
      : source_(std::move(source)), ready_(::BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK) {}
  ~Bzip2Source() override {
    if (ready_) ::BZ2_bzDecompressEnd(&stream_);
  }
  Bzip2Source(const Bzip2Source&) = delete;
  Bzip2Source& operator=(const Bzip2Source&) = delete;

  DecodedCount read(char* into, std::size_t size) override {
    const auto room =
        static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
    stream_.next_out = into;
    stream_.avail_out = room;
    while (stream_.avail_out == room && room > 0 && !ended_) {
      if (!ready_) return tl::unexpected(Refusal{reject::kNoMemory, "no memory for bzip2"});
      const std::string_view input = source_->peek(1);
      if (input.empty() && source_->refusal()) return source_->read(nullptr, 0);
      if (input.empty())
        return bad_stream("the bzip2 data ends in the middle; was the file copied whole?");
      if (!step(input)) return bad_stream("the bzip2 data is damaged");
    }
    return room - stream_.avail_out;
  }

 private:
  bool step(std::string_view input) {
    // bzip2's interface wants a pointer to non-const, and only reads.
    stream_.next_in = const_cast<char*>(input.data());
    stream_.avail_in = static_cast<unsigned>(
        std::min<std::size_t>(input.size(), std::numeric_limits<unsigned>::max()));
    const unsigned given = stream_.avail_in;
    const int result = ::BZ2_bzDecompress(&stream_);
    source_->skip(given - stream_.avail_in);
    if (result == BZ_STREAM_END) begin_next();
    return result == BZ_OK || result == BZ_STREAM_END;
  }

  // What follows the last stream and is none itself is ignored.
  void begin_next() {
    char* const out = stream_.next_out;
    const unsigned room = stream_.avail_out;
    ::BZ2_bzDecompressEnd(&stream_);
    ready_ = false;
    stream_ = {};
    ended_ = !source_->peek(3).starts_with("BZh");
    if (!ended_) ready_ = ::BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
    stream_.next_out = out;
    stream_.avail_out = room;
  }

  std::unique_ptr<BufferedSource> source_;
  bz_stream stream_{};
  bool ready_;
  bool ended_ = false;
};

class XzSource final : public ByteSource {
 public:
  XzSource(std::unique_ptr<BufferedSource> source, std::size_t max_memory)
      : source_(std::move(source)),
        ready_(::lzma_stream_decoder(&stream_, max_memory, LZMA_CONCATENATED) == LZMA_OK) {}
  ~XzSource() override { ::lzma_end(&stream_); }
  XzSource(const XzSource&) = delete;
  XzSource& operator=(const XzSource&) = delete;

  DecodedCount read(char* into, std::size_t size) override {
    if (!ready_) return tl::unexpected(Refusal{reject::kNoMemory, "no memory for xz"});
    stream_.next_out = reinterpret_cast<std::uint8_t*>(into);
    stream_.avail_out = size;
    while (stream_.avail_out == size && size > 0 && !ended_) {
      const std::string_view input = source_->peek(1);
      if (input.empty() && source_->refusal()) return source_->read(nullptr, 0);
      stream_.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
      stream_.avail_in = input.size();
      const lzma_ret result = ::lzma_code(&stream_, input.empty() ? LZMA_FINISH : LZMA_RUN);
      source_->skip(input.size() - stream_.avail_in);
      ended_ = result == LZMA_STREAM_END;
      if (result != LZMA_OK && !ended_) return refused_stream(result, input.empty());
    }
    return size - stream_.avail_out;
  }

 private:
  static DecodedCount refused_stream(lzma_ret result, bool at_end) {
    if (result == LZMA_MEMLIMIT_ERROR) {
      return tl::unexpected(Refusal{
          reject::kTooLarge, "this xz file needs more memory to read; allow more with --memory"});
    }
    if (result == LZMA_MEM_ERROR) {
      return tl::unexpected(Refusal{reject::kNoMemory, "no memory for xz"});
    }
    if (at_end) return bad_stream("the xz data ends in the middle; was the file copied whole?");
    return bad_stream("the xz data is damaged");
  }

  std::unique_ptr<BufferedSource> source_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool ready_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> bzip2_source(std::unique_ptr<BufferedSource> source) {
  return std::make_unique<Bzip2Source>(std::move(source));
}

std::unique_ptr<ByteSource> xz_source(std::unique_ptr<BufferedSource> source,
                                      std::size_t max_memory) {
  return std::make_unique<XzSource>(std::move(source), max_memory);
}

}  // namespace dateline::indexer
