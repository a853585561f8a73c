// Deep keys are found before a parser sees them; dots in text are none.
#include "common/names/toml/toml_keys.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::names::toml_keys_test {
namespace {

TEST(TomlKeys, CountsTheDotsOfALineOutsideOfText) {
  EXPECT_EQ(line_of_deep_key("a.b.c = 1\n", 2), std::nullopt);
  EXPECT_EQ(line_of_deep_key("a.b.c.d = 1\n", 2), 1U);
  EXPECT_EQ(line_of_deep_key("x = 1\n\n[a.b.c.d]\n", 2), 3U);
  EXPECT_EQ(line_of_deep_key("x = {a . b . c . d = 1}", 2), 1U);
  EXPECT_EQ(line_of_deep_key("\"a\".\"b\".'c'.\"d\" = 1", 2), 1U);
  EXPECT_EQ(line_of_deep_key("a.b = 1\nc.d = 1\ne.f = 1\n", 1), std::nullopt);
}

TEST(TomlKeys, TextAndCommentsMayHaveAnyNumber) {
  EXPECT_EQ(line_of_deep_key("x = \"U.S.A. \\\" ....\" # ....\n", 2), std::nullopt);
  EXPECT_EQ(line_of_deep_key("x = 'U.S.A. ....'", 2), std::nullopt);
  EXPECT_EQ(line_of_deep_key("x = \"\"\"\n....\n\\\"\"\"\"\ny = '''....\n....'''\n", 2),
            std::nullopt);
  EXPECT_EQ(line_of_deep_key("x = \"\" # \"\na.b.c.d = 1", 2), 2U);
}

TEST(TomlKeys, TextWithoutAnEndHidesNothing) {
  EXPECT_EQ(line_of_deep_key("x = \"open\na.b.c.d = 1\n", 2), 2U);
  EXPECT_EQ(line_of_deep_key("x = \"open \\", 2), std::nullopt);
  EXPECT_EQ(line_of_deep_key("x = '''....", 2), std::nullopt);
}

}  // namespace
}  // namespace dateline::names::toml_keys_test
