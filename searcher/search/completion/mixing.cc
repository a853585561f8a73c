#include "searcher/search/completion/mixing.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace dateline::search {
namespace {

constexpr std::size_t kKinds = 3;
using ListsOfKinds = std::array<std::vector<Completion>, kKinds>;

// The places of words, names and headlines among what is shown.
struct Places {
  std::size_t words;
  std::size_t names;
  std::size_t headlines;
};

// After other words, what has them all comes first; to a word in hand, the names that begin so.
Places places_of(TypedKind typed) {
  if (typed.after_words) return {2, 0, 1};
  return typed.edits == 0 ? Places{1, 0, 2} : Places{0, 1, 2};
}

std::vector<Completion> dealt(const ListsOfKinds& lists, std::size_t limit) {
  std::array<std::size_t, kKinds> taken{};
  std::size_t left = limit;
  for (std::size_t round = 0; left > 0 && round < limit; ++round) {
    for (std::size_t i = 0; i < kKinds && left > 0; ++i) {
      if (taken[i] == lists[i].size()) continue;
      ++taken[i];
      --left;
    }
  }
  std::vector<Completion> out;
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto end = lists[i].begin() + static_cast<std::ptrdiff_t>(taken[i]);
    std::copy(lists[i].begin(), end, std::back_inserter(out));
  }
  return out;
}

}  // namespace

std::vector<Completion> mixed(const CompletionSources& sources, TypedKind typed, std::size_t limit,
                              const std::function<bool()>& is_late) {
  const Places places = places_of(typed);
  ListsOfKinds lists;
  lists[places.words] = sources.words;
  for (std::size_t level = (limit + kKinds - 1) / kKinds;; ++level) {
    if (sources.names) lists[places.names] = sources.names(level);
    if (sources.headlines) lists[places.headlines] = sources.headlines(level);
    std::size_t shown = 0;
    for (const auto& list : lists) shown += std::min(level, list.size());
    if (shown >= limit || level >= limit || is_late()) return dealt(lists, limit);
  }
}

}  // namespace dateline::search
