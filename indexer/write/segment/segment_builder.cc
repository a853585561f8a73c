#include "indexer/write/segment/segment_builder.h"

#include "indexer/write/segment/glass_segment_builder.h"
#include "indexer/write/segment/xapian_segment_builder.h"

namespace dateline::indexer {

Result<std::unique_ptr<SegmentBuilder>> SegmentBuilder::create(BuilderKind kind,
                                                               const std::string& directory,
                                                               const SegmentOptions& options) {
  return kind == BuilderKind::kGlass ? GlassSegmentBuilder::create(directory, options)
                                     : XapianSegmentBuilder::create(directory, options);
}

}  // namespace dateline::indexer
