// A page without what nobody reads, which costs most of its parsing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/markup/attributes.h"

namespace dateline::indexer::page {

// A part of the page's bytes.
struct ByteRange {
  std::size_t begin;
  std::size_t size;

  std::string_view of(std::string_view bytes) const { return bytes.substr(begin, size); }
};

struct Prescan {
  std::string markup;                // the page without scripts, styles, drawings, comments, with
                                     // runs of white space as one sign (a newline if they have one)
  AttributeTable attributes;         // those that extraction looks at, named by the tags' rows
  std::vector<std::string> json_ld;  // the bodies of its JSON-LD scripts, in order
  std::vector<ByteRange> scripts;    // where other scripts' bodies are, the first 2 MB of them
  std::size_t tags = 0;              // start and end tags left in `markup`, and bare ampersands:
                                     // what costs a parser
};

// `html` is UTF-8. Time is linear in its size, whatever is in it; of an element at most 24
// attributes and of a value at most 8 KB (64 KB for a meta's content) are kept.
Prescan prescan(std::string_view html);

}  // namespace dateline::indexer::page
