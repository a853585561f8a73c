#include "searcher/search/likening.h"

#include <string>
#include <utility>

#include "common/schema/stored_record.h"
#include "searcher/search/answering.h"
#include "searcher/search/compilation.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/similar/draft.h"
#include "searcher/search/similar/likeness.h"

namespace dateline::search {
namespace {

// What a draft is called where an answer names what was asked.
constexpr std::string_view kDraft = "-";

Result<Answer> like(const AskedArticle& asked, std::string_view name, const Request& request,
                    const Call& call, Stemmers& stemmers, const SimilarParameters& parameters) {
  if (!request.after.empty()) {
    return failure(ErrorCode::kUsage, "after is of a query, and there is none",
                   "page through like articles with offset");
  }
  query::CompiledQuery compiled = likeness_of(asked, call, parameters, stemmers);
  auto within = within_range(compiled.query, request, call);
  if (!within) return failure(within.error());
  compiled.query = std::move(*within);
  return answer_to({std::string(name), std::move(compiled), ranking_of(parameters)}, request, call,
                   stemmers);
}

}  // namespace

Result<Answer> like_article(std::string_view id_or_url, const Request& request, const Call& call,
                            Stemmers& stemmers, const SimilarParameters& parameters) {
  AskedArticle asked;
  asked.document = find_article(call.index, id_or_url);
  asked.background = request.background;
  if (asked.document == 0) return failure(no_article(id_or_url));
  auto article =
      schema::decode_record(call.index.database().get_document(asked.document).get_data());
  if (!article) return failure(article.error());
  asked.article = std::move(*article);
  return like(asked, id_or_url, request, call, stemmers, parameters);
}

Result<Answer> like_draft(std::string_view draft, const Request& request, const Call& call,
                          Stemmers& stemmers, const SimilarParameters& parameters) {
  auto article = read_draft(draft);
  if (!article) return failure(article.error());
  AskedArticle asked;
  asked.article = std::move(*article);
  asked.is_draft = true;
  asked.background = request.background;
  if (!asked.article.id.empty()) asked.document = find_article(call.index, asked.article.id);
  return like(asked, kDraft, request, call, stemmers, parameters);
}

}  // namespace dateline::search
