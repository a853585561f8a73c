// A window of the snippet's length slides over the marked words. The best place has most different
// words of the query that no earlier fragment has shown; of equals, most marked words, and most of
// them side by side:
//
//   … troops … (600 characters) … the parliament voted to expel troops from Iraq. …
//                                  └───────── this window has both words ───────┘
//
// Then its edges are moved to where a sentence, or at least a word, begins and ends. Tested by
// tests/searcher/search/snippet/snippet_window_test.cc.
#include "searcher/search/snippet/snippet_window.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/strings.h"

namespace dateline::search {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

// ---- Characters as distances

std::size_t count_chars(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t count = 0;
  for (std::size_t at = from; at < to; ++at) count += begins_character(text[at]) ? 1 : 0;
  return count;
}

// The byte `chars` characters after `from`, or the end.
std::size_t forward(std::string_view text, std::size_t from, std::size_t chars) {
  std::size_t at = from;
  while (at < text.size() && chars > 0) {
    do ++at;
    while (at < text.size() && !begins_character(text[at]));
    --chars;
  }
  return at;
}

// The byte `chars` characters before `from`, or 0.
std::size_t backward(std::string_view text, std::size_t from, std::size_t chars) {
  std::size_t at = from;
  while (at > 0 && chars > 0) {
    do --at;
    while (at > 0 && !begins_character(text[at]));
    --chars;
  }
  return at;
}

// ---- Edges

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || (is_ascii_space(text[at - 1]) && !is_ascii_space(text[at]));
}

bool ends_word(std::string_view text, std::size_t at) {
  return at == text.size() || (is_ascii_space(text[at]) && !is_ascii_space(text[at - 1]));
}

// `text` without closing quotes and brackets at its end.
std::string_view without_closers(std::string_view text) {
  constexpr std::array<std::string_view, 7> kClosers{"\"", "'", ")", "]", "”", "’", "»"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (text.size() < closer.size() || text.substr(text.size() - closer.size()) != closer) {
        continue;
      }
      text.remove_suffix(closer.size());
      again = true;
    }
  }
  return text;
}

// "Mr.", "U.S.", "J.": a full stop after a title or a single letter ends no sentence. Wrong now and
// then, which costs a less pretty cut.
bool is_abbreviation(std::string_view before_stop) {
  constexpr std::array<std::string_view, 18> kTitles{"Mr",  "Mrs", "Ms",  "Dr",   "St",   "Jr",
                                                     "Sr",  "Lt",  "Col", "Gen",  "Sen",  "Rep",
                                                     "Gov", "Sgt", "Rev", "Prof", "Capt", "Maj"};
  std::size_t begin = before_stop.size();
  while (begin > 0 && is_ascii_alpha(before_stop[begin - 1])) --begin;
  const std::string_view word = before_stop.substr(begin);
  return (word.size() == 1 && is_ascii_upper(word[0])) ||
         std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

// True if a sentence ends at byte `at`, just after its stop and closing quotes; or a paragraph.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (!ends_word(text, at)) return false;
  if (text.substr(at, 2) == "\n\n" || at == text.size()) return true;
  constexpr std::size_t kLookBehind = 16;
  const std::size_t from = at > kLookBehind ? at - kLookBehind : 0;
  const std::string_view tail = without_closers(text.substr(from, at - from));
  if (tail.empty()) return false;
  if (tail.back() == '!' || tail.back() == '?') return true;
  return tail.back() == '.' && !is_abbreviation(tail.substr(0, tail.size() - 1));
}

bool begins_sentence(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (!begins_word(text, at)) return false;
  std::size_t end = at;
  while (end > 0 && is_ascii_space(text[end - 1])) --end;
  return end == 0 || ends_sentence(text, end);
}

// ---- Cutting

std::size_t choose_begin(std::string_view text, std::size_t begin, std::size_t slack) {
  const std::size_t earliest = backward(text, begin, slack);
  for (std::size_t at = begin + 1; at-- > earliest;) {
    if (begins_sentence(text, at)) return at;
  }
  // The sentence began long before: a third of the room shows how the words came up.
  for (std::size_t at = backward(text, begin, slack / 3); at < begin; ++at) {
    if (begins_word(text, at)) return at;
  }
  return begin;
}

