// Where analysed articles go: the seam between the pipeline and whatever builds an index. Today
// that is IndexWriter, and DryRun, which only counts.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/result.h"
#include "indexer/write/analysed_article.h"

namespace dateline::indexer {

enum class AddOutcome { kAdded, kReplaced };

// Used by one thread. After a failure nothing more may be added.
class ArticleSink {
 public:
  virtual ~ArticleSink() = default;

  // True if an article stands in the index that this input produced, so that reading it again would
  // change nothing. Sees what was added before, committed or not.
  virtual Result<bool> has_unchanged(std::string_view fingerprint) = 0;

  // Adds the article, in the place of the one with the same id if there is one. May commit.
  virtual Result<AddOutcome> add(const AnalysedArticle& article) = 0;

  // Commits if it is time: for when articles come slowly.
  virtual Status settle() = 0;

  // Makes everything added so far durable and visible.
  virtual Status commit() = 0;

  // Articles in the index, with those not yet committed.
  virtual Result<std::uint64_t> articles() = 0;
};

}  // namespace dateline::indexer
