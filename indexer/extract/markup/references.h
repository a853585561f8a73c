// Character references as the standard of HTML has them: "&amp;", "&copy" without its semicolon,
// "&#8217;", and the numbers 128 to 159, which mean windows-1252.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::indexer::page {

// Signs that show nothing and part no words, nor may part of a word be lost with them: soft hyphen,
// zero width space, byte order mark.
inline constexpr auto kInvisible =
    std::to_array<std::string_view>({"\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBB\xBF"});

struct Reference {
  std::string characters;  // UTF-8; empty: what was read is no reference
  std::size_t size = 0;    // bytes of it, from the "&" on
};

// Where a reference stands decides what one without a semicolon means: in an attribute "&copy=1" is
// part of an address.
enum class ReferencePlace { kText, kAttribute };

// The reference that `text` begins with, the first byte being the "&". Takes constant time.
Reference read_reference(std::string_view text, ReferencePlace place);

// `text` with all of its references read.
std::string decode_references(std::string_view text, ReferencePlace place);

}  // namespace dateline::indexer::page
