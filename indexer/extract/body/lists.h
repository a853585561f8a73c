// Lists and tables of data are whole: a reader of half a list cannot know what it lacks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Reads once which list or table of data each block of a page stands in.
class Lists {
 public:
  explicit Lists(const Page& page);

  // `chosen` (indices into page.blocks, in order) with the rest of each list of which it has the
  // greater part, and without the items of those of which it has the lesser. What `furniture` marks
  // is no item. A list that is most of the text, or not within `container`, is how the page is laid
  // out, and stays as it was chosen. Takes time linear in `chosen` and the items of lists that it
  // has some of.
  std::vector<std::size_t> made_whole(NodeIndex container, const std::vector<std::size_t>& chosen,
                                      const std::vector<Hint>& furniture) const;

 private:
  struct Range {
    std::size_t begin;  // blocks
    std::size_t end;
  };

  bool is_item(std::size_t b, const std::vector<Hint>& furniture) const;

  const Page& page_;
  std::vector<std::uint32_t> list_of_;  // a block's, an index into lists_; kNone
  std::vector<Range> lists_;
};

}  // namespace dateline::indexer::page
