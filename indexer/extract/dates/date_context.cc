// Lines that may hold the article's date are short, no prose and near the headline: forty blocks
// from it on, and six before it. Which of 3/4 is the month follows the page's language ("en-US":
// the first number), and where it says English or nothing, the top-level domain of its address.
// Tested in date_context_test.cc.
#include "indexer/extract/dates/date_context.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

// True where nothing is known of the host as well.
bool is_month_first_host(std::string_view url) {
  const std::string host = host_of(url);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos) return true;
  return is_one_of(kMonthFirstDomains, host.substr(dot + 1));
}

DayOrder order_on(const Page& page) {
  const std::string language = to_ascii_lower(page.meta.language);
  if (language == "en-us" || language == "en_us") return DayOrder::kMonthFirst;
  const bool unsaid = language.empty() || language == "en";
  return unsaid && is_month_first_host(page.url) ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

}  // namespace

DateContext::DateContext(const Page& page, std::size_t headline_block, std::int64_t now)
    : page_(page),
      now_(now),
      order_(order_on(page)),
      headline_block_(headline_block),
      text_block_(headline_block),
      teasers_(page,
               headline_block < page.blocks.size() ? page.blocks[headline_block].first : kNoNode) {
  while (text_block_ < page.blocks.size() && !is_text(text_block_)) ++text_block_;
  find_lines();
}

// Prose, and no line of dates that ends with a full stop.
bool DateContext::is_text(std::size_t block) const {
  return page_.blocks[block].prose && !is_date_line(page_.blocks.text(block));
}

bool DateContext::is_date_line(std::string_view text) const {
  constexpr std::size_t kLongest = 120;
  constexpr std::size_t kLongestLabel = 30;
  const std::size_t digit = text.find_first_of("0123456789");
  if (text.size() > kLongest || digit == std::string_view::npos || digit > kLongestLabel) {
    return false;
  }
  const DateRole role = role_of_label(text.substr(0, digit));
  return role == DateRole::kPublished || role == DateRole::kModified;
}

void DateContext::find_lines() {
  constexpr std::size_t kLongest = 120;
  constexpr std::size_t kLines = 40;
  constexpr std::size_t kAbove = 6;
  const auto add = [&](std::size_t begin, std::size_t end) {
    for (std::size_t b = begin; b < std::min(end, page_.blocks.size()); ++b) {
      const Block& block = page_.blocks[b];
      if (block.size <= kLongest && !is_text(b) && page_.furniture[block.first] != Hint::kRelated) {
        lines_.push_back({page_.blocks.text(b), b});
      }
    }
  };
  const std::size_t at = headline_block_;
  add(at, at + kLines);
  add(at < kAbove ? 0 : at - kAbove, at);
}

bool DateContext::plausible(const Timestamp& stamp) const {
  const int year = static_cast<int>(stamp.day().year());
  const bool epoch = stamp.instant() == 0;
  return year >= 1700 && !epoch && stamp.instant() <= now_ + 2 * kSecondsOfDay;
}

DateFinding DateContext::read(std::string_view text, std::string_view source) const {
  if (text.empty()) return {};
  const auto stamp = read_date(text, order_);
  if (!stamp || !plausible(*stamp)) return {};
  return {stamp, std::string(source)};
}

DateFinding DateContext::read_as(DateRole role, std::string_view text,
                                 std::string_view source) const {
  for (const LabelledDate& date : labelled_dates(text, order_)) {
    if (date.role == role && plausible(date.stamp)) return {date.stamp, std::string(source)};
  }
  return {};
}

DateFinding DateContext::read_as(DateRole role, const DateLine& line,
                                 std::string_view source) const {
  std::vector<LabelledDate> dates = labelled_dates(line.text, order_);
  const Block& block = page_.blocks[line.block];
  for (NodeIndex i = block.first; i <= block.last && dates.empty(); ++i) {
    constexpr std::size_t kShortest = 6;
    if (page_.tree[i].tag != Tag::kText || page_.tree[i].text_size < kShortest) continue;
    dates = labelled_dates(page_.tree.text(i), order_);
  }
  if (dates.empty()) return {};
  if (dates.front().role == DateRole::kPlain) dates.front().role = role_above(line.block);
  for (const LabelledDate& date : dates) {
    if (date.role == role && plausible(date.stamp) && !in_teaser(block.first)) {
      return {date.stamp, std::string(source)};
    }
  }
  return {};
}

// "Published" in a cell or a block of its own above the date.
DateRole DateContext::role_above(std::size_t block) const {
  constexpr std::size_t kLongest = 30;
  if (block == 0 || page_.blocks[block - 1].size > kLongest) return DateRole::kPlain;
  const std::string_view label = page_.blocks.text(block - 1);
  if (std::any_of(label.begin(), label.end(), is_ascii_digit)) return DateRole::kPlain;
  const DateRole role = role_of_label(label);
  return role == DateRole::kMentioned ? DateRole::kPlain : role;
}

DateRole DateContext::role_of(NodeIndex i) const {
  std::size_t b = page_.blocks.first_at(i);
  const bool opens = b < page_.blocks.size() && page_.blocks[b].first < page_.tree[i].end;
  if (opens) return role_above(b);
  if (b == 0 || page_.blocks[b - 1].last < i) return DateRole::kPlain;
  // Nearest texts first, a few of them.
  constexpr NodeIndex kMostNodes = 12;
  constexpr std::size_t kLongest = 120;
  const NodeIndex first = page_.blocks[b - 1].first;
  std::string before;
  for (NodeIndex at = i; at > first && i - at < kMostNodes && before.size() < kLongest; --at) {
    if (page_.tree[at - 1].tag != Tag::kText) continue;
    const std::string_view text = page_.tree.text(at - 1);
    before.insert(0, std::string(text.substr(text.size() - std::min(text.size(), kLongest))) + " ");
  }
  const std::size_t digit = before.find_last_of("0123456789");
  const DateRole role =
      role_of_label(std::string_view(before).substr(digit == std::string::npos ? 0 : digit + 1));
  return role == DateRole::kMentioned ? DateRole::kPlain : role;
}

bool DateContext::is_elsewhere(NodeIndex i) const {
  const Hint hint = page_.furniture[i];
  return hint != Hint::kNone && hint != Hint::kAuthor && hint != Hint::kShare;
}

std::size_t modified_word(std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view word : kUpdateWords) {
    first = std::min(first, find_ignoring_ascii_case(text, word));
  }
  return first;
}

}  // namespace dateline::indexer::page
