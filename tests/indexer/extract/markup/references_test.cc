#include "indexer/extract/markup/references.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::references_test {
namespace {

struct Case {
  const char* written;
  const char* read;
};

TEST(References, AreReadAsTheStandardSays) {
  constexpr Case kCases[] = {
      {"&amp;", "&"},
      {"&AMP", "&"},
      {"caf&eacute;", "café"},
      {"R&eacuteunion", "Réunion"},
      {"AT&ampT", "AT&T"},
      {"&copy 2030", "© 2030"},
      {"Erdo&gbreve;an", "Erdoğan"},
      {"Da&scaron;i&cacute;", "Dašić"},
      {"Wa&lstrok;&eogon;sa", "Wałęsa"},
      {"&dollar;5&period;", "$5."},
      {"&apos;", "'"},
      {"&notin;", "∉"},
      {"&notit;", "¬it;"},
      {"&CounterClockwiseContourIntegral;", "∳"},
      {"&NotEqualTilde;", "≂̸"},
  };
  for (const Case& each : kCases) {
    EXPECT_EQ(decode_references(each.written, ReferencePlace::kText), each.read) << each.written;
  }
}

TEST(References, ByNumberMeanWindows1252From128To159) {
  constexpr Case kCases[] = {
      {"&#128;", "€"},   {"&#145;&#146;", "‘’"}, {"&#147;&#148;", "“”"}, {"&#150;", "–"},
      {"&#x97;", "—"},   {"&#X99;", "™"},        {"&#159;", "Ÿ"},        {"&#8217;", "’"},
      {"&#x2019;", "’"}, {"&#65", "A"},          {"&#65x", "Ax"},        {"&#128512;", "😀"},
  };
  for (const Case& each : kCases) {
    EXPECT_EQ(decode_references(each.written, ReferencePlace::kText), each.read) << each.written;
  }
}

TEST(References, OfNoCharacterAreReplaced) {
  for (const char* written : {"&#0;", "&#xD800;", "&#x110000;", "&#99999999999999999999;"}) {
    EXPECT_EQ(decode_references(written, ReferencePlace::kText), "\xEF\xBF\xBD") << written;
  }
}

TEST(References, ThatAreNoneStay) {
  for (const char* written : {"a & b", "&", "&;", "&#;", "&#x;", "&nosuchname;", "AT&T", "&1;"}) {
    EXPECT_EQ(decode_references(written, ReferencePlace::kText), written);
  }
}

TEST(References, WithoutSemicolonInAnAddressArePartOfIt) {
  EXPECT_EQ(decode_references("/a?x=1&copy=2&lt3", ReferencePlace::kAttribute),
            "/a?x=1&copy=2&lt3");
  EXPECT_EQ(decode_references("/a?x=1&amp;copy=2", ReferencePlace::kAttribute), "/a?x=1&copy=2");
  EXPECT_EQ(decode_references("Q&amp", ReferencePlace::kAttribute), "Q&");
}

}  // namespace
}  // namespace dateline::indexer::page::references_test
