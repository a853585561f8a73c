// Any bytes are a manifest that is the same when written and read again, or an error; and damage is
// never taken for a manifest.
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/fingerprint.h"
#include "common/store/manifest.h"

namespace {

using dateline::store::decode_manifest;
using dateline::store::encode_manifest;

void check(const std::string& text) {
  const auto manifest = decode_manifest(text, "fuzz");
  if (!manifest) {
    if (manifest.error().message.empty()) std::abort();
    return;
  }
  const auto again = decode_manifest(encode_manifest(*manifest), "fuzz");
  if (!again || again->segments != manifest->segments ||
      again->generation != manifest->generation || again->updated != manifest->updated) {
    std::abort();
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(text);
  // With a right sum, so that the rest is reached.
  std::string summed = text.substr(0, text.rfind("#sum "));
  const std::string sum = dateline::fingerprint(summed);
  check(summed.append("#sum ").append(sum).append("\n"));
  return 0;
}
