#include "searcher/output/explanation.h"

#include <fmt/format.h>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::output {
namespace {

std::string stage(std::string_view label, std::string_view value, const Terminal& terminal) {
  return fmt::format("{}{}{}\n{}", terminal.style.heading, label, terminal.style.reset,
                     wrap(value, "  ", terminal.width));
}

std::string terms_text(const std::vector<search::TermCount>& terms, const Terminal& terminal) {
  if (terms.empty()) return {};
  std::string out =
      fmt::format("{}articles a term{}\n", terminal.style.heading, terminal.style.reset);
  for (const search::TermCount& term : terms) {
    out += fmt::format("{:>12}  {}\n", format_count(term.articles), printable(term.term));
  }
  return out;
}

std::string score_text(const search::ArticleScore& article, const Terminal& terminal) {
  std::string out = fmt::format("{}article {}{}\n", terminal.style.heading, printable(article.id),
                                terminal.style.reset);
  for (const search::ScorePart& part : article.parts) {
    out += fmt::format("{:>12.4f}  {}\n", part.value, printable(part.what));
  }
  return out + fmt::format("{:>12.4f}  score\n", article.score);
}

Json json_of_score(const search::ArticleScore& article) {
  Json out;
  out["id"] = article.id;
  out["score"] = article.score;
  out["parts"] = json_list(article.parts, [](const search::ScorePart& part) {
    return Json{{"what", part.what}, {"value", part.value}};
  });
  return out;
}

}  // namespace

Rendered text_of(const search::Explanation& explanation, const Terminal& terminal) {
  std::string out = stage("query", explanation.query, terminal);
  out += stage("parsed", explanation.parsed, terminal);
  out += stage("rewritten", explanation.rewritten, terminal);
  out += stage("xapian", explanation.xapian, terminal);
  out += terms_text(explanation.terms, terminal);
  if (explanation.article) out += score_text(*explanation.article, terminal);
  return {out, notice_lines(explanation.notices)};
}

Json json_of(const search::Explanation& explanation) {
  Json out;
  out["query"] = explanation.query;
  out["parsed"] = explanation.parsed;
  out["rewritten"] = explanation.rewritten;
  out["xapian"] = explanation.xapian;
  out["terms"] = json_list(explanation.terms, [](const search::TermCount& term) {
    return Json{{"term", term.term}, {"articles", term.articles}};
  });
  out["notices"] = json_of(explanation.notices);
  if (explanation.article) out["article"] = json_of_score(*explanation.article);
  return out;
}

}  // namespace dateline::output
