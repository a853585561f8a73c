// What an article says, as terms of the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "searcher/search/similar/parameters.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// Only so much of a body is read: what an article is about stands in its first pages, and a call's
// cost stays bounded.
inline constexpr std::size_t kReadOfABody = std::size_t{64} << 10;
// And so many different terms are told, those that occur most often, of equally frequent ones those
// that come first.
inline constexpr std::size_t kMostArticleTerms = 400;

struct ArticleTerm {
  std::string term;        // as the index has it: the stem of a word, or the name of an entity
  std::string form;        // as the article has it, folded: for people, and for marks
  double occurrences = 0;  // where each stands counts as the parameters say
  enum class Kind : std::uint8_t { kWord, kStopWord, kName };
  Kind kind = Kind::kWord;
};

// The article's words, by the stems under which an unfielded word is looked for, and its entities' names; the most frequent first. `language` is that of an article which does not
// say its own. Needs no index, so that a draft is read as an article is.
std::vector<ArticleTerm> terms_of(const Article& article, std::string_view language,
                                  const SimilarParameters& parameters, Stemmers& stemmers);

}  // namespace dateline::search
