// The matches of a page: all of them, or the best one of each story.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "common/schema/story.h"
#include "common/store/index_reader.h"
#include "searcher/search/answer.h"
#include "searcher/search/request.h"

namespace dateline::search {

struct PageMatch {
  Xapian::docid document = 0;
  double score = 0;
  std::optional<schema::StoryId> story;  // where stories are collapsed, of an article that has one
  std::size_t rank = 0;                  // from 1, over all pages
  std::uint64_t copies = 0;  // of its story, that were found with it and left out; at least so many
  bool copies_known = true;  // false: none was looked for, and there may be more
};

// How many match, where the page itself does not tell.
struct CountedMatches {
  Total articles;
  std::optional<Total> stories;  // where they are collapsed
};

struct MatchPage {
  Xapian::MSet
      found;  // has the counts: of stories where these are collapsed, and `stories` is not told
  // Where stories are collapsed: articles that were looked at. Exact if less than `counted`, for then
  // these were all.
  std::optional<std::uint64_t> articles;
  std::optional<std::uint64_t> stories;  // of those articles, where `found` has them all
  // All articles that match, in any order, where these were met and are few.
  std::optional<std::vector<Xapian::docid>> documents;
  std::optional<CountedMatches> counted;  // instead of what `found` and `articles` say
  std::vector<PageMatch> list;            // from request.offset on, at most request.limit
  bool goes_on = false;                   // more may follow behind it
};

// Runs the enquire, of which at least `counted` matches are to be counted. Where stories are
// collapsed, Xapian leaves out what has the same value as a better match; what the index says to be
// of the same story all the same is left out afterwards. Throws Xapian::Error.
MatchPage find_page(Xapian::Enquire& enquire, const Request& request,
                    const store::IndexReader& index, Xapian::doccount counted);

// Tells how many articles the runs of an enquire have met since it was asked last: a match spy of the
// enquire knows. Empty where none can be had, and they are counted by a run of their own.
using TakeMet = std::function<std::uint64_t()>;

// The same for an enquire over whatever has these merges.
MatchPage find_page(Xapian::Enquire& enquire, const Request& request,
                    const store::StoryMerges& merges, const TakeMet& take_met,
                    Xapian::doccount counted);

// The matches in their order, none of a story of which a better one is there, and ranks from 1.
std::vector<PageMatch> best_of_each(const std::vector<PageMatch>& matches);

// Leaves of a page whose list begins `before` hits before it what is on it: at most `limit`.
void cut_page(MatchPage& page, std::size_t before, std::size_t limit);

}  // namespace dateline::search
