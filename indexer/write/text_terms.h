// The prose of an article as terms: words with positions for phrases and exact forms, stems without
// for everything else.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/document/article.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "indexer/write/posting_table.h"

namespace dateline::indexer {

// How much an occurrence counts in the frequency of the stem that an unfielded word looks for: a
// headline says what an article is about.
inline constexpr std::uint32_t kBodyWeight = 1;
inline constexpr std::uint32_t kStandfirstWeight = 2;
inline constexpr std::uint32_t kHeadlineWeight = 5;

// Between paragraphs, so that no phrase reaches from one into the next.
inline constexpr std::uint32_t kParagraphGap = 10;

// Whose stems an article gets that does not say its language, as a flash of five words may not: the
// same that queries use when nothing else is asked for.
inline constexpr std::string_view kDefaultLanguage = "en";

// Keeps tokenizer and stem caches between articles. Not thread-safe.
class TextTerms {
 public:
  // Adds the terms of headline, standfirst and body.
  void add(const Article& article, PostingTable& into);

 private:
  struct Counts {
    std::uint32_t headline = 0;
    std::uint32_t standfirst = 0;
    std::uint32_t body = 0;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Stems = std::unordered_map<std::string, Counts, Hash, std::equal_to<>>;

  void scan(std::string_view text, std::string_view word_prefix, std::uint32_t Counts::*count,
            PostingTable& into);
  void add_stems(PostingTable& into) const;
  text::Stemmer& stemmer_for(std::string_view language);
  Counts& counts_of(std::string_view stem);

  text::Tokenizer tokenizer_;
  std::map<std::string, text::Stemmer, std::less<>> stemmers_;
  text::Stemmer* stemmer_ = nullptr;  // of the article at hand
  Stems stems_;
};

}  // namespace dateline::indexer
