// Choosing what a snippet shows: which group of marked words, and where the text around it is cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/search/snippet/word_marker.h"

namespace dateline::search {

// A run of marked words: spans[first] to spans[last].
struct SpanRun {
  std::size_t first = 0;
  std::size_t last = 0;
};

// The run of at most `chars` characters that tells most: by how rare its different words are
// (`rarity`, by word), then by how many there are and how near each other; the earliest of equals.
// Words in `seen` (by number) count as known already. `spans` is not empty and ascends by begin. A
// single span may be longer than `chars`. Linear.
SpanRun densest_run(std::string_view text, const std::vector<MarkedSpan>& spans, std::size_t chars,
                    const std::vector<bool>& seen, const std::vector<std::uint32_t>& rarity);

// A piece of a text.
struct Fragment {
  std::size_t begin = 0;  // bytes: [begin, end)
  std::size_t end = 0;
  bool cut_before = false;  // something of the sentence is missing before it
  bool cut_after = false;
};

// At most `chars` characters of `text` around the bytes [begin, end): from the beginning of a
// sentence if that is near, else from a word's; to the end of a sentence, else of a word. Where a
// word alone is longer than `chars`, it is cut between characters.
Fragment fragment_around(std::string_view text, std::size_t begin, std::size_t end,
                         std::size_t chars);

}  // namespace dateline::search
