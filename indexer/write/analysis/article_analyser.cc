#include "indexer/write/analysis/article_analyser.h"

#include "common/schema/stored_record.h"
#include "indexer/write/analysis/field_terms.h"
#include "indexer/write/analysis/posting_table.h"
#include "indexer/write/analysis/text_terms.h"

namespace dateline::indexer {

struct ArticleAnalyser::State {
  explicit State(std::uint64_t vocabulary_bytes) : table(vocabulary_bytes) {}

  TextTerms text;
  FieldTerms fields;
  PostingTable table;
};

ArticleAnalyser::ArticleAnalyser(std::uint64_t vocabulary_bytes)
    : state_(std::make_unique<State>(vocabulary_bytes)) {}
ArticleAnalyser::~ArticleAnalyser() = default;
ArticleAnalyser::ArticleAnalyser(ArticleAnalyser&&) noexcept = default;
ArticleAnalyser& ArticleAnalyser::operator=(ArticleAnalyser&&) noexcept = default;

AnalysedArticle ArticleAnalyser::analyse(const Article& article, std::string_view fingerprint) {
  AnalysedArticle out;
  state_->text.add(article, state_->table);
  state_->fields.add(article, state_->table);
  if (!fingerprint.empty()) {
    const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
    state_->table.add_unique(field.value_prefix, fingerprint);
  }
  out.id_term = schema::make_term(schema::field(schema::FieldId::kId).value_prefix, article.id);
  out.postings = state_->table.take();
  out.values = slot_values(article);
  out.data = schema::encode_record(article);
  return out;
}

}  // namespace dateline::indexer
