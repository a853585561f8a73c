// A document's own list of terms, which deleting and replacing it need.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/encoding/posting_view.h"

namespace dateline::glass {

// Builds one tag of the termlist table.
class TermListEncoder {
 public:
  // `length` is the sum of the postings' wdf; they ascend by term. Valid until the next call.
  std::string_view encode(std::uint64_t length, std::span<const PostingView> postings);

 private:
  std::string tag_;
};

}  // namespace dateline::glass
