// Any bytes are a list that is the same when written and read again, or an error.
#include <cstdlib>
#include <string>

#include "common/base/fingerprint.h"
#include "common/store/blocking/blocklist.h"

namespace {

using dateline::store::decode_blocklist;
using dateline::store::encode_blocklist;

void check(const std::string& text) {
  const auto list = decode_blocklist(text, "fuzz");
  if (!list) {
    if (list.error().message.empty()) std::abort();
    return;
  }
  const auto again = encode_blocklist(*list);
  if (!again || decode_blocklist(*again, "fuzz") != *list) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(text);
  // With a right head and sum, so that the rest is reached.
  const std::string summed = "dateline blocked 1\n" + text;
  check(summed + "\n" + dateline::fingerprint(summed));
  return 0;
}
