#include "searcher/output/explanation.h"
#include "searcher/output/hit_json.h"

namespace dateline::output {
namespace {

Json json_of_terms(const std::vector<search::TermCount>& terms) {
  Json out = Json::array();
  for (const search::TermCount& term : terms) {
    Json one;
    one["term"] = term.term;
    one["articles"] = term.articles;
    out.push_back(std::move(one));
  }
  return out;
}

Json json_of_score(const search::ArticleScore& article) {
  Json out;
  out["id"] = article.id;
  out["score"] = article.score;
  out["parts"] = Json::array();
  for (const search::ScorePart& part : article.parts) {
    Json one;
    one["what"] = part.what;
    one["value"] = part.value;
    out["parts"].push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::string explanation_json(const search::Explanation& explanation) {
  Json out;
  out["query"] = explanation.query;
  out["parsed"] = explanation.parsed;
  out["rewritten"] = explanation.rewritten;
  out["xapian"] = explanation.xapian;
  out["terms"] = json_of_terms(explanation.terms);
  out["notices"] = json_of(explanation.notices);
  if (explanation.article) out["article"] = json_of_score(*explanation.article);
  return line_of(out);
}

}  // namespace dateline::output
