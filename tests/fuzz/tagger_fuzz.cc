// Any bytes give spans that keep the promises of tagger.h, and entities that are bounded.
#include <cstdio>
#include <cstdlib>

#include "common/base/utf8.h"
#include "indexer/entities/joining/document_pass.h"
#include "indexer/entities/model/default_tagger.h"
#include "indexer/entities/rules/rule_tagger.h"
#include "tests/indexer/entities/span_text.h"

namespace {

void check(std::string_view text) {
  using dateline::indexer::default_tagger;
  using dateline::indexer::rule_tagger;
  for (const auto* tagger : {&rule_tagger(), &default_tagger()}) {
    const std::string fault = dateline::indexer::fault_of_spans(text, tagger->tag(text));
    if (fault.empty()) continue;
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
}

void check_article(const std::string& text) {
  dateline::Article article;
  const std::size_t line = text.find('\n');
  article.headline = text.substr(0, line);
  if (line != std::string::npos) article.body = text.substr(line + 1);
  article.entities = {{dateline::EntityType::kPlace, article.headline, 1, {}}};
  for (const auto& entity :
       dateline::indexer::entities_of(article, dateline::indexer::default_tagger())) {
    const bool sound = !entity.name.empty() && entity.mentions >= entity.forms.size() &&
                       dateline::is_valid_utf8(entity.name);
    if (!sound) std::abort();
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string valid = dateline::repair_utf8(text);
  check(text);
  check(valid);
  check_article(valid);
  return 0;
}
