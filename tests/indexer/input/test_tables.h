// Formats enough to read by: the room of inputs has none of its own.
#pragma once

#include <array>

#include "indexer/input/containers.h"
#include "indexer/input/content_kind.h"
#include "indexer/input/json_signs.h"

namespace dateline::testing {

inline indexer::ExtractResult parse_nothing(const indexer::RawDocument& document,
                                            const indexer::ExtractOptions& /*options*/) {
  return tl::unexpected(indexer::reject_document(document, indexer::reject::kNoText, "no parser"));
}

inline bool is_test_page(const indexer::Head& head) { return head.text().starts_with("<html"); }
inline bool is_test_text(const indexer::Head& /*head*/) { return true; }

inline constexpr std::array kTestFormats{
    indexer::Format{"json", "jsonl", true, indexer::is_json_object, parse_nothing},
    indexer::Format{"page", "page", false, is_test_page, parse_nothing},
    indexer::Format{"text", "text", false, is_test_text, parse_nothing},
};

inline indexer::InputTables test_tables() { return {indexer::containers(), kTestFormats}; }

}  // namespace dateline::testing
