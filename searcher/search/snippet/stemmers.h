// Stemmers that the searchers of all threads share.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "common/text/stemmer.h"

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

}  // namespace dateline::search
