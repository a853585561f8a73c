// Any bytes are a record that is the same when written and read again, or an error that says why.
#include <cstdlib>
#include <string_view>

#include "common/base/utf8.h"
#include "common/document/identity.h"
#include "common/document/url.h"
#include "common/schema/article_json.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto url = dateline::normalise_url(text)) {
    if (dateline::normalise_url(*url) != url) std::abort();
  }
  const auto article = dateline::schema::article_from_json(text);
  // What is read without its bad values is at least what is read with none.
  const auto record = dateline::schema::read_record_json(text);
  if (article && (!record || !record->left_out.empty() || record->article != *article)) {
    std::abort();
  }
  if (record && !article && record->left_out.empty()) std::abort();
  if (!article) {
    if (article.error().message.empty()) std::abort();
    return 0;
  }
  const std::string once = dateline::schema::to_json(*article);
  if (!dateline::is_valid_utf8(once)) std::abort();
  const auto again = dateline::schema::article_from_json(once);
  if (!again || dateline::schema::to_json(*again) != once) std::abort();
  return 0;
}
