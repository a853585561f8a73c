#include "searcher/search/paging/listing.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/story.h"

namespace dateline::search {
namespace {

// What is known of a story of which a match is in the window.
struct StoryMet {
  std::uint64_t matches = 0;
  bool before = false;  // a better match stands before the window
  bool listed = false;
};

std::optional<schema::StoryId> story_of(const Xapian::Document& match,
                                        const store::StoryMerges& merges) {
  const auto value =
      schema::story_from_value(match.get_value(static_cast<Xapian::valueno>(schema::Slot::kStory)));
  return value ? std::optional(merges.story_of(*value)) : std::nullopt;
}

}  // namespace

struct Listing::Entry {
  Place place;
  double score = 0;
  std::optional<schema::StoryId> story;
};

// The first so many of all that it is shown, in any order.
class Listing::Window {
 public:
  explicit Window(std::size_t most) : most_(most) {}

  bool has_room_for(const Place& place) const { return !last_ || place < *last_; }

  void put(Entry entry) {
    entries_.push_back(std::move(entry));
    if (entries_.size() >= 2 * most_) shrink();
  }

  // In order.
  std::vector<Entry> take() {
    if (entries_.size() > most_) shrink();
    std::sort(entries_.begin(), entries_.end(), stands_before);
    return std::move(entries_);
  }

 private:
  static bool stands_before(const Entry& a, const Entry& b) { return a.place < b.place; }

  // Only every so often, so that an entry costs the same however many there are.
  void shrink() {
    const auto last = entries_.begin() + static_cast<std::ptrdiff_t>(most_) - 1;
    std::nth_element(entries_.begin(), last, entries_.end(), stands_before);
    last_ = last->place;
    entries_.resize(most_);
  }

  std::size_t most_;
  std::optional<Place> last_;  // what stands behind it has no room any more
  std::vector<Entry> entries_;
};

std::vector<Listing::Entry> Listing::next_entries(const std::shared_ptr<Deadline>& deadline) {
  Window window(window_);
  const bool collapses = collapse_ == Collapse::kStory;
  walk_matches(
      index_, asked_, deadline,
      [&](const Xapian::Document& match, Xapian::docid document, double score) {
        const Place place = place_of(sort_, match, score, document);
        if ((start_.after && place <= *start_.after) || !window.has_room_for(place)) return;
        window.put({place, score, collapses ? story_of(match, index_.stories()) : std::nullopt});
      });
  return window.take();
}

std::vector<PageMatch> Listing::with_copies(std::vector<Entry> entries,
                                            const std::shared_ptr<Deadline>& deadline) {
  std::unordered_map<schema::StoryId, StoryMet> stories;
  for (const Entry& entry : entries) {
    if (entry.story) stories.try_emplace(*entry.story);
  }
  if (!stories.empty()) {
    walk_matches(index_, asked_, deadline,
                 [&](const Xapian::Document& match, Xapian::docid document, double score) {
                   const auto story = story_of(match, index_.stories());
                   const auto met = story ? stories.find(*story) : stories.end();
                   if (met == stories.end()) return;
                   ++met->second.matches;
                   met->second.before =
                       met->second.before ||
                       (start_.after && place_of(sort_, match, score, document) <= *start_.after);
                 });
  }
  std::vector<PageMatch> list;
  list.reserve(entries.size());
  for (const Entry& entry : entries) {
    PageMatch match{entry.place.document, entry.score, entry.story, 0, 0};
    if (entry.story) {
      StoryMet& met = stories[*entry.story];
      if (met.before || std::exchange(met.listed, true)) continue;
      match.copies = std::max<std::uint64_t>(met.matches, 1) - 1;
    }
    match.rank = ++start_.rank;
    list.push_back(match);
  }
  return list;
}

std::vector<PageMatch> Listing::next(const std::shared_ptr<Deadline>& deadline) {
  while (!ended_ && !deadline->passed()) {
    std::vector<Entry> entries = next_entries(deadline);
    ended_ = entries.size() < window_;
    if (entries.empty()) break;
    const Place last = entries.back().place;
    std::vector<PageMatch> list = with_copies(std::move(entries), deadline);
    start_.after = last;
    if (!list.empty()) return list;
  }
  return {};
}

}  // namespace dateline::search
