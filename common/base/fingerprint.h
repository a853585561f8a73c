// XXH3 fingerprints (128 bits): to recognise unchanged input and to derive ids. Not for secrets:
// XXH3 is no cryptographic hash.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline {

// 32 lower-case hexadecimal digits. The same bytes give the same digits on every machine and in
// every version.
std::string fingerprint(std::string_view bytes);

// The fingerprint of several parts, told apart: {"ab", "c"} and {"a", "bc"} differ.
std::string fingerprint(std::initializer_list<std::string_view> parts);

}  // namespace dateline
