// A row of the table says that `british` and `american` are one at the beginning of a word, or
// behind a listed prefix, where one of the listed tails follows: {"travell", "travel", "ed ing er"}
// joins travelled and traveled, and leaves travel alone. -ise and -ize are a rule with exceptions.
// A word may differ in two places, so what was found is looked at again.
//
// Tested by tests/common/text/spelling_test.cc.
#include "common/text/spelling.h"

#include <algorithm>
#include <array>

#include "common/text/spelling_rows.h"

namespace dateline::text {
namespace {

// Shorter words are spelled alike.
constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongestForm = 40;

// Behind -is- and -iz-.
constexpr auto kVerbTails =
    std::to_array<std::string_view>({"ability", "able", "ation", "ational", "ations", "e", "ed",
                                     "er", "ers", "es", "ing", "ingly", "ings"});

// What stands before -ise in words that are never written with z, where no ending tells.
constexpr auto kAlwaysS = std::to_array<std::string_view>(
    {"advert", "bel",    "cer",    "chast", "chem",     "comprom", "dem",   "den",
     "el",     "expert", "franch", "highr", "merchand", "moonr",   "mort",  "parad",
     "pract",  "prem",   "prom",   "res",   "sunr",     "surm",    "treat", "val"});

static_assert(std::ranges::is_sorted(kVerbTails) && std::ranges::is_sorted(kAlwaysS));

constexpr std::size_t kShortestBase = 3;

bool ends_in_one_of(std::string_view text, std::string_view letters) {
  return letters.find(text.back()) != std::string_view::npos;
}

// True if both base + "ise" and base + "ize" are spellings of one verb. Endings tell most of those
// that are not: noise, raise, guise (a vowel), otherwise (w), comprise (pr), exercise but not
// criticise (c), advise but not collectivise (v), size but not emphasise (s).
bool takes_both_endings(std::string_view base) {
  if (base.size() < kShortestBase || ends_in_one_of(base, "aouw")) return false;
  if (base.ends_with("pr") || base.ends_with("franch")) return false;
  if (base.ends_with('c') && !base.ends_with("ic") && !base.ends_with("ac")) return false;
  if (base.ends_with('v') && !base.ends_with("iv")) return false;
  if (base.ends_with('s') && !base.ends_with("as") && !base.ends_with("es")) return false;
  return !std::ranges::binary_search(kAlwaysS, base);
}

class Spellings {
 public:
  explicit Spellings(std::string_view form) : found_{std::string(form)} {}

  std::vector<std::string> others() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const std::string word = found_[i];
      add_by_rule(word);
      add_by_rows(word, 0);
      for (const std::string_view prefix : kSpellingPrefixes) {
        if (word.starts_with(prefix)) add_by_rows(word, prefix.size());
      }
    }
    found_.erase(found_.begin());
    return std::move(found_);
  }

 private:
  void add(std::string word) {
    if (found_.size() > kMostSpellings) return;
    if (std::ranges::find(found_, word) == found_.end()) found_.push_back(std::move(word));
  }

  void add_replaced(std::string_view word, std::size_t at, std::size_t size,
                    std::string_view other) {
    std::string spelled(word);
    spelled.replace(at, size, other);
    add(std::move(spelled));
  }

  void add_by_rule(std::string_view word) {
    for (const char letter : {'s', 'z'}) {
      const char ending[] = {'i', letter};
      const std::size_t at = word.rfind(std::string_view(ending, 2));
      if (at == std::string_view::npos || !takes_both_endings(word.substr(0, at))) continue;
      if (!std::ranges::binary_search(kVerbTails, word.substr(at + 2))) continue;
      add_replaced(word, at + 1, 1, letter == 's' ? "z" : "s");
    }
  }

  static bool is_tail(std::string_view tails, std::string_view tail) {
    if (tails == kAnyTail) return true;
    const std::string_view wanted = tail.empty() ? kAlone : tail;
    for (std::size_t at = 0; at < tails.size();) {
      const std::size_t end = std::min(tails.find(' ', at), tails.size());
      if (tails.substr(at, end - at) == wanted) return true;
      at = end + 1;
    }
    return false;
  }

  void add_by_rows(std::string_view word, std::size_t at) {
    const std::string_view rest = word.substr(at);
    const auto try_one = [&](std::string_view from, std::string_view to, std::string_view tails) {
      if (rest.starts_with(from) && is_tail(tails, rest.substr(from.size()))) {
        add_replaced(word, at, from.size(), to);
      }
    };
    for (const SpellingRow& row : kSpellingRows) {
      if (rest.empty() || rest[0] != row.british[0]) {
        if (rest.empty() || rest[0] != row.american[0]) continue;
      }
      try_one(row.british, row.american, row.tails);
      try_one(row.american, row.british, row.tails);
    }
  }

  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> other_spellings(std::string_view form) {
  if (form.size() < kShortest || form.size() > kLongestForm) return {};
  return Spellings(form).others();
}

std::string doubled_stem(std::string_view stem) {
  for (const SpellingRow& row : kSpellingRows) {
    const bool doubles = row.american == stem && row.british.size() == stem.size() + 1 &&
                         row.british.starts_with(stem) && row.british.back() == stem.back();
    if (doubles) return std::string(row.british);
  }
  return {};
}

}  // namespace dateline::text
