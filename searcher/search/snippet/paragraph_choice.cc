// Tested by tests/searcher/search/snippet/paragraph_choice_test.cc, and against reading all of a text by
// tests/searcher/search/snippet/long_text_test.cc.
#include "searcher/search/snippet/paragraph_choice.h"

#include <algorithm>
#include <numeric>

namespace dateline::search {
namespace {

using Paragraphs = std::vector<std::string_view>;

std::size_t telling(WordSet words, const std::vector<std::uint32_t>& rarity) {
  std::size_t sum = 0;
  for (std::uint32_t number = 0; number < rarity.size(); ++number) {
    if ((words & word_set(number)) != 0) sum += rarity[number];
  }
  return sum;
}

// The paragraphs that may have something, the most telling first.
std::vector<std::size_t> by_what_they_tell(const std::vector<WordSet>& words,
                                           const std::vector<std::uint32_t>& rarity) {
  std::vector<std::size_t> tells(words.size());
  std::transform(words.begin(), words.end(), tells.begin(),
                 [&](WordSet each) { return telling(each, rarity); });
  std::vector<std::size_t> out(words.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  std::erase_if(out, [&](std::size_t i) { return words[i] == 0; });
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return tells[a] > tells[b]; });
  return out;
}

template <typename Holds>
Paragraphs those_that(const Paragraphs& paragraphs, const Holds& holds) {
  Paragraphs out;
  out.reserve(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (holds(i)) out.push_back(paragraphs[i]);
  }
  return out;
}

// What may have a word and stands within `reach` of a chosen one is chosen too.
class Reaching {
 public:
  Reaching(const Paragraphs& paragraphs, const std::vector<WordSet>& words, std::size_t reach)
      : paragraphs_(paragraphs), words_(words), reach_(reach) {}

  void choose_around(std::size_t place, std::vector<bool>& chosen) const {
    const std::string_view middle = paragraphs_[place];
    for (std::size_t i = place; i-- > 0;) {
      if (end_of(paragraphs_[i]) + reach_ < middle.data()) break;
      if (words_[i] != 0) chosen[i] = true;
    }
    for (std::size_t i = place + 1; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].data() > end_of(middle) + reach_) break;
      if (words_[i] != 0) chosen[i] = true;
    }
  }

 private:
  static const char* end_of(std::string_view text) { return text.data() + text.size(); }

  const Paragraphs& paragraphs_;
  const std::vector<WordSet>& words_;
  std::size_t reach_;
};

}  // namespace

std::vector<std::string_view> worth_reading(const Paragraphs& paragraphs,
                                            const std::vector<WordSet>& words,
                                            const std::vector<std::uint32_t>& rarity,
                                            std::size_t reach) {
  const Reaching reaching(paragraphs, words, reach);
  std::vector<bool> chosen(paragraphs.size());
  WordSet seen = 0;
  std::size_t bytes = 0;
  for (const std::size_t place : by_what_they_tell(words, rarity)) {
    if (bytes >= kChosenBytes && (words[place] & ~seen) == 0) continue;
    seen |= words[place];
    bytes += paragraphs[place].size();
    chosen[place] = true;
    reaching.choose_around(place, chosen);
  }
  return those_that(paragraphs, [&](std::size_t i) { return chosen[i]; });
}

std::vector<std::string_view> all_that_may_have_any(const Paragraphs& paragraphs,
                                                    const std::vector<WordSet>& words) {
  return those_that(paragraphs, [&](std::size_t i) { return words[i] != 0; });
}

}  // namespace dateline::search
