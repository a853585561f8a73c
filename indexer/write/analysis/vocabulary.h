// The terms that an analyser has met, with what is kept of each from article to article.
#pragma once

#include <cstdint>

#include "indexer/write/analysis/string_table.h"

namespace dateline::indexer {

struct TermNote {
  std::uint32_t article = 0;  // the last one with this term, as PostingTable counts them
  std::uint32_t local = 0;    // which of that article's terms it is
  std::uint32_t rank = 0;     // see TermOrder
};

using Vocabulary = StringTable<NoNote, TermNote>;

}  // namespace dateline::indexer
