// A page's bytes as UTF-8, whatever charset the page says it has.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer::page {

// `bytes` as valid UTF-8 without NULs and without a byte order mark.
//
// What decides, in this order: a byte order mark; the bytes themselves where they are well-formed
// UTF-8 (text in another charset practically never is); the charset that its server has named, if
// that is one; the one that the page declares; where neither is told, or UTF-8 wrongly, a detector. In a page that is UTF-8 but for some stray bytes,
// those are read as windows-1252.
std::string decode_page(std::string bytes, std::string_view server_charset = {});

// The charset that a <meta> element or an XML declaration in the first bytes names, in lower case;
// empty if none does.
std::string declared_charset(std::string_view bytes);

}  // namespace dateline::indexer::page
