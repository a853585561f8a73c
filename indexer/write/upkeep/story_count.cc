#include "indexer/write/upkeep/story_count.h"

#include <xapian.h>

#include <algorithm>
#include <vector>

#include "common/schema/fields.h"
#include "common/schema/story.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"

namespace dateline::indexer {
namespace {

using schema::StoryId;

// More are counted in several walks, each of a part of all ids.
constexpr std::uint64_t kIdsAtOnce = std::uint64_t{4} << 20;

// Calls visit for the story of each article that counts and has one.
template <typename Visit>
void each_story(const store::IndexReader& index, const Visit& visit) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(schema::Slot::kStory);
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& db = index.shard(i);
    const store::SharedTombstones gone = index.gone(i);
    for (auto at = db.valuestream_begin(kSlot); at != db.valuestream_end(kSlot); ++at) {
      if (gone && store::contains(*gone, at.get_docid())) continue;
      if (const auto value = schema::story_from_value(*at)) visit(index.stories().story_of(*value));
    }
  }
}

StoryCount count(const store::IndexReader& index) {
  StoryCount out;
  std::uint64_t with = 0;
  const std::uint64_t parts = index.articles() / kIdsAtOnce + 1;
  for (std::uint64_t part = 0; part < parts; ++part) {
    std::vector<StoryId> stories;
    each_story(index, [&](StoryId story) {
      if (story % parts == part) stories.push_back(story);
    });
    with += stories.size();
    std::sort(stories.begin(), stories.end());
    const auto end = std::unique(stories.begin(), stories.end());
    out.stories += static_cast<std::uint64_t>(end - stories.begin());
  }
  out.without = index.articles() - std::min(with, index.articles());
  out.stories += out.without;
  return out;
}

}  // namespace

Result<StoryCount> count_stories(const std::string& directory) {
  const auto index = store::IndexReader::open({directory});
  if (!index) return failure(index.error());
  return store::guard("counting stories of " + directory, [&] { return count(*index); });
}

}  // namespace dateline::indexer
