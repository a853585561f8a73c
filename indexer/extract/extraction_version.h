// The version of extraction.
#pragma once

namespace dateline::indexer {

// Part of every fingerprint, with kAnalysisVersion: raise it when extraction changes so much that
// input which has not changed should be read again.
inline constexpr int kExtractionVersion = 3;

}  // namespace dateline::indexer
