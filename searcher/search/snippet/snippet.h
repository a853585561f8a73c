// Snippets: the part of an article that shows why it was found.
//
// The marked words of the body are found by the same analysis that indexed it; the densest group of
// them, with what is said around it, is the snippet. Where one piece cannot show all the words that
// the body has, two halves try. A body without any gives way to the standfirst; without any there
// either, the article's opening stands in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/snippet/word_marker.h"

namespace dateline::search {

// Only so much of a body is searched for words: a snippet's cost stays bounded.
inline constexpr std::size_t kSnippetBodyBytes = std::size_t{256} << 10;

// Makes the snippets of one query's hits. Not thread-safe.
class SnippetMaker {
 public:
  // `chars`: visible characters of a snippet at most, "…" included; 0: all snippets are empty.
  // `language` is the query's. `stemmers` must outlive the maker.
  SnippetMaker(const std::vector<query::MarkedWord>& marks, std::string_view language,
               std::size_t chars, Stemmers& stemmers)
      : marker_(marks, language, stemmers), chars_(chars) {}

  // HTML-escaped text in which <mark> and </mark> are the only markup. `language` is the article's.
  std::string make(std::string_view body, std::string_view standfirst, std::string_view language);

 private:
  WordMarker marker_;
  std::size_t chars_;
};

}  // namespace dateline::search
