// Windows's editors write U+FEFF before the first line of a text in UTF-8. It is no part of it.
#pragma once

#include <string_view>

namespace dateline::indexer {

// `text`, the beginning of a file, without a byte order mark.
inline std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

}  // namespace dateline::indexer
