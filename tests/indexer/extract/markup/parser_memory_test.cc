#include "indexer/extract/markup/parser_memory.h"

#include <gtest/gtest.h>
#include <libxml/xmlmemory.h>

#include <cstdint>
#include <new>

#include "tests/support/sanitized.h"

namespace dateline::indexer::page::parser_memory_test {
namespace {

constexpr std::size_t kMoreThanThereIs = PTRDIFF_MAX / 2;

TEST(ParserMemory, RefusesByAnExceptionWhileOneLivesAlone) {
  if (testing::kSanitized) GTEST_SKIP() << "a sanitizer ends the program at such a request";
  set_up_parser();
  EXPECT_EQ(xmlMalloc(kMoreThanThereIs), nullptr);
  {
    const ParserMemory memory;
    EXPECT_THROW(xmlMalloc(kMoreThanThereIs), std::bad_alloc);
    EXPECT_THROW(xmlRealloc(nullptr, kMoreThanThereIs), std::bad_alloc);
  }
  EXPECT_EQ(xmlMalloc(kMoreThanThereIs), nullptr);
}

TEST(ParserMemory, GivesWhatThereIs) {
  set_up_parser();
  const ParserMemory memory;
  char* const copy = xmlMemStrdup("name");
  EXPECT_STREQ(copy, "name");
  xmlFree(copy);
}

}  // namespace
}  // namespace dateline::indexer::page::parser_memory_test
