// Any bytes are a feed, each of whose items is an article with a text or is rejected with a reason.
#include <cstdlib>
#include <string>

#include "common/base/utf8.h"
#include "indexer/feeds/feed_item.h"
#include "indexer/input/containers/feed.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace dateline::indexer;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  is_feed(Head(std::string_view(bytes).substr(0, kHeadBytes)));
  const auto feed =
      open_feed(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = size});
  std::size_t events = 0;
  while (auto entry = feed->next()) {
    require(++events <= size + 1);
    if (!*entry) continue;
    RawDocument document;
    document.bytes = (*entry)->source->read_all(std::size_t{1} << 24).value_or("");
    const auto made = feeds::read_feed_item(document, {.keep_all = events % 2 == 0});
    if (!made) {
      require(!made.error().reason.empty());
      continue;
    }
    const dateline::Article& article = made->article;
    require(article.has_text());
    require(dateline::is_valid_utf8(article.headline + article.standfirst + article.body));
    require(dateline::is_valid_utf8(article.id + article.url + article.source));
  }
  return 0;
}
