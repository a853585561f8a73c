// What it is to be like an article, as a query.
//
// The terms that tell the article from the archive are asked for, each with its weight. The likest
// articles of that first pass then say with their own terms what the article is about: "profit",
// where it says "net". An article has to have one of the weightiest terms; the others, and when it
// was published, only make it likelier. Stories that are the article's own are left out: the one
// that the index has told, and where it is a draft, which no index knows, those of articles that
// have its words in its order.
#pragma once

#include <xapian.h>

#include "common/document/article.h"
#include "searcher/query/query.h"
#include "searcher/search/call.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/similar/parameters.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

struct AskedArticle {
  Article article;             // with its body
  Xapian::docid document = 0;  // where the index has it, or what a draft is a version of; else 0
  bool is_draft = false;
  bool background = false;  // prefer what was published before it
};

// The query, its words for people (`parsed`) and for snippets (`marks`), and as notices what could
// not be done. It matches nothing where the index has none of the article's words. Where the call's
// time ends, it is made of what was found until then. Throws Xapian::Error.
query::CompiledQuery likeness_of(const AskedArticle& asked, const Call& call,
                                 const SimilarParameters& parameters, Stemmers& stemmers);

// How its terms' occurrences are to be weighed.
RankingParameters ranking_of(const SimilarParameters& parameters);

}  // namespace dateline::search
