#include "searcher/output/text_writer.h"

#include <fmt/format.h>

#include "searcher/output/article_text.h"
#include "searcher/output/facets.h"
#include "searcher/output/text_layout.h"

namespace dateline::output {

constexpr std::string_view kIndent = "    ";

std::string TextWriter::paragraph(const search::Hit& hit) const {
  const Article& article = hit.article;
  const program::Style& style = look_.style;
  const std::string headline =
      article.headline.empty() ? "(no headline)" : printable(article.headline);
  std::string out = fmt::format("{:>2}. {}{}{}\n", hit.rank, style.heading, headline, style.reset);
  if (const std::string facts = facts_line(article); !facts.empty()) {
    out += fmt::format("{}{}{}{}\n", kIndent, style.dim, facts, style.reset);
  }
  out += wrap_snippet(hit.snippet, kIndent, look_.width, style);
  const std::string address = printable(article.url.empty() ? article.id : article.url);
  out += fmt::format("{}{}{}{}\n", kIndent, style.dim, address, style.reset);
  return out;
}

std::string TextWriter::results(const search::Answer& answer) const {
  if (look_.count_only) return std::to_string(answer.total.value) + "\n";
  std::string out;
  for (const search::Hit& hit : answer.hits) {
    if (!out.empty()) out += '\n';
    out += paragraph(hit);
  }
  return out + facets_text(answer.facets);
}

std::string TextWriter::remarks(const search::Answer& answer) const {
  std::string out;
  if (!look_.count_only) out = (answer.hits.empty() ? "" : "\n") + summary_line(answer);
  if (!look_.count_only) out += suggestion_lines(answer.suggestions);
  return out + notice_lines(answer.notices);
}

}  // namespace dateline::output
