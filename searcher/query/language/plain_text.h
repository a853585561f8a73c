// The query as it was typed, with typographic signs made plain: curly and angled quotes, dashes,
// the ellipsis and unusual spaces. The stages after this one look at ASCII signs alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/language/types.h"

namespace dateline::query {

struct PlainText {
  std::string text;
  std::vector<std::uint32_t> origin;  // for each byte of text, and its end, the byte typed

  std::size_t origin_of(std::size_t at) const { return origin[at]; }
};

// Fails beyond kMaxQueryBytes, and for bytes that are no UTF-8.
Parsed<PlainText> plain_text(std::string_view typed);

}  // namespace dateline::query
