// The query language's front door: text → tree → rewritten tree → Xapian::Query.
// docs/query-language.md is the language; each stage has its own header and prints itself.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/names/aliases.h"
#include "searcher/query/asked_words.h"
#include "searcher/query/building/builder.h"
#include "searcher/query/building/unweighted_term.h"
#include "searcher/query/language/types.h"
#include "searcher/query/marks.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/positions/match_memo.h"
#include "searcher/query/positions/work.h"
#include "searcher/query/rewrite/rewriter.h"
#include "searcher/query/rewrite/synonyms.h"
#include "searcher/query/vocabulary/index_terms.h"

namespace dateline::query {

struct QueryOptions {
  Match match = Match::kAll;
  // Whose stems words are looked for by; the first one's stop words apply. Not empty.
  std::vector<std::string> languages = {"en"};
  std::size_t max_expansions = 256;  // terms that one wildcard or fuzzy word may become
  // Lists, one for each field and segment, that all wildcards, fuzzy words, names and synonyms of a
  // query may become together. Each word becomes one, whatever is left.
  std::size_t most_lists = kMostExpandedLists;
  const Clock* clock = &system_clock();     // what "today" is
  const names::Aliases* aliases = nullptr;  // who goes by which names; none where null
  // Who is meant by a surname alone; may be empty: then no name is looked for by that.
  SurnamesAlone surnames_alone = {};
  Spelling spelling = Spelling::kBoth;
  const Synonyms* synonyms = nullptr;  // none where null
  // Keeps what queries find out about compounds; has to outlive them. Null where an index is
  // remote.
  MatchMemo* memo = nullptr;
  // False where some shard is on a server that runs Xapian's own operators alone. What needs a
  // posting source of ours, NEAR or ADJ between phrases, is then an error at its place.
  bool runs_our_sources = true;
  // Whether somebody may be told of a term; all may be told where it is empty. Words that may not
  // are treated as missing.
  std::function<bool(const std::string& term)> shows = {};
  // Asked now and then while the index's words are looked through; once true, what has been found
  // must do. May be empty.
  std::function<bool()> expired = {};
  // The compiled query asks that too while it reads positions, and then ends; so what `expired`
  // looks at has to outlive the query. False where an index is remote, and where a query is to be
  // read by people.
  bool ends_in_time = false;
  // Terms that Xapian would misread in filters; see there.
  Misreads misreads = {};
  // How a search ranks, which is not this room's to judge: what a stop word counts beside other
  // words, and what the weight of a word of prose is multiplied with that has these terms, above 0;
  // 1 where that is empty.
  double stop_word_weight = kStopWordWeight;
  WeightOfWord weight_of_word = {};
  // For CompiledQuery::ranked; may be empty.
  RankedTerms ranked_terms = {};
  NearQuery near = {};  // as BuildOptions has it
  // The query without its filters by this field (language/filters.h); null for the whole of it.
  const schema::Field* without_filters_of = nullptr;
};

struct CompiledQuery {
  Xapian::Query query;
  // The same matches and weights by QueryOptions::ranked_terms, for those who ask for the best ones
  // alone; empty where it would be the same query.
  Xapian::Query ranked;
  std::string parsed;              // the tree as it was written, fully bracketed
  std::string rewritten;           // after folding, stop words, compounds, expansions
  std::vector<std::string> terms;  // Xapian terms, each once
  std::size_t lists = 0;           // lists of articles that it opens in each shard, at most
  std::vector<AskedWord> words;    // that say what an article is about; see there
  std::vector<Mark> marks;         // what a hit's text may be marked with
  std::vector<Notice> notices;
  std::shared_ptr<Work> work;       // where its work is counted; null where that has no end
  Plan plan;                        // what it was built from
  bool reads_positions = false;     // it has a phrase, a compound in several words, NEAR or ADJ
  bool denies_positions = false;    // and some of these under a NOT
  bool matches_everything = false;  // the empty query, which the caller may refuse

  const Xapian::Query& by_rank() const { return ranked.empty() ? query : ranked; }
};

// Compiles `text` against `index`, whose vocabulary wildcards, fuzzy words and compounds are looked
// up in. Throws Xapian::Error alone: run it inside store::guard_read. Never crashes, at most 4,096
// bytes, 64 levels and 1,024 written terms; under 50 ms to parse.
tl::expected<CompiledQuery, QueryError> compile(std::string_view text, const QueryOptions& options,
                                                IndexTerms& index);
tl::expected<CompiledQuery, QueryError> compile(std::string_view text, const QueryOptions& options,
                                                const Xapian::Database& db);

// The last stage alone: a plan that was made somewhere else (a part of an index is sent the plan that
// was made with the words of the whole). Without what is known of the text alone: `parsed` and the
// notices are empty. The error is of a plan that asks for more lists than are read at once.
tl::expected<CompiledQuery, QueryError> compile(Plan plan, const QueryOptions& options,
                                                IndexTerms& index);

// Whether the query has filters by `field` that QueryOptions::without_filters_of leaves out. False
// for a wrong one.
bool has_filters_of(const schema::Field& field, std::string_view text, Match match);

// Published from `from` to `to`, date expressions of the query language ("2020-01", "7d",
// "yesterday"), both ends included; an empty one is open. None where both are open. The error's
// offset is a byte of whichever end is wrong; its message names it.
tl::expected<std::optional<DayRange>, QueryError> date_range(std::string_view from,
                                                             std::string_view to,
                                                             const Clock& clock);

// A filter without weight for such a range.
Xapian::Query date_filter(const DayRange& range, const QueryOptions& options, IndexTerms& index);

}  // namespace dateline::query
