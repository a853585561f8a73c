// The version of analysis.
#pragma once

namespace dateline::indexer {

// Part of every fingerprint, with kExtractionVersion: raise it when what an article is found by
// changes so much that input which has not changed should be read again.
inline constexpr int kAnalysisVersion = 5;

}  // namespace dateline::indexer
