#include "searcher/output/stories/story_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/base/figures.h"
#include "common/base/printable.h"
#include "common/base/strings.h"
#include "common/schema/article_json.h"
#include "searcher/output/article_text.h"
#include "searcher/output/stories/word_diff.h"

namespace dateline::output {
namespace {

using Kind = DiffPiece::Kind;

// Of a stretch that is the same, so many words are shown beside what differs.
constexpr std::size_t kContext = 6;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kRemoved:
      return "removed";
    case Kind::kAdded:
      return "added";
    case Kind::kSame:
      break;
  }
  return "same";
}

// The words at one end of a text.
std::string words_at_end(std::string_view text, bool at_begin) {
  std::vector<std::string_view> words = split(text, ' ');
  if (words.size() > kContext) {
    const auto begin =
        at_begin ? words.begin() : words.end() - static_cast<std::ptrdiff_t>(kContext);
    words = {begin, begin + static_cast<std::ptrdiff_t>(kContext)};
  }
  return fmt::format("{}", fmt::join(words, " "));
}

std::string cut(const std::string& text, bool is_first, bool is_last) {
  std::string line = printable(text);
  if (split(line, ' ').size() <= 2 * kContext) return line;
  const std::string before = is_first ? "" : words_at_end(line, true) + " ";
  const std::string after = is_last ? "" : " " + words_at_end(line, false);
  return before + "…" + after;
}

std::string marked(const std::vector<DiffPiece>& pieces) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const DiffPiece& piece = pieces[i];
    switch (piece.kind) {
      case Kind::kSame:
        parts.push_back(cut(piece.text, i == 0, i + 1 == pieces.size()));
        break;
      case Kind::kRemoved:
        parts.push_back("[-" + printable(piece.text) + "-]");
        break;
      case Kind::kAdded:
        parts.push_back("{+" + printable(piece.text) + "+}");
        break;
    }
  }
  return fmt::format("{}", fmt::join(parts, " "));
}

std::string difference(const Article& first, const Article& copy) {
  const std::vector<DiffPiece> pieces = word_diff(first.body, copy.body);
  const bool same = std::all_of(pieces.begin(), pieces.end(),
                                [](const DiffPiece& piece) { return piece.kind == Kind::kSame; });
  return same ? "the same words" : marked(pieces);
}

std::string head_of(const Article& article, const Terminal& terminal) {
  const program::Style& style = terminal.style;
  const std::string headline =
      article.headline.empty() ? "(no headline)" : printable(article.headline);
  std::string out = fmt::format("{}{}{}\n", style.heading, headline, style.reset);
  if (const std::string facts = facts_line(article); !facts.empty()) out += facts + "\n";
  if (!article.url.empty()) out += printable(article.url) + "\n";
  return out + fmt::format("{}id {}{}\n", style.dim, printable(article.id), style.reset);
}

}  // namespace

Rendered text_of(const search::Story& story, const Terminal& terminal) {
  const Article& first = story.copies.front();
  std::string out = text_of(first, terminal).results;
  for (std::size_t i = 1; i < story.copies.size(); ++i) {
    out += "\n" + head_of(story.copies[i], terminal);
    out += wrap(difference(first, story.copies[i]), "    ", terminal.width);
  }
  std::string remarks = fmt::format("{} {}", format_count(story.articles),
                                    story.articles == 1 ? "article" : "articles");
  if (!story.id.empty()) remarks += ", story " + printable(story.id);
  if (story.copies.size() < story.articles) {
    remarks += fmt::format("; the latest {} are shown", story.copies.size());
  }
  return {out, remarks + "\n"};
}

Json json_of(const search::Story& story) {
  Json out;
  if (!story.id.empty()) out["story"] = story.id;
  out["articles"] = story.articles;
  out["copies"] = Json::array();
  for (const Article& copy : story.copies) {
    Json record = Json::parse(schema::to_json(copy));
    if (&copy != &story.copies.front()) {
      record["diff"] = Json::array();
      for (const DiffPiece& piece : word_diff(story.copies.front().body, copy.body)) {
        record["diff"].push_back({{"kind", name_of(piece.kind)}, {"text", piece.text}});
      }
    }
    out["copies"].push_back(std::move(record));
  }
  return out;
}

}  // namespace dateline::output
