#include "common/base/fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstdint>

namespace dateline {
namespace {

std::string hex(XXH128_hash_t hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string fingerprint(std::string_view bytes) {
  return hex(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string fingerprint(std::initializer_list<std::string_view> parts) {
  std::string digests;
  for (const std::string_view part : parts) {
    digests += fingerprint(part);
    digests += fmt::format("{:x};", static_cast<std::uint64_t>(part.size()));
  }
  return fingerprint(std::string_view(digests));
}

}  // namespace dateline