// Where the text ends before the room does, whole sentences before `begin` fill it.
std::size_t fill_from_front(std::string_view text, std::size_t begin, std::size_t chars) {
  if (forward(text, begin, chars) < text.size()) return begin;
  const std::size_t spare = chars - count_chars(text, begin, text.size());
  for (std::size_t at = backward(text, begin, spare); at < begin; ++at) {
    if (begins_sentence(text, at)) return at;
  }
  return begin;
}

std::size_t choose_end(std::string_view text, std::size_t begin, std::size_t needed,
                       std::size_t chars) {
  const std::size_t latest = forward(text, begin, chars);
  if (latest == text.size()) return latest;
  // A whole sentence is worth two fifths of the room, no more.
  const std::size_t enough = std::max(needed, forward(text, begin, chars - chars * 2 / 5));
  std::size_t last_word = 0;
  for (std::size_t at = latest + 1; at-- > std::max(needed, begin + 1);) {
    if (at >= enough && ends_sentence(text, at)) return at;
    if (last_word == 0 && ends_word(text, at)) last_word = at;
    if (at < enough && last_word != 0) break;
  }
  return last_word != 0 ? last_word : std::max(latest, begin);
}

// ---- Runs

// What a window holds, kept up to date as it slides.
class WindowScore {
 public:
  WindowScore(std::size_t words, const std::vector<bool>& seen) : counts_(words), seen_(seen) {}

  void add(std::uint32_t word) {
    ++size_;
    if (counts_[word]++ == 0 && !known(word)) ++different_;
  }
  void remove(std::uint32_t word) {
    --size_;
    if (--counts_[word] == 0 && !known(word)) --different_;
  }

  std::size_t value(std::size_t neighbours) const {
    constexpr std::size_t kMost = 31;
    return different_ * 128 + std::min(size_, kMost) * 2 + std::min(neighbours, kMost);
  }

 private:
  bool known(std::uint32_t word) const { return word < seen_.size() && seen_[word]; }

  std::vector<std::uint32_t> counts_;
  const std::vector<bool>& seen_;
  std::size_t size_ = 0;
  std::size_t different_ = 0;
};

std::size_t words_in(const std::vector<MarkedSpan>& spans) {
  std::uint32_t most = 0;
  for (const MarkedSpan& span : spans) most = std::max(most, span.word);
  return std::size_t{most} + 1;
}

}  // namespace

SpanRun densest_run(std::string_view text, const std::vector<MarkedSpan>& spans, std::size_t chars,
                    const std::vector<bool>& seen) {
  WindowScore score(words_in(spans), seen);
  SpanRun best;
  std::size_t best_value = 0;
  std::size_t first = 0;
  std::size_t width = 0;       // characters from the first span's begin to the last one's end
  std::size_t neighbours = 0;  // spans that follow their predecessor after one byte
  const auto follows = [&](std::size_t i) { return spans[i].begin - spans[i - 1].end <= 1; };
  for (std::size_t last = 0; last < spans.size(); ++last) {
    const std::size_t from = last == first ? spans[last].begin : spans[last - 1].end;
    width += count_chars(text, from, spans[last].end);
    if (last > first && follows(last)) ++neighbours;
    score.add(spans[last].word);
    for (; width > chars && first < last; ++first) {
      width -= count_chars(text, spans[first].begin, spans[first + 1].begin);
      if (follows(first + 1)) --neighbours;
      score.remove(spans[first].word);
    }
    if (const std::size_t value = score.value(neighbours); value > best_value) {
      best_value = value;
      best = {first, last};
    }
  }
  return best;
}

Fragment fragment_around(std::string_view text, std::size_t begin, std::size_t end,
                         std::size_t chars) {
  end = std::min(end, forward(text, begin, chars));
  const std::size_t slack = chars - count_chars(text, begin, end);
  Fragment fragment;
  fragment.begin = fill_from_front(text, choose_begin(text, begin, slack), chars);
  fragment.end = choose_end(text, fragment.begin, end, chars);
  fragment.cut_before = !begins_sentence(text, fragment.begin);
  fragment.cut_after = !ends_sentence(text, fragment.end);
  return fragment;
}

}  // namespace dateline::search
