// How mail packs bytes into lines of ASCII.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer::mail {

// Signs that are none of base64 are passed over, and what is cut is decoded as far as it goes.
std::string decode_base64(std::string_view text);

// "=E9" is a byte and "=" at a line's end no end; what is neither stays as it is.
std::string decode_quoted_printable(std::string_view text);

// A header's value as UTF-8, its words "=?utf-8?q?Br=C3=BCcke?=" decoded (RFC 2047), on one line.
std::string decode_header(std::string_view value);

}  // namespace dateline::indexer::mail
