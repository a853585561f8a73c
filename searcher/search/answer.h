// What an index answers; apart from the engine that answers (searcher.h), so that whatever shows an
// answer needs nothing else. Plain values that refer to no index. Free of Xapian.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/document/article.h"
#include "searcher/query/language/types.h"
#include "searcher/search/entity_profile.h"
#include "searcher/search/facet.h"

namespace dateline::search {

using query::Notice;

// The story of a hit, and where stories are collapsed, its other copies.
struct HitStory {
  std::string id;                       // "s0123456789abcdef"; empty: it has none
  std::optional<std::uint64_t> copies;  // docs/stories.md says which count
  std::optional<Article> earliest;      // of all, which may be the hit; only where there are copies
};

// What the query met in these, as a snippet has it; empty where it met nothing.
struct MarkedTexts {
  std::string headline;
  std::string standfirst;
};

struct Hit {
  std::size_t rank = 0;  // from 1, counted over all pages
  double score = 0;
  Article article;      // the stored record without its body, which article() has
  std::string snippet;  // HTML-escaped text in which only <mark> is markup
  MarkedTexts marked = {};
  HitStory story = {};
};

enum class TotalRelation { kExact, kAtLeast, kEstimate };

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

// A word or a name that the articles found have far more often than all articles have it.
struct Significant {
  enum class Kind { kWord, kPerson, kOrganisation, kPlace };
  std::string text;  // as most articles write it
  Kind kind = Kind::kWord;
  std::uint64_t articles = 0;  // of those found that were looked at
  double score = 0;            // log-likelihood ratio; comparable within an answer alone
};

struct Answer {
  std::string query;
  std::string parsed;
  std::chrono::milliseconds took{0};
  bool partial = false;          // the deadline cut it short
  bool count_only = false;       // no hits were asked for
  Total total;                   // of articles
  std::optional<Total> stories;  // where they are collapsed
  std::vector<Hit> hits;
  std::size_t streamed = 0;  // hits that were handed over one by one instead
  std::string next;  // the place behind the last hit (Request::after); empty where none follows
  std::vector<Suggestion> suggestions;   // only where nothing was found; the likeliest first
  std::vector<Facet> facets;             // as they were asked for
  std::vector<Significant> significant;  // the most significant first
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

struct Completions {
  std::string typed;
  std::vector<Completion> list;  // the likeliest first
};

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

}  // namespace dateline::search
