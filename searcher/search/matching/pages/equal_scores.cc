#include "searcher/search/matching/pages/equal_scores.h"

#include <algorithm>
#include <unordered_map>

#include "common/schema/fields.h"
#include "common/schema/story.h"
#include "searcher/search/matching/pages/match_count.h"

namespace dateline::search {
namespace {

// With fewer matches, looking at all of them costs little.
constexpr Xapian::doccount kWorthCutting = 5'000;
// A page that ends beyond this many hits is found by Xapian.
constexpr std::size_t kDeepest = 5'000;
// So many times as many matches as hits are looked at, at first and at most.
constexpr std::size_t kFirstTry = 2;
constexpr std::size_t kLastTry = 16;

// The matches of `found` in their order, without the copies of those before them.
std::vector<PageMatch> firsts_of(const Xapian::MSet& found, const store::StoryMerges& merges) {
  std::vector<PageMatch> list;
  std::unordered_map<schema::StoryId, std::size_t> places;
  for (auto at = found.begin(); at != found.end(); ++at) {
    PageMatch match;
    match.document = *at;
    match.score = at.get_weight();
    match.copies_known = false;
    const std::string value =
        at.get_document().get_value(static_cast<Xapian::valueno>(schema::Slot::kStory));
    if (const auto story = schema::story_from_value(value)) match.story = merges.story_of(*story);
    if (match.story) {
      const auto [place, is_first] = places.try_emplace(*match.story, list.size());
      if (!is_first) {
        ++list[place->second].copies;
        continue;
      }
    }
    match.rank = list.size() + 1;
    list.push_back(match);
  }
  return list;
}

// Each run opens all lists of the query, and looks at no clock before it has.
bool has_many_lists(const Xapian::Enquire& enquire, const store::IndexReader& index) {
  constexpr std::size_t kMostLists = 1024;
  return enquire.get_query().get_length() * index.database().size() > kMostLists;
}

bool are_many_equals(Xapian::Enquire& enquire, Xapian::doccount& estimate) {
  const Xapian::MSet known = enquire.get_mset(0, 0);  // nothing is matched for that
  estimate = known.get_matches_estimated();
  return known.get_max_possible() <= 0 && estimate >= kWorthCutting;
}

}  // namespace

std::optional<MatchPage> find_page_of_equals(Xapian::Enquire& enquire, const Request& request,
                                             const store::IndexReader& index,
                                             Xapian::doccount counted) {
  const std::size_t wanted = request.offset + request.limit + 1;  // one to see that it goes on
  Xapian::doccount estimate = 0;
  if (request.collapse == Collapse::kNone || !index.can().run_our_sources || wanted > kDeepest ||
      has_many_lists(enquire, index) || !are_many_equals(enquire, estimate)) {
    return std::nullopt;
  }
  for (std::size_t times = kFirstTry; times <= kLastTry; times *= 2) {
    const auto asked = static_cast<Xapian::doccount>(wanted * times);
    MatchPage page;
    page.found = enquire.get_mset(0, asked, asked);
    page.list = firsts_of(page.found, index.stories());
    if (page.list.size() < wanted && page.found.size() == asked) continue;
    cut_page(page, request.offset, request.limit);
    page.counted = count_matches(index, enquire.get_query(), request.collapse, estimate, counted);
    return page;
  }
  return std::nullopt;
}

}  // namespace dateline::search
