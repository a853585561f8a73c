// One term of one document, as the bulk builder takes it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::glass {

struct PostingView {
  static constexpr std::uint32_t kNoId = 0xFFFFFFFF;

  std::string_view term;  // 1 to 245 bytes, a zero byte counting twice
  std::uint32_t wdf = 0;
  std::span<const std::uint32_t> positions;  // strictly ascending; may be empty
  // The term's number in the vocabulary of its document, if it has one (see DocumentView): saves
  // looking it up by its text.
  std::uint32_t id = kNoId;
};

}  // namespace dateline::glass
