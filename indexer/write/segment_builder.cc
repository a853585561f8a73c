#include "indexer/write/segment_builder.h"

#include "indexer/write/glass_segment_builder.h"
#include "indexer/write/xapian_segment_builder.h"

namespace dateline::indexer {

Result<std::unique_ptr<SegmentBuilder>> SegmentBuilder::create(BuilderKind kind,
                                                               const std::string& directory,
                                                               const SegmentOptions& options) {
  return kind == BuilderKind::kGlass ? GlassSegmentBuilder::create(directory, options)
                                     : XapianSegmentBuilder::create(directory, options);
}

}  // namespace dateline::indexer
