#include "indexer/input/json_signs.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

std::string sign_of(std::string_view bytes) {
  const Head head(bytes);
  std::string signs;
  if (is_json_lines(head)) signs += "lines";
  if (is_json_object(head)) signs += "object";
  if (is_json_array(head)) signs += "array";
  return signs;
}

TEST(JsonSigns, ABeginningIsOfOneKindAtMost) {
  struct Case {
    std::string bytes;
    std::string sign;
  };
  for (const Case& one :
       {Case{"{}", "lines"}, Case{"{\"a\": 1}\n{\"a\": 2}", "lines"},
        Case{"\n\n {  \"a\": 1}", "lines"}, Case{"{", "lines"}, Case{"{\n  \"a\": 1\n}", "object"},
        Case{"{ \r\n}", "object"}, Case{"[{\"a\": 1}]", "array"}, Case{"[\n{\n\"a\": 1}]", "array"},
        Case{"[1, 2]", ""}, Case{"{curly} braces", ""}, Case{"[AP] Ships", ""}, Case{"", ""},
        Case{"{\x01\x02", ""}}) {
    EXPECT_EQ(sign_of(one.bytes), one.sign) << one.bytes;
  }
}

}  // namespace
}  // namespace dateline::indexer
