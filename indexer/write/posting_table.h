// The terms of one article while they are being collected: each once, with its frequency and its
// positions, in whatever order they come.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/write/analysed_article.h"

namespace dateline::indexer {

class PostingTable {
 public:
  // Adds `wdf` to the term prefix + text.
  void add(std::string_view prefix, std::string_view text, std::uint32_t wdf);

  // The same, at a position; a term that stands at that position already is left as it is.
  // Positions of one term must not descend.
  void add_at(std::string_view prefix, std::string_view text, std::uint32_t position,
              std::uint32_t wdf);

  // The postings in ascending order of their terms; the table is empty afterwards.
  std::vector<Posting> take();

 private:
  Posting& posting_of(std::string_view prefix, std::string_view text);

  std::deque<Posting> postings_;  // a deque: the views below must stay where they are
  std::unordered_map<std::string_view, Posting*> by_term_;
  std::string term_;  // reused, so that a known term costs no allocation
};

}  // namespace dateline::indexer
