// Of which index a directory is a copy: so that a copy is not put over articles that came from elsewhere.
//
// DIR/pulled names the source and the states (by fingerprints of their manifests) that were copied from
// it. It is written before the manifest, with the state that is there and the one to come, so that
// whenever the copying ends, what is there is named. Whoever else writes to the index makes a state that
// is not.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::indexer {

// `manifest` is the manifest's text.
bool was_pulled_from(const std::string& directory, std::string_view source,
                     std::string_view manifest);

// That the state `before` (empty: none that was copied) and the state `after` are copies of `source`.
Status note_pulled(const std::string& directory, std::string_view source, std::string_view before,
                   std::string_view after);

}  // namespace dateline::indexer
