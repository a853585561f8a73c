// Snippets: the part of an article that shows why it was found.
//
// What the query met in the body is marked by the same analysis that indexed it; the densest group
// of marks, rare words before common ones, with what is said around it in whole sentences where
// there is room, is the snippet. Where one piece cannot show all the words that the body has, two
// or three shorter ones try. Of a long body those paragraphs are read that may show most
// (paragraph_choice.h). A body without any gives way to the standfirst; without any there either, the
// article's opening stands in. What merely repeats the headline is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "searcher/search/snippet/asked_names.h"
#include "searcher/search/snippet/word_marker.h"

namespace dateline::search {

// Only so much of a body is searched for words: a snippet's cost stays bounded.
inline constexpr std::size_t kSnippetBodyBytes = std::size_t{256} << 10;

// Makes the snippets of one query's hits. Not thread-safe.
class SnippetMaker {
 public:
  // `marks` of a compiled query, and how much each tells (rarity.h). `chars`: visible characters of
  // a snippet at most, "…" included; 0: all snippets are empty. `stemmers` must outlive the maker.
  SnippetMaker(const std::vector<query::Mark>& marks, const std::vector<std::uint32_t>& rarity,
               std::size_t chars, Stemmers& stemmers);

  // HTML-escaped text in which <mark> and </mark> are the only markup. Of `article` the body is not
  // looked at, but `body`.
  std::string make(const Article& article, std::string_view body);

  // The same of the article's whole headline or standfirst: `part` is kHeadline or kStandfirst. Empty
  // where the query met nothing in it, where snippets are, and of more than kShortText bytes.
  std::string mark_whole(const Article& article, schema::FieldId part);

 private:
  std::string show(std::string_view text, schema::FieldId part, const std::string& language);
  std::vector<MarkedSpan> marked(std::string_view text, schema::FieldId part,
                                 const std::string& language);
  std::vector<std::uint32_t> rarity_of_words() const;

  WordMarker marker_;
  AskedNames names_;
  std::vector<std::uint32_t> rarity_;
  std::size_t chars_;
};

}  // namespace dateline::search
