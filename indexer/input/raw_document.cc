#include "indexer/input/raw_document.h"

#include <utility>

namespace dateline::indexer {

Rejection reject_document(const RawDocument& document, std::string_view code, std::string reason) {
  const Origin& origin = document.origin;
  return {origin.path, origin.offset, std::string(code), std::move(reason), origin.member};
}

}  // namespace dateline::indexer
