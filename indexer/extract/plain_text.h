// A page saved as plain text, or a text that was typed: its headline comes first, furniture stands
// around the text.
#pragma once

#include <string_view>

#include "indexer/extract/extract.h"

namespace dateline::indexer::page {

// `text` is UTF-8. Never fails; a text without a usable line gives an empty article.
Extraction read_plain_text(std::string_view text);

}  // namespace dateline::indexer::page
