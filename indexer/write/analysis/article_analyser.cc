#include "indexer/write/analysis/article_analyser.h"

#include <algorithm>
#include <utility>

#include "common/schema/article_mark.h"
#include "common/schema/stored_record.h"
#include "common/schema/version_order.h"
#include "indexer/stories/sketch.h"
#include "indexer/write/analysis/field_terms.h"
#include "indexer/write/analysis/posting_table.h"
#include "indexer/write/analysis/text_terms.h"

namespace dateline::indexer {
namespace {

// Of no field: its story, until another copy of it is found, and what that is found by; and what its
// place among equals follows from.
void add_values(const Article& article, AnalysedArticle& out) {
  out.story = mark_of(article);
  out.values.emplace_back(schema::Slot::kStory, schema::story_value(out.story.key));
  out.values.emplace_back(schema::Slot::kStorySketch, encode_sketch(out.story.sketch));
  out.values.emplace_back(schema::Slot::kArticle,
                          schema::article_mark_value(schema::article_mark(article.id)));
  out.order = schema::version_order(article);
  if (schema::is_signalled(out.order)) out.values.emplace_back(schema::Slot::kVersion, out.order);
  std::sort(out.values.begin(), out.values.end());
}

}  // namespace

struct ArticleAnalyser::State {
  explicit State(std::uint64_t vocabulary_bytes) : table(vocabulary_bytes) {}

  TextTerms text;
  FieldTerms fields;
  PostingTable table;
};

ArticleAnalyser::ArticleAnalyser(std::uint64_t vocabulary_bytes)
    : vocabulary_bytes_(vocabulary_bytes) {}
ArticleAnalyser::~ArticleAnalyser() = default;
ArticleAnalyser::ArticleAnalyser(ArticleAnalyser&&) noexcept = default;
ArticleAnalyser& ArticleAnalyser::operator=(ArticleAnalyser&&) noexcept = default;

AnalysedArticle ArticleAnalyser::analyse(const Article& article, std::string_view fingerprint) {
  // The state comes back when all is done: what an exception leaves half done goes with it.
  auto state = std::exchange(state_, nullptr);
  if (!state) state = std::make_unique<State>(vocabulary_bytes_);
  AnalysedArticle out;
  state->text.add(article, state->table);
  state->fields.add(article, state->table);
  if (!fingerprint.empty()) {
    const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
    state->table.add_unique(field.value_prefix, fingerprint);
  }
  out.id_term = schema::make_term(schema::field(schema::FieldId::kId).value_prefix, article.id);
  out.postings = state->table.take();
  out.values = slot_values(article);
  add_values(article, out);
  out.data = schema::encode_record(article);
  state_ = std::move(state);
  return out;
}

}  // namespace dateline::indexer
