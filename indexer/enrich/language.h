// The language of a text, as BCP 47 tags.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// BCP 47 tag of the language that `text` (plain, UTF-8) is written in; empty where it cannot be
// told reliably: in texts of a few words, mixed ones, or bytes that are no UTF-8.
std::string detect_language(std::string_view text);

// `tag` in BCP 47's spelling ("EN_us" → "en-US"); empty where it is none.
std::string normalise_language(std::string_view tag);

// The language of a page that declares `declared`: that one, unless it is no language tag or a long
// text is beyond doubt written in another, unrelated language; many sites say "en" whatever they
// publish. Empty where neither tells.
std::string settle_language(std::string_view declared, std::string_view text);

}  // namespace dateline::indexer
