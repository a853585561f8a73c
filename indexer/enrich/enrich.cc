#include "indexer/enrich/enrich.h"

#include "common/base/utf8.h"
#include "common/document/identity.h"
#include "indexer/enrich/language.h"
#include "indexer/entities/joining/document_pass.h"
#include "indexer/entities/model/default_tagger.h"

namespace dateline::indexer {
namespace {

// What language detection reads of a body: enough to be sure (16 KB say the same of 791 pages in
// thirty languages), little enough to cost a twentieth of an article's time.
constexpr std::size_t kBodySample = std::size_t{4} * 1024;

std::string language_sample(const Article& article) {
  std::string sample = article.headline + "\n" + article.standfirst + "\n";
  sample += truncate_utf8(article.body, kBodySample);
  return sample;
}

void fill_language(Article& article, bool keep_given) {
  if (keep_given && !article.language.empty()) return;
  article.language = settle_language(article.language, language_sample(article));
}

void fill_entities(Article& article, const EnrichOptions& options) {
  if (options.keep_given && !article.entities.empty()) return;
  if (options.entities) {
    article.entities = entities_of(article, default_tagger());
  } else {
    article.entities.clear();
  }
}

}  // namespace

void enrich(Article& article, const EnrichOptions& options) {
  fill_language(article, options.keep_given);
  fill_entities(article, options);
  complete_identity(article);
}

}  // namespace dateline::indexer
