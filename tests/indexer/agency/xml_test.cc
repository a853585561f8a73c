#include "indexer/agency/xml.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::agency::xml_test {
namespace {

using std::string_literals::operator""s;

std::string text_of(std::string_view bytes) {
  const auto tree = XmlTree::parse(bytes);
  return tree ? tree->root().text() : "!" + std::string(tree.error().code);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Xml, TextIsReadInTheEncodingThatIsDeclared) {
  struct Case {
    std::string bytes;
    std::string_view text;
  };
  for (const Case& one :
       {Case{"<a>Caf\xC3\xA9</a>", "Café"},
        Case{"<?xml version='1.0' encoding='ISO-8859-1'?><a>Caf\xE9</a>", "Café"},
        Case{"<?xml version='1.0' encoding='windows-1252'?><a>\x93No\x94</a>", "“No”"},
        Case{"\xEF\xBB\xBF<a>x</a>", "x"}, Case{"\n <a>x</a>", "x"},
        Case{"\xFF\xFE<\0a\0>\0x\0<\0/\0a\0>\0"s, "x"},
        Case{"<a>one<b>two</b> three</a>", "onetwo three"},
        Case{"<a><![CDATA[1 < 2]]> &amp; &lt;&#x20AC;&gt;</a>", "1 < 2 & <€>"},
        // Declared nowhere, but by a document type that is not fetched.
        Case{"<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a>Caf&eacute; &unheard;</a>",
             "Café \xEF\xBF\xBD"}}) {
    EXPECT_EQ(text_of(one.bytes), one.text) << one.bytes;
  }
}

TEST(Xml, WhatIsNotWellFormedIsRefused) {
  for (const char* bytes : {"", "words", "<a>", "<a><b></a>", "<a>\xE9</a>", "<a>&undeclared;</a>",
                            "<a x=1/>", "<a/><b/>"}) {
    EXPECT_EQ(text_of(bytes), "!bad-markup") << bytes;
  }
}

TEST(Xml, EntitiesOfItsOwnAreRefused) {
  const std::string bomb = "<!DOCTYPE a [<!ENTITY b \"" + repeated("ha", 100) + "\"><!ENTITY c \"" +
                           repeated("&b;", 100) + "\">]><a>" + repeated("&c;", 100) + "</a>";
  EXPECT_EQ(text_of(bomb), "!bad-markup");
  EXPECT_EQ(text_of("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"),
            "!bad-markup");
  EXPECT_EQ(text_of("<!DOCTYPE a [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]><a>x</a>"),
            "!bad-markup");
}

TEST(Xml, DepthAndSizeAreBounded) {
  EXPECT_EQ(text_of(repeated("<a>", 128) + "x" + repeated("</a>", 128)), "x");
  EXPECT_EQ(text_of(repeated("<a>", 129) + "x" + repeated("</a>", 129)), "!too-deep");
  EXPECT_EQ(text_of("<a>" + repeated("<b/>", 500'000) + "</a>"), "!too-costly");
}

TEST(Xml, PathsLeadThroughWhatIsThereAndWhatIsNot) {
  const auto tree = XmlTree::parse(
      "<n:a xmlns:n='u' xml:lang='en' t='&lt;1&amp;2&#38;3'><b i='1'/> x <c><b i='2'/></c><b "
      "i='3'/></n:a>");
  ASSERT_TRUE(tree);
  const Element root = tree->root();
  EXPECT_EQ(root.name(), "a");
  EXPECT_EQ(root.attribute("lang"), "en");
  EXPECT_EQ(root.attribute("t"), "<1&2&3");
  EXPECT_EQ(root.children("b").size(), 2U);
  EXPECT_EQ(root.descendants("b").size(), 3U);
  EXPECT_EQ(root.child("c").child("b").attribute("i"), "2");
  EXPECT_FALSE(root.child("d"));
  EXPECT_EQ(root.child("d").child("e").text(), "");
  EXPECT_EQ(root.child("d").attribute("e"), "");
}

TEST(Xml, TextMayLeaveAnElementOut) {
  const auto tree = XmlTree::parse("<a>By Ann Lee<t>, <i>Staff</i></t> and Bo Day</a>");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->root().text("t"), "By Ann Lee and Bo Day");
}

}  // namespace
}  // namespace dateline::indexer::agency::xml_test
