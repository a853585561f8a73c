// What a writer finds in its index: the committed segments, which of their articles have gone
// since, and the manifest that the next commit replaces.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/base/result.h"
#include "common/document/article.h"
#include "common/store/blocking/blocklist.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "common/store/tombstones.h"
#include "common/store/write_lock.h"
#include "indexer/stories/grouping.h"

namespace dateline::indexer {

// Not thread-safe. Failures are kIo, kNoSpace or kCorrupt, and leave the index as the last commit
// left it; but where the disk failed just after the manifest was replaced, readers see the new
// state already, and the segments of both stay.
class CommittedIndex {
 public:
  struct NewSegment {
    std::uint64_t documents = 0;
    store::Tombstones tombstones;  // of articles that were replaced while it was being built
    std::vector<store::StoryMerge> merges = {};  // stories that its articles show to be one
  };

  // Clears up what a writer before it left half made. `reader` is at the index's last commit.
  CommittedIndex(std::string directory, store::WriteLock lock, store::IndexReader reader);

  // Of the last commit.
  const store::Manifest& manifest() const { return manifest_; }

  // Where the next segment is to be built.
  std::string next_segment_path() const;

  // Articles that count.
  std::uint64_t articles() const { return reader_.articles() - gone_.size(); }

  // Whether an article that counts has `term`.
  Result<bool> has(const std::string& term);

  // What the article that counts and has this id says of its version (schema::Slot::kVersion): empty
  // where it says nothing, and where there is none.
  Result<std::string> standing_order(const std::string& id_term);

  // Marks the articles that count and have `term` as gone; how many. `gone`, where there is one, is
  // told by what each may be kept away.
  Result<std::uint64_t> mark_gone(const std::string& term,
                                  std::vector<store::Blocked>* gone = nullptr);

  // The same for those whose origin `covers` and whose fingerprint `seen` does not know.
  Result<std::uint64_t> mark_unseen_gone(const std::function<bool(std::string_view)>& seen,
                                         const std::function<bool(const Origin&)>& covers);

  // Which stories of the index are one.
  const store::StoryMerges& stories() const { return reader_.stories(); }

  // Shows the grouper the articles that count.
  Status show_articles(StoryGrouper& grouper) const;

  // What is to stay away; replaced by the next publish() after set_blocked().
  const store::Blocklist& blocked() const { return blocked_ ? *blocked_ : reader_.blocked(); }
  void set_blocked(store::Blocklist list) { blocked_ = std::move(list); }

  // Commits what has gone and, with it, the segment that was built at next_segment_path().
  Status publish(const std::optional<NewSegment>& segment, const std::string& updated);

  // Folds segments until choose_fold() finds none to fold; into a single one without what has gone.
  Status fold_tiers();
  Status fold_all();

 private:
  bool counts(Xapian::docid document) const;
  Result<std::uint64_t> bury_covered(const std::string& term,
                                     const std::function<bool(const Origin&)>& covers);
  Status write_tombstones(store::SegmentEntry& entry, std::uint64_t generation,
                          const store::Tombstones& tombstones) const;
  Status write_merges(store::Manifest& next, const std::vector<store::StoryMerge>& merges) const;
  Status write_gone(store::Manifest& next) const;
  Status write_blocked(store::Manifest& next) const;
  Status fold(const std::vector<std::size_t>& chosen);
  Status replace_manifest(store::Manifest next);

  const std::string directory_;
  store::WriteLock lock_;
  store::IndexReader reader_;  // at the last commit
  store::Manifest manifest_;
  std::unordered_set<Xapian::docid> gone_;   // of the reader's, since the last commit
  std::optional<store::Blocklist> blocked_;  // another than the reader's, since the last commit
};

}  // namespace dateline::indexer
