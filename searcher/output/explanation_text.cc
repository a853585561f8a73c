#include <fmt/format.h>

#include "searcher/output/explanation.h"
#include "searcher/output/text_layout.h"

namespace dateline::output {
namespace {

std::string stage(std::string_view label, std::string_view value, const Look& look) {
  return fmt::format("{}{}{}\n{}", look.style.heading, label, look.style.reset,
                     wrap(value, "  ", look.width));
}

std::string terms_text(const std::vector<search::TermCount>& terms, const Look& look) {
  if (terms.empty()) return {};
  std::string out = fmt::format("{}articles a term{}\n", look.style.heading, look.style.reset);
  for (const search::TermCount& term : terms) {
    out += fmt::format("{:>12}  {}\n", with_separators(term.articles), printable(term.term));
  }
  return out;
}

std::string score_text(const search::ArticleScore& article, const Look& look) {
  std::string out =
      fmt::format("{}article {}{}\n", look.style.heading, printable(article.id), look.style.reset);
  for (const search::ScorePart& part : article.parts) {
    out += fmt::format("{:>12.4f}  {}\n", part.value, printable(part.what));
  }
  return out + fmt::format("{:>12.4f}  score\n", article.score);
}

}  // namespace

std::string explanation_text(const search::Explanation& explanation, const Look& look) {
  std::string out = stage("query", explanation.query, look);
  out += stage("parsed", explanation.parsed, look);
  out += stage("rewritten", explanation.rewritten, look);
  out += stage("xapian", explanation.xapian, look);
  out += terms_text(explanation.terms, look);
  if (explanation.article) out += score_text(*explanation.article, look);
  return out;
}

}  // namespace dateline::output
