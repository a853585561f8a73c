#include "indexer/write/index/article_sink.h"

#include <algorithm>
#include <utility>

#include "common/schema/fields.h"

namespace dateline::indexer {

Result<AddOutcome> ArticleSink::add(const AnalysedArticle& article) {
  const auto ticket = admit();
  if (!ticket) return failure(ErrorCode::kInterrupted, "no more articles are taken");
  auto prepared = prepare(0, *ticket, article);
  if (!prepared) return failure(prepared.error());
  auto outcome = take(std::move(*prepared));
  if (!outcome || !wants_commit()) return outcome;
  if (auto committed = commit(); !committed) return failure(committed.error());
  return outcome;
}

ArticleSink::Prepared identified(ArticleSink::Ticket ticket, const AnalysedArticle& article) {
  ArticleSink::Prepared prepared;
  prepared.ticket = ticket;
  prepared.id_term = article.id_term;
  prepared.order = article.order;
  prepared.bytes = article.data.size();
  const std::string_view prefix = schema::field(schema::FieldId::kFingerprint).value_prefix;
  const auto found = std::lower_bound(
      article.postings.begin(), article.postings.end(), prefix,
      [](const auto& posting, std::string_view key) { return posting.term < key; });
  if (found != article.postings.end() && std::string_view(found->term).starts_with(prefix)) {
    prepared.fingerprint_term = found->term;
  }
  for (const auto& [slot, value] : article.values) {
    if (slot == schema::Slot::kDay) prepared.story.day = day_from_value(value);
  }
  prepared.story.mark = article.story;
  return prepared;
}

}  // namespace dateline::indexer
