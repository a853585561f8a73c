// Parts are compared by their letters and digits alone, at the borders of parts:
//
//   "Isles | Bridge - shut? - The Courier"   isles|bridge|shut|thecourier
//   run("bridgeshut")   →   "Bridge - shut?"
//
// Dashes without spaces around them ("桥梁关闭-港口日报") part here too, before East Asian scripts.
// Tested in title_parts_test.cc.
#include "indexer/extract/facts/title_parts.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kLongest = 500;
constexpr std::size_t kMostParts = 24;

// A sign of three bytes from U+3000 on: East Asian scripts, which do not join words with dashes.
bool is_east_asian(std::string_view title, std::size_t at) {
  if (at >= title.size()) return false;
  const auto lead = static_cast<unsigned char>(title[at]);
  return lead >= 0xE3 && lead <= 0xED;
}

// The length of the separator at `at`; 0 if none begins there.
std::size_t separator_length(std::string_view title, std::size_t at) {
  std::size_t longest = 0;
  for (const std::string_view mark : kTitleSeparators) {
    if (title.substr(at, mark.size()) == mark) longest = std::max(longest, mark.size());
  }
  for (const std::string_view mark : kTightSeparators) {
    if (title.substr(at, mark.size()) != mark || !is_east_asian(title, at + mark.size())) continue;
    longest = std::max(longest, mark.size());
  }
  return longest;
}

}  // namespace

TitleParts::TitleParts(std::string_view title) : title_(title) {
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view part = trim(title.substr(begin, end - begin));
    if (!folded(part).empty()) parts_.push_back(part);
  };
  for (std::size_t at = 0; at < title.size() && title.size() <= kLongest;) {
    const std::size_t length = separator_length(title, at);
    if (length > 0) {
      add(at);
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  add(title.size());
  if (parts_.size() > kMostParts) parts_.assign(1, title);
  for (const std::string_view part : parts_) {
    begins_.push_back(fold_.size());
    fold_ += folded(part);
  }
  begins_.push_back(fold_.size());
}

std::string_view TitleParts::run(std::string_view fold) const {
  for (std::size_t first = 0; first < parts_.size() && !fold.empty(); ++first) {
    if (fold_.compare(begins_[first], fold.size(), fold) != 0) continue;
    const auto end = std::find(begins_.begin(), begins_.end(), begins_[first] + fold.size());
    if (end == begins_.end()) continue;
    const std::string_view last = parts_[static_cast<std::size_t>(end - begins_.begin()) - 1];
    const char* const begin = parts_[first].data();
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
  }
  return {};
}

bool TitleParts::is_label(std::string_view part) const {
  constexpr std::size_t kWordsOfLabel = 3;
  constexpr std::size_t kWordsOfHeadline = 5;
  const std::string fold = folded(part);
  const bool is_part = std::any_of(parts_.begin(), parts_.end(),
                                   [&](std::string_view own) { return folded(own) == fold; });
  if (!is_part || words_in(part) > kWordsOfLabel) return false;
  return std::any_of(parts_.begin(), parts_.end(), [&](std::string_view other) {
    return words_in(other) >= kWordsOfHeadline && other.size() >= 2 * part.size();
  });
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  for (const std::string_view word : split(text, ' ')) words += folded(word).empty() ? 0U : 1U;
  return words;
}

}  // namespace dateline::indexer::page
