// Positions in texts of several paragraphs.
#pragma once

#include <cstdint>

namespace dateline::text {

// Paragraphs are split into words each by itself (tokenizer.h), and their positions follow each
// other with so many between, so that no phrase reaches from one paragraph into the next.
inline constexpr std::uint32_t kParagraphGap = 10;

}  // namespace dateline::text
