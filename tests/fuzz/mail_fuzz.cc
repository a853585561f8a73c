// Any bytes are a message of mail and a saved page, each an article with a text or rejected with a
// reason; and a folder of mail, whose reading ends.
#include <cstdlib>
#include <string>

#include "common/base/utf8.h"
#include "indexer/input/containers/mbox.h"
#include "indexer/mail/mail_format.h"
#include "indexer/mail/transfer.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace dateline::indexer;
  RawDocument document;
  document.bytes.assign(reinterpret_cast<const char*>(data), size);
  const Head head(std::string_view(document.bytes).substr(0, kHeadBytes));
  mail::is_mail(head);
  mail::is_mhtml(head);
  is_mbox(head);
  require(dateline::is_valid_utf8(mail::decode_header(document.bytes)));
  for (const auto& made : {mail::read_mail(document, {}), mail::read_mhtml(document, {})}) {
    if (!made) {
      require(!made.error().reason.empty());
      continue;
    }
    require(made->article.has_text());
    require(dateline::is_valid_utf8(made->article.headline + made->article.body));
  }
  const auto folder =
      open_mbox(std::make_unique<BufferedSource>(document.bytes), {.max_entry_bytes = 1000});
  std::size_t events = 0;
  while (folder->next()) require(++events <= size + 1);
  return 0;
}
