// A line is cut at its dates; the words between two of them are the label of the second:
//
//   "Last updated: 3 March 2024. First published: 12 October 2019."
//    ^ modified                  ^ published
//
// Words that are known decide (tables/date_words.h); any other label is told by its colon, and a
// sentence by its words in small letters: "The act was signed into law on 14 August 1935" dates
// nothing. Tested in date_labels_test.cc.
#include "indexer/extract/dates/date_labels.h"

#include <algorithm>
#include <string>

#include "common/base/strings.h"
#include "indexer/extract/dates/date_tokens.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kLongestLabel = 60;

bool names_a_label(std::string_view label) {
  return label.ends_with(':') || label.ends_with("\uff1a");
}

// In lower case, a space before each word; of the signs only the colons behind words.
std::string lower_words(std::string_view text) {
  std::string out;
  for (const std::string_view word : split(text, ' ')) {
    out.append(" ").append(folded(word));
    if (names_a_label(word)) out += ':';
  }
  return out;
}

// Where the last of the words begins; npos where there is none.
template <typename Words>
std::size_t last_of(const Words& words, std::string_view text, std::string_view before = {}) {
  std::size_t last = std::string_view::npos;
  for (const std::string_view word : words) {
    const std::size_t at = text.rfind(std::string(before).append(word));
    if (at != std::string_view::npos)
      last = last == std::string_view::npos ? at : std::max(last, at);
  }
  return last;
}

bool is_later(std::size_t at, std::size_t other) {
  return at != std::string_view::npos && (other == std::string_view::npos || at > other);
}

// What a label says with words that are known; of several the last.
DateRole known_role(std::string_view label) {
  const std::string words = lower_words(label);
  const std::size_t published = last_of(kPublishedWords, words);
  const std::size_t modified = last_of(kUpdateWords, words);
  const std::size_t other = last_of(kOtherDateWords, words, " ");
  if (is_later(other, published) && is_later(other, modified)) return DateRole::kOther;
  if (is_later(modified, published)) return DateRole::kModified;
  return published != std::string_view::npos ? DateRole::kPublished : DateRole::kPlain;
}

// The part of the text before a date that can be its label.
std::string_view label_at_end(std::string_view text) {
  if (text.size() > kLongestLabel) text.remove_prefix(text.size() - kLongestLabel);
  for (const std::string_view mark : kLabelSeparators) {
    const std::size_t at = text.rfind(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = text.substr(at + mark.size());
    if (!folded(rest).empty()) text = rest;
  }
  return trim(text);
}

// "Date:" says no more than the date itself.
bool says_date_alone(std::string_view label) { return is_one_of(kDateLabels, folded(label)); }

std::size_t words_in_small_letters(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.size() > 1 && is_ascii_lower(word.front())) ++count;
  }
  return count;
}

DateRole role_before(std::string_view gap) {
  constexpr std::size_t kSentence = 4;
  const std::string_view label = label_at_end(gap);
  const DateRole known = known_role(label);
  if (known != DateRole::kPlain) return known;
  if (words_in_small_letters(gap) >= kSentence) return DateRole::kMentioned;
  if (!names_a_label(label) || says_date_alone(label)) return DateRole::kPlain;
  // "14:32:" is a time of day.
  return folded(label).find_first_not_of("0123456789") == std::string::npos ? DateRole::kPlain
                                                                            : DateRole::kUnknown;
}

}  // namespace

DateRole role_of_label(std::string_view label) { return role_before(label); }

std::vector<LabelledDate> labelled_dates(std::string_view text, DayOrder order) {
  constexpr std::size_t kWindow = 400;
  constexpr std::size_t kLongestBehind = 24;
  const std::string plain = with_plain_digits(trim(text.substr(0, kWindow)));
  const std::string_view view = plain;
  const std::vector<PlacedDate> dates = dates_in(view, order);
  std::vector<LabelledDate> out;
  if (dates.empty()) return out;
  const std::string_view front = view.substr(0, dates.front().begin);
  const std::string_view tail = view.substr(dates.back().end);
  const bool behind = role_before(front) == DateRole::kPlain && tail.size() <= kLongestBehind &&
                      known_role(tail) != DateRole::kPlain;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const std::size_t before = i == 0 ? 0 : dates[i - 1].end;
    const std::size_t after = i + 1 < dates.size() ? dates[i + 1].begin : view.size();
    const DateRole role = behind ? known_role(view.substr(dates[i].end, after - dates[i].end))
                                 : role_before(view.substr(before, dates[i].begin - before));
    out.push_back({dates[i].stamp, role});
  }
  return out;
}

}  // namespace dateline::indexer::page
