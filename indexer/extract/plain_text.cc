// A page saved as text has its headline near the top, often twice (title and heading), then credits
// and buttons, then paragraphs, then links to other articles:
//
//   Home                                     a label, left out
//   Bridge closed after storm                the headline
//   By Ann Lee                               the byline
//   Share this article                       furniture, left out
//   The bridge over the Narrows was closed … the body
//   You might also like                      furniture's heading: ends the body
//
// Lines are classed one by one. The headline is the line among the first thirty that is said twice,
// else the first that is neither furniture nor a label; short lines before the first prose are
// buttons. Lines that were wrapped at a width are joined again. Tested in plain_text_test.cc.
#include "indexer/extract/plain_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/body/lead.h"
#include "indexer/extract/credits/agencies.h"
#include "indexer/extract/credits/names.h"
#include "indexer/extract/dates/date_text.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/page/blocks.h"
#include "indexer/extract/page/phrases.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

struct Line {
  std::string text;
  std::string fold;
  std::size_t paragraph = 0;  // lines without an empty line between them share one
  std::size_t blank = 0;      // empty lines before it
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t paragraph = 0;
  std::size_t blank = 0;
  for (const std::string_view raw : split(text, '\n')) {
    std::string line = collapse_whitespace(raw);
    if (line.empty()) {
      ++blank;
      continue;
    }
    if (blank > 0) ++paragraph;
    std::string fold = folded(line);
    lines.push_back({std::move(line), std::move(fold), paragraph, blank});
    blank = 0;
  }
  return lines;
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest) return false;
  if (begins_with_one_of(kDateLineOpenings, line)) return true;
  return line.size() < 60 && read_date(line, DayOrder::kMonthFirst).has_value() &&
         !reads_like_prose(line);
}

// "By Island Wire with AP": the publication stands where a name would.
std::string publication_in(std::string_view credit) {
  const std::size_t space = credit.find(' ');
  if (space == std::string_view::npos) return {};
  std::string_view rest = trim(credit.substr(space));
  const std::size_t with = find_ignoring_ascii_case(rest, " with ");
  if (with == std::string_view::npos || agency_named(trim(rest.substr(with + 6))).empty())
    return {};
  rest = trim(rest.substr(0, with));
  const bool name =
      rest.size() <= 40 && rest.find_first_of(",;0123456789") == std::string_view::npos;
  return name && read_credits(rest).people.empty() && agency_named(rest).empty() ? std::string(rest)
                                                                                 : "";
}

class TextReader {
 public:
  explicit TextReader(std::string_view text) : lines_(lines_of(text)) {}

  Extraction read() && {
    const std::size_t headline = find_headline();
    if (headline == lines_.size()) return std::move(out_);
    out_.article.headline = lines_[headline].text;
    note("headline", "first heading line", out_.article.headline);
    read_rest(headline + 1);
    take_standfirst();
    find_publication();
    finish();
    return std::move(out_);
  }

 private:
  void note(std::string field, std::string source, std::string_view value) {
    constexpr std::size_t kShown = 80;
    out_.sources.push_back(
        {std::move(field), std::move(source), std::string(truncate_utf8(value, kShown))});
  }

  void note_cut(std::string reason, const Line& line) {
    constexpr std::size_t kMostNoted = 200;
    if (cuts_++ < kMostNoted) note("cut", std::move(reason), line.text);
  }

