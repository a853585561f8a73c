// Any bytes are an item of some format of agencies, which is then an article with a text or one that
// withdraws another, or are rejected with a reason.
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/newsml.h"
#include "indexer/agency/ninjs.h"
#include "indexer/agency/nitf.h"
#include "indexer/input/containers/news_message.h"

namespace {

namespace agency = dateline::indexer::agency;
using dateline::indexer::BufferedSource;
using dateline::indexer::ExtractResult;
using dateline::indexer::open_news_message;
using dateline::indexer::RawDocument;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const ExtractResult& result) {
  if (!result) return require(!result.error().reason.empty());
  const dateline::Article& article = result->article;
  require(article.has_text() || (!article.id.empty() && article.status));
  require(dateline::is_valid_utf8(article.headline + article.standfirst + article.body));
  require(dateline::is_valid_utf8(article.id + article.dateline + article.language));
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  RawDocument document;
  document.bytes.assign(reinterpret_cast<const char*>(data), size);
  check(agency::read_nitf(document, {}));
  check(agency::read_news_item(document, {}));
  check(agency::read_ninjs(document, {}));
  agency::is_ninjs(document.bytes);
  require(dateline::is_valid_utf8(agency::block_text_of(dateline::repair_utf8(document.bytes))));
  const auto message = open_news_message(std::make_unique<BufferedSource>(document.bytes),
                                         {.max_entry_bytes = size});
  std::size_t entries = 0;
  while (message->next()) require(++entries <= size + 1);
  return 0;
}
