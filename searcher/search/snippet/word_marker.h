// Where a text has the words that a query asked for.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "searcher/query/query.h"

namespace dateline::search {

// One stemmer that several threads use in turn: one cache for all. Taking the lock costs some 20 ns,
// and a search asks for the stems of few words (those that begin as a word of the query does).
class SharedStemmer {
 public:
  explicit SharedStemmer(std::string_view language) : stemmer_(language) {}

  // As those of text::Stemmer, into `out`. Thread-safe.
  void stem(std::string_view form, std::string& out);
  void accented_stem(std::string_view form, std::string_view source, std::string& out);

 private:
  std::mutex using_;
  text::Stemmer stemmer_;
};

// Stemmers by language, kept so that their caches stay warm from one search to the next, and shared
// by the searchers of all threads. Thread-safe. Bounded by the languages that there are stemmers
// for.
class Stemmers {
 public:
  // English where `language` is empty, as at indexing. Stays valid as long as this.
  SharedStemmer& of(std::string_view language);

 private:
  std::mutex adding_;
  std::map<std::string, SharedStemmer, std::less<>> by_language_;
};

// A marked word in a text.
struct MarkedSpan {
  std::uint32_t begin;  // bytes: [begin, end)
  std::uint32_t end;
  std::uint32_t word;  // which of the query's words it is, from 0
};

class WordMarker {
 public:
  // `marks` of a compiled query whose language is `language`. `stemmers` must outlive the marker.
  WordMarker(const std::vector<query::MarkedWord>& marks, std::string_view language,
             Stemmers& stemmers);

  // The marked words of `text`, in its order, none overlapping. `language` is the text's, whose
  // stemmer its words were indexed with. Linear in the text.
  std::vector<MarkedSpan> find(std::string_view text, std::string_view language);

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t word_of(const text::Token& token, SharedStemmer& stemmer, bool first_byte_tells);

  // Forms and stems to the query's word. A form and a stem that belong together share a number.
  std::unordered_map<std::string, std::uint32_t> forms_;
  std::unordered_map<std::string, std::uint32_t> stems_;
  std::bitset<256> first_bytes_;
  Stemmers* stemmers_;
  text::Tokenizer tokenizer_;
  std::string_view text_;  // that is looked through
  std::string key_;        // kept for its memory
};

}  // namespace dateline::search
