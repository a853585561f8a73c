// Any bytes, as a page and as a text: a record of valid UTF-8 with something in it, or a rejection
// that says why.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/base/utf8.h"
#include "indexer/extract/extract.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::string& bytes, bool is_text) {
  dateline::indexer::RawDocument document;
  document.bytes = bytes;
  document.url = "https://news.example/2020/01/06/a";
  const auto result = is_text ? dateline::indexer::extract_text(document)
                              : dateline::indexer::extract_article(document);
  if (!result) return require(!result.error().code.empty() && !result.error().reason.empty());
  const dateline::Article& article = result->article;
  require(article.has_text());
  for (const std::string* text : {&article.headline, &article.standfirst, &article.body,
                                  &article.section, &article.source, &article.language}) {
    require(dateline::is_valid_utf8(*text));
  }
  for (const std::string& name : article.byline) require(!name.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes, false);
  check(bytes, true);
  return 0;
}
