// Stories that turned out to be one after their articles had been written. Segments never change,
// so what has become of a story is written down beside them, as tombstones are.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/schema/story.h"

namespace dateline::store {

struct StoryMerge {
  schema::StoryId value = 0;  // that articles were written with
  schema::StoryId story = 0;  // that they belong to

  friend bool operator==(const StoryMerge&, const StoryMerge&) = default;
};

// Immutable; 16 bytes a merge, on disk and in memory.
class StoryMerges {
 public:
  StoryMerges() = default;

  // The story of articles with this value: another one, or `value` itself.
  schema::StoryId story_of(schema::StoryId value) const;

  // All values whose story is `story`, itself among them.
  std::vector<schema::StoryId> values_of(schema::StoryId story) const;

  // These and `more`: what is merged with one another becomes one story, under the least of the
  // ids.
  StoryMerges with(const std::vector<StoryMerge>& more) const;

  const std::vector<StoryMerge>& list() const { return list_; }  // ascending by value
  bool empty() const { return list_.empty(); }

 private:
  friend Result<StoryMerges> read_story_merges(const std::string& path, std::uint64_t count);
  std::vector<StoryMerge> list_;
};

using SharedStoryMerges = std::shared_ptr<const StoryMerges>;

// A file of its own for each state; it ends in a checksum. kCorrupt if the file is damaged or has
// another number of merges than `count`, which the manifest tells. kNotFound or kIo if it cannot be
// read.
Status write_story_merges(const std::string& path, const StoryMerges& merges);
Result<StoryMerges> read_story_merges(const std::string& path, std::uint64_t count);

}  // namespace dateline::store
