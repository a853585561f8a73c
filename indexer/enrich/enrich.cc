#include "indexer/enrich/enrich.h"

#include "common/document/identity.h"

namespace dateline::indexer {
namespace {

// What language detection reads: enough to be sure, little enough to cost nothing.
constexpr std::size_t kLanguageSample = 4096;

std::string language_sample(const Article& article) {
  std::string sample = article.headline + "\n" + article.standfirst + "\n";
  sample.append(article.body, 0, kLanguageSample);
  return sample;
}

}  // namespace

void enrich(Article& article, const EnrichOptions& options) {
  if (article.language.empty()) article.language = detect_language(language_sample(article));
  const bool keep = options.keep_given_entities && !article.entities.empty();
  if (!options.entities) {
    if (!options.keep_given_entities) article.entities.clear();
  } else if (!keep) {
    article.entities = entities_of(article, rule_tagger());
  }
  complete_identity(article);
}

}  // namespace dateline::indexer
