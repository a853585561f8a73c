#include "common/text/stemmer.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/strings.h"
#include "common/text/fold.h"
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

// Languages in Latin script whose endings have accents.
constexpr auto kAccented =
    std::to_array<std::string_view>({"ca", "da", "de", "es", "eu", "fi", "fr", "ga", "hu", "it",
                                     "lt", "nb", "nl", "nn", "no", "pt", "ro", "sv", "tr"});

static_assert(std::ranges::is_sorted(kAccented));

bool has_accented_endings(std::string_view language) {
  return std::ranges::binary_search(
      kAccented, to_ascii_lower(language.substr(0, language.find_first_of("-_"))));
}

// The part of `source` that `form` is the folded form of, with its accents: of "L'Élysée" that is
// "élysée". Empty if there is none, as in a compound's solid form.
std::string accented_part(std::string_view source, std::string_view form) {
  std::string whole = case_folded(source);
  if (folded(whole) == form) return whole;
  for (const std::string_view part : split(whole, '\'')) {
    if (folded(part) == form) return std::string(part);
  }
  return {};
}

}  // namespace

struct Stemmer::State {
  explicit State(std::string_view language)
      : snowball(text::snowball(language)),
        changes_words(!snowball.is_none()),
        reads_accents(changes_words && has_accented_endings(language)) {}

  Xapian::Stem snowball;
  bool changes_words;
  bool reads_accents;
  StemCache cache;
  StemCache accented;  // by a word's form and how it was written
  std::string key;
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

std::string_view Stemmer::accented_stem(std::string_view form, std::string_view source) {
  State& s = *state_;
  if (!s.reads_accents || is_ascii(source)) return {};
  s.key.assign(form).append(1, '\n').append(source);
  if (const auto known = s.accented.find(s.key)) return *known;
  std::string told = folded(s.snowball(accented_part(source, form)));
  if (told == stem(form)) told.clear();
  s.accented.put(s.key, told);
  s.result = std::move(told);
  return s.result;
}

bool Stemmer::knows(std::string_view language) { return !snowball(language).is_none(); }

}  // namespace dateline::text
