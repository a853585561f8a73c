// A segment through Xapian alone: for a library whose format is not the one that we know.
//
// Xapian's writer is slow in large batches and slower in large databases, so articles go into
// fresh databases of a few hundred, below the segment's directory. Whenever there are sixteen of a
// generation, Database::compact folds them into one of the next; the end folds what is left into
// the segment.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "indexer/write/segment/segment_builder.h"

namespace dateline::indexer {

class XapianSegmentBuilder final : public SegmentBuilder {
 public:
  static Result<std::unique_ptr<SegmentBuilder>> create(const std::string& directory,
                                                        const SegmentOptions& options);
  XapianSegmentBuilder(std::string directory, const SegmentOptions& options);
  ~XapianSegmentBuilder() override;

  Result<std::unique_ptr<PreparedArticle>> prepare(unsigned lane, std::uint32_t number,
                                                   const AnalysedArticle& article) override;
  Status take(std::unique_ptr<PreparedArticle> article) override;
  bool is_full() const override { return false; }  // a few hundred articles are all that is held
  Status replace_values(schema::Slot slot, const NewValues& values) override;
  Status finish(const std::map<std::string, std::string>& metadata) override;

 private:
  struct Part;

  std::string new_path();
  void close_part();
  void put_values();
  void keep(std::string path, std::size_t generation);
  void fold(const std::vector<std::string>& parts, const std::string& into);

  std::string directory_;
  std::uint64_t part_bytes_limit_;
  std::unique_ptr<Part> part_;  // that takes articles
  std::vector<std::vector<std::string>> generations_;
  std::size_t paths_ = 0;
  schema::Slot replaced_slot_ = schema::Slot::kNone;
  NewValues replaced_;  // for finish()
};

}  // namespace dateline::indexer
