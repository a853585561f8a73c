// Text into words: the one analysis that serves documents, queries, snippets and the names in an
// index. What finds names in text reads other words (indexer/entities/words/word.h), as capitals
// and dots, which are folded away here, are what tells it of them.
//
// A word's form is what is indexed: NFKC, case-folded, accents and apostrophes gone ("Erdoğan's" →
// "erdogan"). Positions count the words that a reader would count, from 1, so that exact phrases
// can be checked. Where a word has more than one form (a compound's solid form, an acronym's
// reading), the further ones follow at the same position, marked `further`.
//
//   text             tokens: form@position, further ones in brackets
//   Iraq's troops    iraq@1 troops@2
//   non-binding      non@1 [nonbinding@1 solid] [non-binding@1 hyphenated] binding@2
//   US, U.S.         us@1 [us.@1 precise]               (lower-case "us": us@1 alone)
//   USA, U. S. A.    usa@1 [us.@1 precise] [us@1 solid]
//   #metoo           metoo@1 [#metoo@1 precise]
//   9/11             9@1 [9/11@1 precise] 11@2
//   l'Élysée         elysee@1 [lelysee@1 solid]         (but O'Neill: oneill@1)
//   Müller           muller@1 [mueller@1 solid]         (so Mueller finds it, and is found by it)
//   MPs, F-35s       mps@1 [mp@1 solid]; f@1 [f35s f-35s f35 f-35 over both] 35s@2 [35@2 solid]
//   Expo'67          expo@1 67@2
//   rock'n'roll      rock@1 [rocknroll solid, rock-n-roll hyphenated, over all three] n@2 roll@3
//   צה"ל, צה״ל       צהל@1
//   東京             東@1 京@2
//
// Documents index every token under its form, at its position. A query makes of each of its words:
//   1. the phrase of its plain tokens (those not `further`), one for each position;
//   2. with a kPrecise token in the place of the `span` plain tokens that it covers;
//   3. OR the kSolid token, which covers the same positions written as one.
// So `us` finds "us", "US", "U.S." and "USA"; `US` and `U.S.` find the acronym alone; `non-binding`
// is "non binding" OR nonbinding. Of two kPrecise tokens at one position the first, which is the
// wider, is meant (`#AIDS` is the tag, though documents so tagged are found by `AIDS` too). Queries
// wholly in capitals are the caller's to judge: WHO SENT IT would ask for two acronyms. kHyphenated
// tokens are evidence: that the term "non-binding" is in an index tells that its solid and spaced
// spellings are one word there, so that a query for `nonbinding` may look for the phrase too (see
// also is_compound_prefix in stop_words.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

enum class Reading : std::uint8_t {
  kPlain,       // the word, or a part of a compound
  kSolid,       // the whole compound in one piece: "nonbinding", "covid19"; of span 1, one word
                // spelled otherwise: "att" for AT&T, "lelysee" for l'Élysée, "us" for USA
  kHyphenated,  // the compound with plain hyphens: "non-binding"; such a form holds a "-"
  kPrecise,     // says more than the plain words do: "us." the country, "#metoo", "9/11", "c++",
                // "joe@example.com"; such a form holds a sign that no plain form has there
};

struct Token {
  std::string_view form;   // folded, no ASCII capitals; valid until the next call of next()
  std::uint32_t position;  // from 1
  std::uint32_t begin;     // bytes of the source: [begin, end)
  std::uint32_t end;
  std::uint32_t span;  // positions covered, from `position` on; 1 for plain tokens
  Reading reading;
  bool further;    // one more form of the word(s) at `position`: any reading but kPlain
  bool stemmable;  // plain or solid, of letters alone; told by the form, however it was written
};

// Splits one text. Never fails: bytes that are no UTF-8 separate words. Each character of a script
// without spaces (Han, kana, Hangul, Thai) is a word, so that any part of such text is a phrase.
// Linear in the text; the longest token is 64 letters (longer runs are cut into several). Positions
// ascend; at one position the plain token comes first. Not thread-safe; cheap to make and to reuse.
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
  std::uint32_t span;
  Reading reading;
  bool further;
  bool stemmable;
};

// All tokens of `text`; for short texts and tests.
std::vector<OwnedToken> tokenize(std::string_view text);

}  // namespace dateline::text
