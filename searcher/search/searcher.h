// Searching as a library: what the command line, the HTTP service and the C API call.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/document/article.h"
#include "searcher/query/types.h"
#include "searcher/search/entity_profile.h"
#include "searcher/search/facet.h"

namespace dateline::search {

enum class Sort { kRelevance, kNewest, kOldest };
using query::Match;
using query::Notice;
using query::Spelling;
enum class TotalRelation { kExact, kAtLeast, kEstimate };

// A request's bounds; beyond them it is refused with kUsage.
inline constexpr std::size_t kMaxLimit = 10'000;
inline constexpr std::size_t kMaxReach = 1'000'000;  // of offset + limit
inline constexpr std::size_t kMaxSnippetChars = 10'000;

struct Request {
  std::string query;  // may be empty if from or to is given: then everything in that range
  Match match = Match::kAll;
  Spelling spelling = Spelling::kBoth;
  Sort sort = Sort::kRelevance;
  std::size_t limit = 10;  // at most kMaxLimit
  std::size_t offset = 0;  // offset + limit at most kMaxReach
  std::string from;        // a date as in the query language, inclusive; empty: open
  std::string to;
  std::size_t snippet_chars = 240;   // visible characters; 0: no snippets; at most kMaxSnippetChars
  std::vector<FacetRequest> facets;  // at most kMaxFacets
  bool count_only = false;           // the exact total and no hits
  // From the call's start. Once it has passed, the answer so far is returned and marked partial; 0
  // asks for what is there at once, which is nothing. At most a day. Kept on local indexes; a
  // remote one only ends its counting then.
  std::chrono::milliseconds deadline{2000};
};

struct Hit {
  std::size_t rank = 0;  // from 1, counted over all pages
  double score = 0;
  Article article;      // the stored record without its body, which article() has
  std::string snippet;  // HTML-escaped text in which only <mark> is markup
};

struct Total {
  std::uint64_t value = 0;
  TotalRelation relation = TotalRelation::kExact;
};

// Another query to offer where one found nothing. It finds something, and was not run in its place.
struct Suggestion {
  enum class Kind {
    kRespelled,  // the same with words as the index spells them
    kRelaxed,    // less is asked for
  };
  Kind kind = Kind::kRespelled;
  std::string text;   // for people: the query, or what is relaxed in it
  std::string query;  // to be asked
};

struct Answer {
  std::string query;
  std::string parsed;
  std::chrono::milliseconds took{0};
  bool partial = false;  // the deadline cut it short
  Total total;
  std::vector<Hit> hits;
  std::vector<Suggestion> suggestions;  // only where nothing was found; the likeliest first
  std::vector<Facet> facets;            // as they were asked for
  std::vector<Notice> notices;
};

// What a reader who has typed a beginning may want to type.
struct Completion {
  enum class Kind { kWord, kPerson, kOrganisation, kPlace, kHeadline };
  std::string text;  // in the place of all that was typed: a word as the index has it, in lower
                     // case and without accents; a name or a headline as it is written
  Kind kind = Kind::kWord;
  // Articles that have it: of words at least so many, and after other words those that have the
  // last one; of headlines those that were looked at.
  std::uint64_t count = 0;
};

inline constexpr std::size_t kMaxCompletions = 100;
inline constexpr std::size_t kMaxBeginning = 256;  // bytes

struct TermCount {
  std::string term;
  std::uint64_t articles = 0;
};

// A part of an article's score: what it is for, and how much.
struct ScorePart {
  std::string what;
  double value = 0;
};

struct ArticleScore {
  std::string id;
  double score = 0;
  std::vector<ScorePart> parts;
};

struct Explanation {
  std::string query;
  std::string parsed;
  std::string rewritten;
  std::string xapian;
  std::vector<TermCount> terms;
  std::vector<Notice> notices;
  std::optional<ArticleScore> article;
};

// One open index (or several as one). Sees the newest commit at the start of each call, and is
// never disturbed by writers. Not thread-safe: a service opens one for each of its threads.
class Searcher {
 public:
  // `places`: directories, or "host:port" of a xapian-tcpsrv. Fails as store::open_for_reading
  // does.
  static Result<Searcher> open(const std::vector<std::string>& places,
                               const Clock& clock = system_clock());
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Words that stand for each other in queries from here on, from the file `path`
  // (searcher/query/synonyms.h); "none" for no such words, as at the beginning. kUsage, with the
  // line, where the file is wrong; else as reading a file fails.
  Status use_synonyms(const std::string& path);

  // kQuery where the query text is wrong: the message is then several lines, with a caret under the
  // fault; also where it has something that a remote index cannot be asked. kUsage where another
  // member of the request is out of its bounds.
  Result<Answer> search(const Request& request);

  // Names that mean one person, organisation or place from here on, from the file `path`
  // (common/names/aliases.h); "none" for no such names, as at the beginning. kUsage, with the line,
  // where the file is wrong; else as reading a file fails.
  Status use_aliases(const std::string& path);

  // The person, organisation or place that goes by this name in most articles. kNotFound where none
  // does; kUsage for a name without letters or of more than 256 bytes. `deadline` as in a request.
  Result<EntityProfile> entity(const std::string& name, std::chrono::milliseconds deadline);

  // The stored article with this id or URL. kNotFound if there is none.
  Result<Article> article(std::string_view id_or_url);

  // Words, names and headlines that begin with `typed`, at most `limit`; accents and case ignored,
  // one typing error tolerated where nothing begins so. Bounded work, whatever the size of the
  // index. kUsage beyond kMaxCompletions or kMaxBeginning.
  Result<std::vector<Completion>> suggest(std::string_view typed, std::size_t limit = 10);

  // How `request.query` is understood; with an article id, that article's score in parts.
  Result<Explanation> explain(const Request& request, std::string_view id = {});

 private:
  class Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::search
