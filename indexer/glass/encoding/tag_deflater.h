// Compresses tags as Xapian reads them: raw deflate (RFC 1951).
//
// Tags are small, and making a Huffman code for each takes longer than finding its matches. Records
// of news are alike, though: one code for all of them, made once of news, is within a few
// hundredths of what each would get for itself, in a third of the time. Term lists get codes of
// their own, for they count more: igzip makes them in three quarters of libdeflate's time, for one
// and a half hundredths more. What is in other scripts is libdeflate's.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::glass {

// Bytes of the longest tag that Xapian does not try to compress; it stands in each version file.
inline constexpr std::size_t kCompressFrom = 18;

enum class TagKind { kTermList, kRecord };

// Not thread-safe: one for each lane. About 200 KB.
class TagDeflater {
 public:
  TagDeflater();
  ~TagDeflater();
  TagDeflater(TagDeflater&&) noexcept;
  TagDeflater& operator=(TagDeflater&&) noexcept;

  // Appends `tag` to `out` in its compressed form and returns true; or returns false with nothing
  // appended, where that would be no shorter. The same tag gives the same bytes.
  bool append(std::string& out, std::string_view tag, TagKind kind);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::glass
