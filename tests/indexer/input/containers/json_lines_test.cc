#include "indexer/input/containers/json_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// "offset:bytes" for entries, "offset!code" for refusals.
std::vector<std::string> entries_of(const std::string& bytes) {
  const auto lines =
      open_json_lines(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = 9});
  std::vector<std::string> out;
  while (auto entry = lines->next()) {
    out.push_back(*entry ? std::to_string((*entry)->place.offset) + ":" +
                               (*entry)->source->read_all(1000).value_or("unreadable")
                         : std::to_string(entry->error().place.offset) + "!" +
                               std::string(entry->error().refusal.code));
  }
  return out;
}

TEST(JsonLines, EntriesAreTheLinesThatAreNotBlank) {
  EXPECT_THAT(entries_of("{\"a\":1}\n \n{\"b\":2}\r\n\n{}"),
              ElementsAre("0:{\"a\":1}", "10:{\"b\":2}", "20:{}"));
  EXPECT_THAT(entries_of("\n\n"), ElementsAre());
}

TEST(JsonLines, ALineOverTheLimitIsRefusedByItself) {
  EXPECT_THAT(entries_of("{\"long\":12345}\n{}"), ElementsAre("0!too-large", "15:{}"));
}

}  // namespace
}  // namespace dateline::indexer
