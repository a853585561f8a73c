// What can be asked of an index, and the bounds of what may be asked; apart from the engine that
// answers (searcher.h), so that whatever reads a request needs nothing else. Free of Xapian.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/query/describe.h"
#include "searcher/query/language/types.h"
#include "searcher/search/facet.h"
#include "searcher/search/trends/trend.h"

namespace dateline::search {

enum class Sort { kRelevance, kNewest, kOldest };
// What becomes of the copies of one story: each is a hit, or the best one alone, which counts the
// others.
enum class Collapse { kNone, kStory };
// Whether the names of one entity are one row of what is counted and offered, or each is a row as it
// is written.
enum class Names { kFolded, kWritten };
using query::Match;
using query::Spelling;

// A request's bounds; beyond them it is refused with kUsage.
inline constexpr std::size_t kMaxLimit = 10'000;
inline constexpr std::size_t kMaxReach = 1'000'000;  // of offset + limit
inline constexpr std::size_t kMaxSnippetChars = 10'000;
inline constexpr std::size_t kMaxGroups = 1'000;
inline constexpr std::size_t kMaxSignificant = 100;

// What a call says of itself, whatever it asks for. It belongs to that call alone: the next one
// begins with what it says itself.
struct CallOptions {
  // From the call's start. Once it has passed, the answer so far is returned, with a notice where
  // an answer has notices; with 0 that is an empty answer. At most a day. Kept on local indexes; a
  // remote one only ends its counting then.
  std::chrono::milliseconds deadline{2000};

  // Ends the call as if its deadline had passed, once another thread asks for that:
  //   std::stop_source stop;
  //   request.cancellation = stop.get_token();   // stop.request_stop() may come at any time
  // A token of no source, as it is at first, never does.
  std::stop_token cancellation;

  // The asker's groups. An asker sees articles that name no group in `access`, and those that name
  // one of these. All else is left out of hits, counts, facets, words, names, headlines and offers;
  // only the weights of words are those of the whole index. Empty: what everybody may see. Absent:
  // everything, whoever asks. At most kMaxGroups.
  std::optional<std::vector<std::string>> groups;

  // Articles that are withheld or canceled, or whose embargo has not ended, too; without it they
  // are left out like those of other groups.
  bool all_statuses = false;

  // The reader's time zone, as minutes east of UTC now: what "today" and "yesterday" are in the
  // query and its dates. Absent: the zone of the Searcher's clock.
  std::optional<std::chrono::minutes> zone_offset;

  Names names = Names::kFolded;
};

struct Request : CallOptions {
  std::string
      query;  // empty: everything, the newest first. A range or an order by date is needed then
  Match match = Match::kAll;
  Spelling spelling = Spelling::kBoth;
  Sort sort = Sort::kRelevance;
  std::optional<std::chrono::days> recency;  // by relevance, newer articles count more: the extra
                                             // halves with so many days; docs/ranking.md
  bool expand = false;  // by relevance, a long question is asked twice: what is like others of the
                        // best comes further up; docs/ranking.md
  Collapse collapse = Collapse::kStory;
  std::size_t limit = 10;  // at most kMaxLimit; of a stream, as many as one likes
  std::size_t offset = 0;  // offset + limit at most kMaxReach
  std::string after;       // `next` of an answer: the page behind it, and no offset (cursor.h)
  std::string from;        // a date as in the query language, inclusive; empty: open
  std::string to;
  std::size_t snippet_chars = 240;   // visible characters; 0: no snippets; at most kMaxSnippetChars
  std::vector<FacetRequest> facets;  // at most kMaxFacets
  std::size_t significant = 0;       // words and names to tell; at most kMaxSignificant
  bool count_only = false;           // the exact total and no hits
  bool streams = false;              // asks for hits one after another (Searcher::stream)
  bool background = false;           // of likeness: prefer what was published before the article
  Span by = Span::kMonth;            // of a trend: what is counted together
};

inline constexpr std::size_t kMaxCompletions = 100;
inline constexpr std::size_t kMaxBeginning = 256;  // bytes

// kUsage, with the option's name, where a member is out of its bounds. The query text and the dates
// are the query room's to judge.
Status check(const Request& request);
Status check(const CallOptions& options);

// The place in `request.query` that an error of kQuery is about, for who marks it in the field in
// which it was typed. It is found out by reading the query once more, without an index: none where
// it is right but for what an index makes of it.
std::optional<query::TextPlace> place_of_fault(const Request& request);

// The same as check() for the beginning of which completions are asked for, and for how many.
Status check_beginning(std::string_view typed, std::size_t limit);
// The same for the name of an entity.
Status check_name(const std::string& name);

}  // namespace dateline::search
