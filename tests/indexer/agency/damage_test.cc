// Items cut off and with bytes changed: each is an article or a rejection with a reason, and what
// is an article is valid UTF-8.
#include <gtest/gtest.h>

#include <string>

#include "common/base/utf8.h"
#include "indexer/agency/newsml.h"
#include "indexer/agency/ninjs.h"
#include "indexer/agency/nitf.h"
#include "tests/indexer/agency/items.h"

namespace dateline::indexer::agency::damage_test {
namespace {

void expect_sound(const ExtractResult& result) {
  if (!result) {
    EXPECT_FALSE(result.error().reason.empty());
    return;
  }
  EXPECT_TRUE(is_valid_utf8(result->article.headline + result->article.body));
}

void read_all(const std::string& bytes) {
  const RawDocument document = document_of(bytes);
  expect_sound(read_nitf(document, {}));
  expect_sound(read_news_item(document, {}));
  expect_sound(read_ninjs(document, {}));
  is_ninjs(bytes);
}

TEST(Damage, EveryBeginningIsReadOrRejected) {
  const std::string nitf = nitf_item();
  const std::string item =
      news_item("<pubStatus qcode='stat:usable'/>", "<headline>x</headline>", nitf.substr(96));
  for (std::size_t size = 0; size < nitf.size(); size += 7) {
    read_all(nitf.substr(0, size));
    const auto cut = read_nitf(document_of(nitf.substr(0, size)), {});
    EXPECT_FALSE(cut) << size;
  }
  for (std::size_t size = 0; size < item.size(); size += 7) read_all(item.substr(0, size));
}

TEST(Damage, EveryChangedByteIsReadOrRejected) {
  const std::string nitf = nitf_item();
  for (std::size_t at = 0; at < nitf.size(); at += 3) {
    for (const char other : {'\0', '<', '&', '\xE9', '"'}) {
      std::string changed = nitf;
      changed[at] = other;
      read_all(changed);
    }
  }
}

}  // namespace
}  // namespace dateline::indexer::agency::damage_test
