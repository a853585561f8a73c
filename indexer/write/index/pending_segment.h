// The segment that a writer is building: its articles' numbers, which of them count, and the
// builder that they go to.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/store/tombstones.h"
#include "indexer/write/index/article_registry.h"
#include "indexer/write/index/article_sink.h"

namespace dateline::indexer {

class PendingSegment {
 public:
  // Nothing is made in `directory` before the first article is prepared.
  PendingSegment(std::string directory, BuilderKind kind, const SegmentOptions& options);
  // Deletes an unfinished segment.
  ~PendingSegment();
  PendingSegment(const PendingSegment&) = delete;
  PendingSegment& operator=(const PendingSegment&) = delete;

  // The number that the next article gets; advance() gives it away. Numbers are given under the
  // writer's lock.
  std::uint32_t next_number() const { return next_; }
  std::uint32_t advance() { return next_++; }

  // By any thread, see SegmentBuilder::prepare.
  Result<std::unique_ptr<PreparedArticle>> prepare(unsigned lane, std::uint32_t number,
                                                   const AnalysedArticle& article);

  // What follows is for the thread that takes.

  // True if an article with the same id was taken before, which now counts no longer.
  Result<bool> take(ArticleSink::Prepared article);
  // The same for one that does not count, for it came too late: what was prepared must be taken.
  Status take_outdated(ArticleSink::Prepared article);

  // What the article of this number says of its version, as CommittedIndex::standing_order().
  std::string order_of(std::uint32_t number) const;

  // The number of the last article that was taken with this id or fingerprint term; 0: none counts.
  std::uint32_t find(std::string_view term) const;

  std::uint64_t documents() const { return documents_; }
  std::uint64_t articles() const { return documents_ - gone_.size(); }
  bool is_full() const;

  // The articles that count, for their stories; given away.
  std::vector<NewArticle> take_story_marks();
  // Gives articles another story than the one that they were prepared with. Before finish().
  Status put_stories(const std::vector<std::pair<std::uint32_t, schema::StoryId>>& stories);

  // Writes the segment and its checksums; it stays on disk from then on.
  Status finish(const std::map<std::string, std::string>& metadata);
  store::Tombstones tombstones() const;

 private:
  Result<SegmentBuilder*> builder();

  const std::string directory_;
  const BuilderKind kind_;
  const SegmentOptions options_;
  std::mutex making_;
  std::unique_ptr<SegmentBuilder> builder_;
  std::uint32_t next_ = 1;
  std::uint64_t documents_ = 0;
  ArticleRegistry registry_;
  std::unordered_map<std::uint32_t, std::string> orders_;  // of those that say something
  std::vector<NewArticle> marks_;                          // by number
  std::unordered_set<std::uint32_t> gone_;
  bool finished_ = false;
};

}  // namespace dateline::indexer
