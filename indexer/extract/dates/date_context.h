// What all finders of dates share: the page, where its headline and text stand, and which dates can
// be an article's at all.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/base/calendar.h"
#include "indexer/extract/dates/date_labels.h"
#include "indexer/extract/dates/date_text.h"
#include "indexer/extract/page/page.h"
#include "indexer/extract/page/teasers.h"

namespace dateline::indexer::page {

using DateFinding = Finding<std::optional<Timestamp>>;

// A short line of the page.
struct DateLine {
  std::string_view text;
  std::size_t block;
};

// Refers to the page, which must outlive it.
class DateContext {
 public:
  // `now` in seconds since 1970: nothing more than two days later is a date of publication, since
  // its day has not begun anywhere.
  DateContext(const Page& page, std::size_t headline_block, std::int64_t now);

  const Page& page() const { return page_; }
  DayOrder order() const { return order_; }
  std::size_t headline_block() const { return headline_block_; }
  // The first block of prose from the headline on: what stands before it speaks of the article.
  std::size_t text_block() const { return text_block_; }
  // Short lines from the headline on, then those shortly above it: pages show the day's date there
  // as often as the article's.
  const std::vector<DateLine>& lines() const { return lines_; }

  bool plausible(const Timestamp& stamp) const;
  // Nothing found where there is no date, or none that is plausible.
  DateFinding read(std::string_view text, std::string_view source) const;
  // The first plausible date in `text` that plays the role.
  DateFinding read_as(DateRole role, std::string_view text, std::string_view source) const;
  // As read_as(), with labels in the line above; where the line as a whole has no date, that of one
  // of its text nodes ("Ann Lee" and "Dec 5, 2023" may stand in one block without a space between
  // them).
  DateFinding read_as(DateRole role, const DateLine& line, std::string_view source) const;
  // What the words before node `i` say of it: those in its own block, else the short block above.
  DateRole role_of(NodeIndex i) const;
  // In lists of other articles, comments and the like.
  bool is_elsewhere(NodeIndex i) const;
  // In an item of a list of other articles that no name gives away.
  bool in_teaser(NodeIndex i) const { return teasers_.hold(i); }

 private:
  void find_lines();
  bool is_text(std::size_t block) const;
  bool is_date_line(std::string_view text) const;
  DateRole role_above(std::size_t block) const;

  const Page& page_;
  std::int64_t now_;
  DayOrder order_;
  std::size_t headline_block_;
  std::size_t text_block_;
  Teasers teasers_;
  std::vector<DateLine> lines_;
};

// Where a word for "updated" begins; npos if there is none.
std::size_t modified_word(std::string_view text);

}  // namespace dateline::indexer::page
