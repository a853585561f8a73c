// Searching as a library: what the command line, the HTTP service and the C API call.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/document/article.h"
#include "searcher/search/answer.h"
#include "searcher/search/engine/take_hit.h"
#include "searcher/search/request.h"
#include "searcher/search/stories/story.h"
#include "searcher/search/trends/trend.h"

namespace dateline::search {

class Engine;

// One open index (or several as one). Sees the newest commit at the start of each call, and is
// never disturbed by writers; where the newest one cannot be read, it goes on with the one that it
// has (stale_because()). Never throws: whatever goes wrong inside is an Error, kNoMemory where
// memory ran out, kInternal for a fault of ours.
//
// A Searcher is one thread's. A service opens one, tells it which synonyms and aliases to use, and
// makes another() for each of its threads: all of them share these tables, which never change
// once they are read, and the stems of words (searcher/search/snippet/word_marker.h). What each
// keeps for itself between calls is bounded: 16 MB of what searches for compounds found
// (searcher/query/positions/match_memo.h), and 16 MB of which articles are hidden from whom
// (common/store/audience.h).
//
// Each call has its deadline, may be cancelled from another thread, and may say on whose behalf it
// asks (CallOptions in request.h). None of that stays with the Searcher.
class Searcher {
 public:
  // `places`: directories, or "host:port" of a xapian-tcpsrv. Fails as store::IndexReader::open
  // does. `clock` must outlive all calls.
  static Result<Searcher> open(const std::vector<std::string>& places,
                               const Clock& clock = system_clock());
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // One more over the same places, with the synonyms and aliases that are in use now, for another
  // thread. To be called in this one's thread; fails as open() does.
  Result<Searcher> another() const;

  // Words that stand for each other in queries from here on, from the file `path`
  // (searcher/query/rewrite/synonyms.h); "none" for no such words, as at the beginning. kUsage,
  // with the line, where the file is wrong; else as reading a file fails.
  Status use_synonyms(const std::string& path);

  // Names that mean one person, organisation or place from here on, from the file `path`
  // (common/names/aliases.h), in the place of those that ship with the program; "none" for no such
  // names. kUsage, with the line, where the file is wrong; else as reading a file fails.
  Status use_aliases(const std::string& path);

  // kQuery where the query text is wrong: the message is then several lines, with a caret under the
  // fault; also where it has something that a remote index cannot be asked. kUsage where another
  // member of the request is out of its bounds.
  Result<Answer> search(const Request& request);

  // The same answer with all hits, of any number, in the order in which search() has them: they are
  // handed to `take` one after another instead, in this thread, until it returns false, until
  // request.limit have been, or to the last one. Memory does not grow with their number. The
  // deadline is for each run of the query (there is one for some 25,000 hits), not for making hits;
  // a cancellation ends both. `request.streams` is true. What was taken stays taken where the call
  // fails later. Of a remote index the first million hits, found by their numbers.
  Result<Answer> stream(const Request& request, const TakeHit& take);

  // How many articles each of `queries` finds over time, by `request.by`; as `request` asks for the
  // rest, its own query and what it says of hits aside. Fails as search() does; kUsage too for no
  // query, for more than kMaxTrendQueries, and where all places are remote, which cannot be asked
  // for this. Of several places those that are local are asked alone, with a notice.
  Result<Trend> trend(const std::vector<std::string>& queries, const Request& request);

  // The person, organisation or place that goes by this name in most articles. kNotFound where none
  // does; kUsage for a name without letters or of more than 256 bytes, and where all places are
  // remote, which cannot be asked for this. Those of several that are local are asked alone, with
  // a notice.
  Result<EntityProfile> entity(const std::string& name, const CallOptions& options = {});

  // The stored article with this id or URL. kNotFound if there is none, or none that the asker may
  // see; kLimit where time was up before it was read.
  Result<Article> article(std::string_view id_or_url, const CallOptions& options = {});

  // The story with this id ("s0123456789abcdef", as hits tell it), or of the article with this id
  // or URL, with its copies: at most kMostCopies of them, the latest where there are more. Fails as
  // article() does.
  Result<Story> story(std::string_view id, const CallOptions& options = {});

  // Articles like the one with this id or URL: by the words and names that tell it from the archive,
  // and by when they were published. Copies of its story are left out. Of `request` all counts that
  // shows hits or narrows them, and `background`; it has no query. Fails as article() and search() do.
  Result<Answer> similar(std::string_view id_or_url, const Request& request);

  // The same for a draft, which the index need not have: text as it is, or an article record as JSON
  // (searcher/search/similar/draft.h says which). kUsage for one without words, or beyond
  // kMaxDraftBytes.
  Result<Answer> similar_to_draft(std::string_view draft, const Request& request);

  // Words, names and headlines that begin with `typed`, at most `limit`; accents and case ignored,
  // one typing error tolerated where nothing begins so. Bounded work, whatever the size of the
  // index; when time is up, what has been found until then. kUsage beyond kMaxCompletions or
  // kMaxBeginning.
  Result<std::vector<Completion>> suggest(std::string_view typed, std::size_t limit = 10,
                                          const CallOptions& options = {});

  // How `request.query` is understood; with an article id, that article's score in parts. What
  // could not be found out in time is left out, with a notice.
  Result<Explanation> explain(const Request& request, std::string_view id = {});

  // Why the last call was answered from an older commit than the newest, if it was: for whoever
  // looks after the index.
  const std::optional<Error>& stale_because() const;

  // When the last call's answer may become another though nothing is committed: when the next
  // embargo of its articles ends. Nothing where there is none, or the asker is not kept from them.
  std::optional<std::chrono::sys_seconds> changes_at() const;

  // Over what another room has opened.
  explicit Searcher(std::unique_ptr<Engine> engine);

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace dateline::search
