#include "searcher/search/matching/match_page.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/story.h"

namespace dateline::search {
namespace {

// Asked for beyond the page, for those that turn out to be of a story on it.
constexpr Xapian::doccount kSpare = 20;
// A page may end up short where more than this many times as many were left out.
constexpr int kMostTries = 4;

// Xapian tells how many stories there are, and estimates of how many articles.
class ArticleCounter final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document&, double) override { ++count_; }
  std::uint64_t take() { return std::exchange(count_, 0); }

 private:
  std::uint64_t count_ = 0;
};

PageMatch match_at(const Xapian::MSetIterator& at, const store::StoryMerges& merges) {
  PageMatch match;
  match.document = *at;
  match.score = at.get_weight();
  match.rank = at.get_rank() + std::size_t{1};
  match.copies = at.get_collapse_count();
  if (const auto value = schema::story_from_value(at.get_collapse_key())) {
    match.story = merges.story_of(*value);
  }
  return match;
}

std::vector<PageMatch> matches_of(const Xapian::MSet& found, const store::StoryMerges& merges) {
  std::vector<PageMatch> list;
  list.reserve(found.size());
  for (auto at = found.begin(); at != found.end(); ++at) list.push_back(match_at(at, merges));
  return list;
}

// Beyond the page's end, as some may be left out afterwards.
MatchPage find_merged(Xapian::Enquire& enquire, const Request& request,
                      const store::StoryMerges& merges, Xapian::doccount counted,
                      const TakeMet& take_met) {
  MatchPage page;
  const std::size_t wanted = request.offset + request.limit + 1;
  auto asked = static_cast<Xapian::doccount>(wanted) + kSpare;
  for (int i = 0; i < kMostTries; ++i, asked *= 2) {
    page.found = enquire.get_mset(0, asked, std::max(asked, counted));
    page.articles = take_met ? take_met() : 0;
    page.list = best_of_each(matches_of(page.found, merges));
    if (page.list.size() >= wanted || page.found.size() < asked) break;
  }
  cut_page(page, request.offset, request.limit);
  return page;
}

MatchPage find_listed(Xapian::Enquire& enquire, const Request& request,
                      const store::StoryMerges& merges, Xapian::doccount counted) {
  MatchPage page;
  const auto offset = static_cast<Xapian::doccount>(request.offset);
  const auto limit =
      static_cast<Xapian::doccount>(request.limit) + 1;  // one to see that it goes on
  page.found = enquire.get_mset(offset, limit, std::max(offset + limit, counted));
  page.list = matches_of(page.found, merges);
  cut_page(page, 0, request.limit);
  return page;
}

// A server runs no match spy of ours, and is asked once more.
std::uint64_t count_apart(Xapian::Enquire& enquire, Xapian::doccount counted) {
  enquire.set_collapse_key(Xapian::BAD_VALUENO);
  return enquire.get_mset(0, 0, counted).get_matches_lower_bound();
}

}  // namespace

std::vector<PageMatch> best_of_each(const std::vector<PageMatch>& matches) {
  std::vector<PageMatch> list;
  std::unordered_map<schema::StoryId, std::size_t> places;
  for (PageMatch match : matches) {
    if (match.story) {
      const auto [place, is_first] = places.try_emplace(*match.story, list.size());
      if (!is_first) {
        list[place->second].copies += match.copies + 1;
        continue;
      }
    }
    match.rank = list.size() + 1;
    list.push_back(match);
  }
  return list;
}

void cut_page(MatchPage& page, std::size_t before, std::size_t limit) {
  std::vector<PageMatch>& list = page.list;
  list.erase(list.begin(),
             list.begin() + static_cast<std::ptrdiff_t>(std::min(before, list.size())));
  page.goes_on = limit > 0 && list.size() > limit;
  list.resize(std::min(limit, list.size()));
}

MatchPage find_page(Xapian::Enquire& enquire, const Request& request,
                    const store::IndexReader& index, Xapian::doccount counted) {
  if (!index.can().run_our_sources) {
    return find_page(enquire, request, index.stories(), TakeMet(), counted);
  }
  ArticleCounter counter;
  if (request.collapse == Collapse::kStory) enquire.add_matchspy(&counter);
  MatchPage page = find_page(
      enquire, request, index.stories(), [&] { return counter.take(); }, counted);
  enquire.clear_matchspies();
  return page;
}

MatchPage find_page(Xapian::Enquire& enquire, const Request& request,
                    const store::StoryMerges& merges, const TakeMet& take_met,
                    Xapian::doccount counted) {
  if (request.collapse == Collapse::kNone) return find_listed(enquire, request, merges, counted);
  enquire.set_collapse_key(static_cast<Xapian::valueno>(schema::Slot::kStory));
  MatchPage page = merges.empty() ? find_listed(enquire, request, merges, counted)
                                  : find_merged(enquire, request, merges, counted, take_met);
  page.articles =
      take_met ? std::max(page.articles.value_or(0), take_met()) : count_apart(enquire, counted);
  return page;
}

}  // namespace dateline::search
