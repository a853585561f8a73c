// Which pieces of a text a snippet shows: one, or two or three shorter ones where these show more
// of what was asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/search/snippet/snippet_window.h"
#include "searcher/search/snippet/word_marker.h"

namespace dateline::search {

// Characters between two pieces: " … ".
inline constexpr std::size_t kBetweenChars = 3;

// In the order of the text, none overlapping, of at most `chars` characters together with what
// stands between them. `spans` is not empty and ascends by begin; `rarity` is by word. No piece
// ends inside a marked phrase that is shorter than it.
std::vector<Fragment> choose_pieces(std::string_view text, const std::vector<MarkedSpan>& spans,
                                    const std::vector<std::uint32_t>& rarity, std::size_t chars);

}  // namespace dateline::search
