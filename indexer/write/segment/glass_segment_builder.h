// A segment through our own bulk builder.
#pragma once

#include "indexer/glass/database_builder.h"
#include "indexer/write/segment/bounds_writer.h"
#include "indexer/write/segment/segment_builder.h"

namespace dateline::indexer {

class GlassSegmentBuilder final : public SegmentBuilder {
 public:
  static Result<std::unique_ptr<SegmentBuilder>> create(const std::string& directory,
                                                        const SegmentOptions& options);
  GlassSegmentBuilder(std::string directory, glass::DatabaseBuilder builder,
                      const SegmentOptions& options);

  Result<std::unique_ptr<PreparedArticle>> prepare(unsigned lane, std::uint32_t number,
                                                   const AnalysedArticle& article) override;
  Status take(std::unique_ptr<PreparedArticle> article) override;
  bool is_full() const override;
  Status replace_values(schema::Slot slot, const NewValues& values) override;
  Status finish(const std::map<std::string, std::string>& metadata) override;

 private:
  using Values = std::vector<std::pair<std::uint32_t, std::string_view>>;

  std::string directory_;
  glass::DatabaseBuilder builder_;
  DocumentLengths lengths_;
  std::size_t held_limit_;
  std::vector<Values> values_;  // by lane; kept so that no article allocates anew
};

}  // namespace dateline::indexer
