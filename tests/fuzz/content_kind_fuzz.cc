// Any bytes are of some kind, or are refused with a reason that fits them; and what follows the
// head of a long input changes nothing, for it is not seen.
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/pipeline/formats.h"

namespace {

using dateline::indexer::content_kind;
using dateline::indexer::input_tables;
using dateline::indexer::InputKind;
using dateline::indexer::Refusal;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

void check(const tl::expected<InputKind, Refusal>& kind, std::string_view head) {
  if (!kind) {
    require(!kind.error().reason.empty());
    return;
  }
  require(!is_blank(head));
  require(!name_of(*kind).empty());
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view head(reinterpret_cast<const char*>(data), size);
  check(content_kind(head, input_tables()), head);
  // The same behind a byte order mark, which must not hide what follows.
  const std::string marked = "\xef\xbb\xbf" + std::string(head);
  check(content_kind(marked, input_tables()), head);
  return 0;
}
