// JSON as pages have it: with comments, trailing commas, raw line breaks and bare quotes in
// strings.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer::page {

// `text` with the usual mistakes mended, for a strict parser; not guaranteed to be JSON. Where the
// text breaks off, open strings, arrays and objects are closed. Linear in time.
std::string repair_json(std::string_view text);

// False where brackets nest beyond `limit`: such text is never of use and costs a parser dearly.
// Brackets in strings and in comments do not count, as they do not for the parser.
bool nests_within(std::string_view text, std::size_t limit);

}  // namespace dateline::indexer::page
