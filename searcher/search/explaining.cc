#include "searcher/search/explaining.h"

#include <string>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "searcher/search/compilation.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/score_parts.h"

namespace dateline::search {
namespace {

Result<ArticleScore> score(const Xapian::Query& query, std::string_view id, const Call& call) {
  const Xapian::docid found = find_article(call.index, id);
  if (found == 0) return failure(no_article(id));
  const Xapian::Database& db = call.index.database();
  const auto article = schema::decode_head(db.get_document(found).get_data());
  if (!article) return failure(article.error());
  const auto& id_field = schema::field(schema::FieldId::kId);
  const std::string id_term = schema::make_term(id_field.value_prefix, article->id);
  ArticleScore score = score_in_parts(db, query, call.index.live(Xapian::Query(id_term)),
                                      [&] { return call.deadline->check(); });
  score.id = article->id;
  return score;
}

void count_terms(const std::vector<std::string>& terms, const Call& call, Explanation& into) {
  for (const std::string& term : terms) {
    if (call.deadline->check()) return;
    into.terms.push_back({term, call.index.count(term)});
  }
}

}  // namespace

Result<Explanation> explanation_of(const Request& request, std::string_view id, const Call& call) {
  // Shown without what bounds the time of its positional parts, which says nothing of the query.
  Call shown = call;
  shown.options.ends_in_time = false;
  auto compiled = compile(request, shown);
  if (!compiled) return failure(compiled.error());
  Explanation explanation;
  explanation.query = request.query;
  explanation.xapian = compiled->query.get_description();
  count_terms(compiled->terms, call, explanation);
  if (!id.empty()) {
    const auto run = compile(request, call);
    if (!run) return failure(run.error());
    auto scored = score(run->query, id, call);
    if (!scored) return failure(scored.error());
    explanation.article = std::move(*scored);
  }
  explanation.parsed = std::move(compiled->parsed);
  explanation.rewritten = std::move(compiled->rewritten);
  explanation.notices = std::move(compiled->notices);
  if (call.deadline->passed()) {
    explanation.notices.push_back({"deadline", "time was up: the explanation is not complete"});
  }
  return explanation;
}

}  // namespace dateline::search
