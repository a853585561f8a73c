// The prose of an article as terms: words with positions for phrases and exact forms, stems without
// for everything else.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "indexer/write/analysis/posting_table.h"
#include "indexer/write/analysis/string_table.h"

namespace dateline::indexer {

// How much an occurrence counts in the frequency of the stem that an unfielded word looks for: a
// headline says what an article is about.
inline constexpr std::uint32_t kBodyWeight = 1;
inline constexpr std::uint32_t kStandfirstWeight = 2;
inline constexpr std::uint32_t kHeadlineWeight = 5;

// Whose stems an article gets that does not say its language, as a flash of five words may not: the
// same that queries use when nothing else is asked for.
inline constexpr std::string_view kDefaultLanguage = "en";

// Keeps words, their stems and the numbers of their terms between articles, so that a known word
// costs one look-up. Not thread-safe.
class TextTerms {
 public:
  // Adds the terms of headline, standfirst and body. `into` must be the same each time.
  void add(const Article& article, PostingTable& into);

 private:
  enum Part : std::size_t { kHeadline, kStandfirst, kBody };
  static constexpr std::size_t kParts = 3;
  using Term = PostingTable::Term;
  static constexpr Term kNoTerm = 0xFFFFFFFF;

  static constexpr std::uint32_t kNoStem = 0xFFFFFFFF;
  // What is known of a word: its stem, and its term in the part that has nearly all of the text.
  struct Word {
    std::uint32_t stem = kNoStem;
    Term in_body = kNoTerm;
  };
  // A stem, its terms, and how often it stands in the article at hand: within one cache line.
  struct alignas(32) Stem {
    std::array<std::uint32_t, kParts> counts{};
    Term anywhere = kNoTerm;
    Term headline = kNoTerm;
    Term standfirst = kNoTerm;
    Term outside_body = kNoTerm;
  };
  // What is known of one language's words.
  struct Language {
    explicit Language(std::string_view tag) : stemmer(tag) {}
    void clear();

    text::Stemmer stemmer;
    StringTable<Word> words;  // by form
    StringTable<> stem_forms;
    LargeVector<Stem> stems;               // by stem form
    std::vector<std::uint32_t> occurring;  // the stems of the article at hand
  };

  // A token that waits for its look-ups. Words, stems and terms lie all over tables that are larger
  // than the processor's caches: tokens are gathered, and each of the steps is done for all of them
  // while the memory for the next one is on its way.
  struct Waiting {
    std::string_view form;
    std::string_view written;  // where its accents may tell another stem
    std::uint32_t position;
    bool stemmable;
    StringKey key;
    std::uint32_t stem;
    Term term;
  };
  static constexpr std::size_t kMostWaiting = 64;

  void scan(std::string_view text, Part part, PostingTable& into);
  void wait(std::string_view paragraph, const text::Token& token, std::uint32_t before);
  void take_waiting(Part part, PostingTable& into);
  void add_stems(PostingTable& into);
  void count(std::uint32_t stem, Part part);
  std::uint32_t number_of_stem(std::string_view stem);
  void find_word(Waiting& token, Part part, PostingTable& into);
  Language& language_for(std::string_view tag);

  text::Tokenizer tokenizer_;
  std::vector<Waiting> waiting_;
  std::array<std::string, kMostWaiting> forms_;  // of those that wait and are not in the text
  std::map<std::string, Language, std::less<>> languages_;
  Language* language_ = nullptr;  // of the article at hand
  std::uint64_t vocabulary_ = 0;  // that terms are numbers of
};

}  // namespace dateline::indexer
