#include "common/text/stemmer.h"

#include <xapian.h>

#include "common/base/strings.h"
#include "common/text/stem_cache.h"

namespace dateline::text {
namespace {

// The stemmer of the primary subtag; the one that changes nothing if there is none for it.
Xapian::Stem snowball(std::string_view language) {
  const std::string code = to_ascii_lower(language.substr(0, language.find_first_of("-_")));
  if (code.size() != 2) return {};  // Xapian also takes names, of algorithms among them
  try {
    return Xapian::Stem(code);
  } catch (const Xapian::InvalidArgumentError&) {
    return {};
  }
}

}  // namespace

struct Stemmer::State {
  explicit State(std::string_view language)
      : snowball(text::snowball(language)), changes_words(!snowball.is_none()) {}

  Xapian::Stem snowball;
  bool changes_words;
  StemCache cache;
  std::string word;
  std::string result;
};

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>(language)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view form) {
  State& s = *state_;
  if (!s.changes_words) return form;
  if (const auto known = s.cache.find(form)) return *known;
  s.word = form;
  s.result = s.snowball(s.word);
  s.cache.put(s.word, s.result);
  return s.result;
}

bool Stemmer::knows(std::string_view language) { return !snowball(language).is_none(); }

}  // namespace dateline::text
