// Stems by Snowball, through Xapian, with a cache: news repeats its words, and a cached stem costs
// a hash look-up.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::text {

// Not thread-safe: one for each thread. Memory is bounded (the cache is emptied when it holds 2^17
// words).
class Stemmer {
 public:
  // `language` is a BCP 47 tag ("en", "de-AT"); a language that Xapian does not stem leaves words
  // as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem of a folded word; valid until the next call.
  std::string_view stem(std::string_view form);

  // One more stem of `form`, which was written as `source`: the one that its accents tell, folded.
  // Snowball's endings have accents, and readers and writers leave them out: "organización" is
  // organizacion without them, and organiz, as organizaciones is, with them. Articles have both
  // stems, and words are looked for by both. Empty where it is stem(form) again, where nothing has
  // accents, and in languages whose endings have none. Valid until the next call.
  std::string_view accented_stem(std::string_view form, std::string_view source);

  // True if `language` is one that this class changes words of.
  static bool knows(std::string_view language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::text
