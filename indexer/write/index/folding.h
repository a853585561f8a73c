// Several segments into one: so that a query meets few, and the space of what has gone comes back.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/store/manifest.h"

namespace dateline::indexer {

// Which of `segments` to fold next; empty when they are few enough. Segments of one size tier, each
// eight times the one below, are folded when they are more than a handful, so that an article is
// rewritten about once a tier however it came; and a segment when a good part of it has gone.
std::vector<std::size_t> choose_fold(const std::vector<store::SegmentEntry>& segments);

// Writes one segment of the chosen ones' articles, without what has gone, and puts it into
// `manifest` in their place. Each is checked against its checksums before: kCorrupt names one that
// is damaged, whose articles would get new and right checksums otherwise. The caller holds the lock
// and publishes the manifest. On failure nothing that counts has changed. Memory: a little for each
// segment and table; more while what has gone is taken out.
Status fold_segments(const std::string& directory, store::Manifest& manifest,
                     const std::vector<std::size_t>& chosen);

}  // namespace dateline::indexer
