// What is cut of a container before anybody looks at how its paragraphs stand together: block by
// block, with the reason.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Reads a block's wording once, however many candidates ask. Holds a reference to `page`.
class Verdicts {
 public:
  explicit Verdicts(const Page& page);

  // Why block `b` is no part of an article where `furniture` marks what is none; empty: it may be.
  std::string_view reason_to_cut(std::size_t b, const std::vector<Hint>& furniture) const;

  // True if its wording alone says that it is furniture.
  bool is_furniture_by_wording(std::size_t b) const { return !wording(b).empty(); }

 private:
  // Sentences between sentences, without a link or an emphasis of their own, are text however they
  // begin: "Loading docks at the harbour stay shut."
  bool is_text_between_text(std::size_t b, const std::vector<Hint>& furniture) const;
  std::string_view wording(std::size_t b) const;
  std::string_view read_wording(std::size_t b) const;

  const Page& page_;
  bool about_cookies_;
  mutable std::vector<std::string_view> wording_;  // reasons; kUnread where nobody asked
};

}  // namespace dateline::indexer::page
