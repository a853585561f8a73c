// Wildcards in scripts that put no spaces between words, where the index has a word for each
// character (common/text/tokenizer.h) and no term is a whole name.
//
//   习*        习
//   北京*      北 京
//   北?大学    北, then after one character at most 大 学
//   手机iPh*   手 机 iph*
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

// What `*` between two characters stands for at most: words and names are hardly longer.
inline constexpr std::uint32_t kMostBetween = 8;

struct PatternPiece {
  std::string text;              // a form, or a pattern of letters that are spelled
  std::uint32_t gap_before = 0;  // characters that may stand between it and the piece before
};

// True if `pattern`, which is folded, has a character of such a script.
bool has_unspaced(std::string_view pattern);

// The pieces of such a pattern, in its order. A sign at its beginning or end asks for nothing: any
// part of such a text is found anyway.
std::vector<PatternPiece> pieces_of(std::string_view pattern);

}  // namespace dateline::query
