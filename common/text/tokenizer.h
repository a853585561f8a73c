// Text into words: the one analysis that serves documents, queries, snippets and entities.
//
// A word's form is what is indexed: NFKC, case-folded, accents and apostrophes gone ("Erdoğan's" →
// "erdogan"). Positions count the words that a reader would count, from 1, so that exact phrases
// can be checked. Where a word has more than one form (a compound's solid form, an acronym's
// reading), the further ones follow at the same position, marked `further`.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

struct Token {
  std::string_view form;   // folded; valid until the next call of next()
  std::uint32_t position;  // from 1
  std::uint32_t begin;     // bytes of the source: [begin, end)
  std::uint32_t end;
  bool further;    // one more form of the word at `position`; it may span several positions' bytes
  bool stemmable;  // a word of letters; false for numbers, handles, addresses, acronyms
};

// Splits one text. Never fails: bytes that are no UTF-8 separate words. Linear in the text; the
// longest token is 64 letters (longer runs are cut into several). Not thread-safe; cheap to make
// and to reuse.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // Begins a text, which must outlive the calls of next(). At most 4 GiB are looked at.
  void start(std::string_view text);

  // The next token; false at the end.
  bool next(Token& token);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A token that owns its form.
struct OwnedToken {
  std::string form;
  std::uint32_t position;
  std::uint32_t begin;
  std::uint32_t end;
  bool further;
  bool stemmable;
};

// All tokens of `text`; for short texts and tests.
std::vector<OwnedToken> tokenize(std::string_view text);

// A whole value (a source, a tag, a person's name) in the form in which whole values are indexed
// and compared: folded like words, punctuation at word edges dropped, one space between words.
// "Agence France-Presse" → "agence france-presse".
std::string fold_value(std::string_view value);

// One word folded as the tokenizer would, without splitting it: for wildcard patterns and the like.
std::string fold_word(std::string_view word);

}  // namespace dateline::text
