// Base64 with the alphabet for addresses and without padding (RFC 4648, 5), as tokens have it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::http {

// None for another letter, padding, white space, a length that no bytes have, and bits behind the
// last byte that are not 0: each sequence of bytes has one spelling.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace dateline::http
