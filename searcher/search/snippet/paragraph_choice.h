// Which paragraphs of a long text are read for a snippet.
//
// Reading a text word by word costs some 14 microseconds a kilobyte, and ten long articles would take
// longer than finding them. A glance tells which of the query's words a paragraph may have
// (word_beginnings.h). Those that may have most are read, and whatever else a piece of the snippet may
// reach into, so that what is shown is marked as if all had been read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/search/snippet/word_beginnings.h"

namespace dateline::search {

// Up to here a text is read whole.
inline constexpr std::size_t kShortText = std::size_t{8} << 10;
// Of a longer one so much is chosen for what it may show, if that has all the words that are there.
inline constexpr std::size_t kChosenBytes = std::size_t{3} << 10;

// Of `paragraphs`, views into one text in its order, those to read, in their order. `words` is what
// each may have, `rarity` what each word tells by its number, `reach` the bytes to either side of a
// chosen one that a snippet may show. Each word that any paragraph may have is in one of them.
std::vector<std::string_view> worth_reading(const std::vector<std::string_view>& paragraphs,
                                            const std::vector<WordSet>& words,
                                            const std::vector<std::uint32_t>& rarity,
                                            std::size_t reach);

// Those that may have any word, in their order.
std::vector<std::string_view> all_that_may_have_any(const std::vector<std::string_view>& paragraphs,
                                                    const std::vector<WordSet>& words);

}  // namespace dateline::search
