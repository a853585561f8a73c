// What unpacks the members of one file, one after another.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace dateline::indexer {

struct Decoded {
  std::size_t taken = 0;  // of what was given
  std::size_t given = 0;
  bool ended = false;  // the member has ended
  bool damaged = false;
};

// Used by one thread at a time.
class MemberDecoder {
 public:
  virtual ~MemberDecoder() = default;

  // What comes is a member's beginning.
  virtual void begin() = 0;

  // Unpacks some of `from`, to at most `size` bytes.
  virtual Decoded decode(std::string_view from, char* into, std::size_t size) = 0;
};

std::unique_ptr<MemberDecoder> gzip_decoder();

// `dictionary` is copied; may be empty.
std::unique_ptr<MemberDecoder> zstd_decoder(std::string_view dictionary,
                                            std::size_t max_window_bytes);

}  // namespace dateline::indexer
