// A window of the snippet's length slides over the marked words. The best place has the different
// words of the query that tell most and that no earlier fragment has shown; of equals, most marked
// words, and these near each other:
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
#include "common/text/characters.h"

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

// Of scripts without spaces every character is a word.
bool is_single(const text::Char& c) { return c.kind == text::CharClass::kSingle; }

bool single_begins(std::string_view text, std::size_t at) {
  return at < text.size() && begins_character(text[at]) && is_single(text::char_at(text, at));
}

bool single_ends(std::string_view text, std::size_t at) {
  if (!begins_character(text[at]) || is_ascii_space(text[at])) return false;
  const text::Char next = text::char_at(text, at);
  return is_single(text::char_at(text, backward(text, at, 1))) &&
         (next.in_word() || is_single(next));
}

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || (is_ascii_space(text[at - 1]) && !is_ascii_space(text[at])) ||
         single_begins(text, at);
}

bool ends_word(std::string_view text, std::size_t at) {
  return at == text.size() || (is_ascii_space(text[at]) && !is_ascii_space(text[at - 1])) ||
         single_ends(text, at);
}

constexpr std::array<std::string_view, 10> kClosers{"\"", "'", ")",  "]",  "”",
                                                    "’",  "»", "」", "』", "）"};

bool begins_with_closer(std::string_view text) {
  return std::any_of(kClosers.begin(), kClosers.end(),
                     [&](std::string_view closer) { return text.starts_with(closer); });
}

// `text` without closing quotes and brackets at its end.
std::string_view without_closers(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
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

// Stops of other scripts, behind which no space needs to stand.
bool is_other_stop(std::string_view tail) {
  constexpr std::array<std::string_view, 8> kStops{"。", "！", "？", "｡", "।", "။", "។", "؟"};
  return std::any_of(kStops.begin(), kStops.end(),
                     [&](std::string_view stop) { return tail.ends_with(stop); });
}

// What stands before byte `at`, as far as an end of a sentence can be told by it.
std::string_view tail_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kLookBehind = 16;
  const std::size_t from = at > kLookBehind ? at - kLookBehind : 0;
  return without_closers(text.substr(from, at - from));
}

// A sentence has ended before `at`, and what stands there is no part of its end.
bool follows_other_stop(std::string_view text, std::size_t at) {
  return at < text.size() && begins_character(text[at]) && is_other_stop(tail_before(text, at)) &&
         !begins_with_closer(text.substr(at));
}

// True if a sentence ends at byte `at`, just after its stop and closing quotes; or a paragraph.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\n\n" || at == text.size()) return ends_word(text, at);
  if (follows_other_stop(text, at)) return true;
  const std::string_view tail = tail_before(text, at);
  if (tail.empty() || !ends_word(text, at)) return false;
  if (tail.back() == '!' || tail.back() == '?') return true;
  return tail.back() == '.' && !is_abbreviation(tail.substr(0, tail.size() - 1));
}

bool begins_sentence(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (follows_other_stop(text, at) && !is_ascii_space(text[at])) return true;
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
  WindowScore(const std::vector<bool>& seen, const std::vector<std::uint32_t>& rarity)
      : counts_(rarity.size()), seen_(seen), rarity_(rarity) {}

  void add(std::uint32_t word) {
    ++size_;
    if (counts_[word]++ == 0 && !known(word)) tells_ += rarity_[word];
  }
  void remove(std::uint32_t word) {
    --size_;
    if (--counts_[word] == 0 && !known(word)) tells_ -= rarity_[word];
  }

  std::size_t value(std::size_t nearness) const {
    constexpr std::size_t kMost = 31;
    return tells_ * 128 + std::min(size_, kMost) * 2 + std::min(nearness, kMost);
  }

 private:
  bool known(std::uint32_t word) const { return word < seen_.size() && seen_[word]; }

  std::vector<std::uint32_t> counts_;
  const std::vector<bool>& seen_;
  const std::vector<std::uint32_t>& rarity_;
  std::size_t size_ = 0;
  std::size_t tells_ = 0;
};

// The characters before a span's begin, and before its end.
struct SpanChars {
  std::size_t begin;
  std::size_t end;
};

std::vector<SpanChars> chars_of(std::string_view text, const std::vector<MarkedSpan>& spans) {
  std::vector<SpanChars> out;
  out.reserve(spans.size());
  std::size_t at = spans.front().begin;
  std::size_t chars = 0;
  for (const MarkedSpan& span : spans) {
    chars += count_chars(text, at, span.begin);
    at = span.begin;
    out.push_back({chars, chars + count_chars(text, span.begin, span.end)});
  }
  return out;
}

// How near a word stands to the one before it.
std::size_t nearness(const SpanChars& before, const SpanChars& word) {
  const std::size_t apart = word.begin - std::min(word.begin, before.end);
  if (apart <= 1) return 4;
  return apart <= 16 ? 2 : apart <= 64 ? 1 : 0;
}

}  // namespace

SpanRun densest_run(std::string_view text, const std::vector<MarkedSpan>& spans, std::size_t chars,
                    const std::vector<bool>& seen, const std::vector<std::uint32_t>& rarity) {
  const std::vector<SpanChars> at = chars_of(text, spans);
  WindowScore score(seen, rarity);
  SpanRun best;
  std::size_t best_value = 0;
  std::size_t first = 0;
  std::size_t near = 0;
  for (std::size_t last = 0; last < spans.size(); ++last) {
    if (last > first) near += nearness(at[last - 1], at[last]);
    score.add(spans[last].word);
    while (first < last && std::max(at[first].end, at[last].end) - at[first].begin > chars) {
      score.remove(spans[first].word);
      ++first;
      near -= nearness(at[first - 1], at[first]);
    }
    if (const std::size_t value = score.value(near); value > best_value) {
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