  // Among the first lines, the one that is said twice (as title and as heading); else the first
  // that is no furniture and has words enough.
  std::size_t find_headline() const {
    constexpr std::size_t kTop = 30;
    constexpr std::size_t kShortest = 12;
    const std::size_t top = std::min(kTop, lines_.size());
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < top; ++i) {
      if (lines_[i].fold.size() < kShortest || reads_as_furniture(i)) continue;
      const auto [at, fresh] = seen.emplace(lines_[i].fold, i);
      if (!fresh) return i;
    }
    for (std::size_t i = 0; i < top; ++i) {
      if (reads_as_furniture(i) || (is_label(i) && i + 1 < top)) continue;
      return i;
    }
    return lines_.size();
  }

  bool reads_as_furniture(std::size_t i) const {
    const std::string& text = lines_[i].text;
    return is_furniture_line(text) || is_date_line(text) || opens_credit(text);
  }

  // One or two words, alone in their paragraph, with longer lines to come: a menu entry, a section.
  bool is_label(std::size_t i) const {
    const std::string& text = lines_[i].text;
    const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    if (words > 2 || text.size() > 24) return false;
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                       lines_.begin() + static_cast<std::ptrdiff_t>(std::min(i + 6, lines_.size())),
                       [&](const Line& next) {
                         return !is_furniture_line(next.text) && next.text.size() > 24 &&
                                next.text.size() < 200 && !ends_sentence(next.text);
                       });
  }

  void read_rest(std::size_t i) {
    const std::string headline = folded(out_.article.headline);
    for (; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.fold == headline || line.fold.empty()) continue;
      if (paragraphs_.empty() && read_credit(line)) continue;
      if (!paragraphs_.empty() && opens_furniture(line.text)) {
        note_cut("label of other content, and what is below", line);
        break;
      }
      if (is_furniture_line(line.text) || opens_furniture(line.text)) {
        note_cut("furniture line", line);
        continue;
      }
      if (paragraphs_.empty() && !is_text(i)) continue;
      add(line);
    }
    drop_loose_end();
  }

  bool read_credit(const Line& line) {
    if (is_date_line(line.text)) {
      read_dates(line.text);
      return true;
    }
    constexpr std::size_t kLongest = 160;
    if (!opens_credit(line.text) || line.text.size() > kLongest || ends_sentence(line.text)) {
      return false;
    }
    merge(credits_, read_credits(line.text));
    if (out_.article.source.empty()) out_.article.source = publication_in(line.text);
    if (!out_.article.source.empty()) note("source", "credit line", out_.article.source);
    return true;
  }

  // "Published on 14 March 2026 Updated 15 March 2026".
  void read_dates(std::string_view line) {
    const std::size_t updated = find_ignoring_ascii_case(line, "updated");
    const auto published = read_date(line.substr(0, updated), DayOrder::kMonthFirst);
    if (published && !out_.article.published) {
      out_.article.published = published;
      note("published", "date line", published->to_string());
    }
    if (updated == std::string_view::npos) return;
    const auto modified = read_date(line.substr(updated), DayOrder::kMonthFirst);
    if (!modified || out_.article.modified) return;
    out_.article.modified = modified;
    note("modified", "date line", modified->to_string());
  }

  // The publication's name stands among the first lines, and again at the end, in the line that
  // claims copyright: "Copyright © Isles Observer 2026".
  void find_publication() {
    constexpr std::size_t kTop = 10;
    if (!out_.article.source.empty()) return;
    for (std::size_t i = lines_.size() > kTop ? lines_.size() - kTop : 0; i < lines_.size(); ++i) {
      if (lines_[i].text.find("\xC2\xA9") == std::string::npos) continue;
      for (std::size_t top = 0; top < std::min(kTop, lines_.size()); ++top) {
        const Line& named = lines_[top];
        if (named.fold.size() < 4 || top >= i || named.text.size() > 40) continue;
        if (lines_[i].fold.find(named.fold) == std::string::npos) continue;
        out_.article.source = named.text;
        return note("source", "copyright line", named.text);
      }
    }
  }

  // Short lines before the first prose are buttons; where no prose follows, they are the text.
  bool is_text(std::size_t i) const {
    const std::string& text = lines_[i].text;
    return reads_like_prose(text) || ends_sentence(text) || text.size() > 80 || !prose_follows(i);
  }

  bool prose_follows(std::size_t i) const {
    return std::any_of(
        lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
        lines_.begin() + static_cast<std::ptrdiff_t>(std::min(i + 12, lines_.size())),
        [](const Line& line) { return reads_like_prose(line.text); });
  }

  // Lines wrapped at a width are one paragraph; a line that ends a sentence may end one.
  void add(const Line& line) {
    constexpr std::size_t kWrapped = 50;
    const bool continues = !paragraphs_.empty() && line.paragraph == last_paragraph_ &&
                           last_size_ >= kWrapped && last_size_ <= 100 && wrapped_;
    if (continues) {
      paragraphs_.back() += " " + line.text;
    } else {
      paragraphs_.push_back(line.text);
      wrapped_ = true;
    }
    wrapped_ = line.text.size() >= kWrapped && line.text.size() <= 100;
    last_paragraph_ = line.paragraph;
    last_size_ = line.text.size();
  }

  // Headings and labels after the last sentence are links to elsewhere.
  void drop_loose_end() {
    std::size_t last = paragraphs_.size();
    while (last > 0 && !ends_sentence(paragraphs_[last - 1]) &&
           !reads_like_prose(paragraphs_[last - 1])) {
      --last;
    }
    if (last > 0) paragraphs_.resize(last);
  }

  // A first paragraph set apart by more than one empty line is the summary.
  void take_standfirst() {
    if (paragraphs_.size() < 3) return;
    const std::string first = folded(paragraphs_[0]);
    const std::string second = folded(paragraphs_[1]);
    const auto gap = std::find_if(lines_.begin(), lines_.end(),
                                  [&](const Line& line) { return line.fold == second; });
    if (gap == lines_.end() || gap->blank < 2 || first == second) return;
    out_.article.standfirst = paragraphs_[0];
    note("standfirst", "paragraph set apart", paragraphs_[0]);
    paragraphs_.erase(paragraphs_.begin());
  }

  void finish() {
    Article& article = out_.article;
    article.body = join(paragraphs_, "\n\n");
    if (!article.body.empty()) note("body", "paragraphs below the headline", article.body);
    if (!paragraphs_.empty()) {
      const Lead lead = read_lead(paragraphs_.front());
      article.dateline = lead.dateline;
      if (!lead.agency.empty()) merge(credits_, {{}, {lead.agency}});
    }
    if (!credits_.people.empty()) note("byline", "credit line", credits_.people.front());
    if (!credits_.agencies.empty()) note("agencies", "credit line", credits_.agencies.front());
    article.byline = credits_.people;
    article.agencies = credits_.agencies;
  }

  std::vector<Line> lines_;
  std::vector<std::string> paragraphs_;
  std::size_t last_paragraph_ = 0;
  std::size_t last_size_ = 0;
  bool wrapped_ = false;
  std::size_t cuts_ = 0;
  Credits credits_;
  Extraction out_;
};

}  // namespace

Extraction read_plain_text(std::string_view text) { return TextReader(text).read(); }

}  // namespace dateline::indexer::page
