#include "indexer/input/xml_signs.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

TEST(XmlSigns, TheRootElementIsFoundBehindWhatMayStandBeforeIt) {
  using std::string_literals::operator""s;
  struct Case {
    std::string bytes;
    std::string_view root;
  };
  for (const Case& one :
       {Case{"<nitf>", "nitf"}, Case{"\xEF\xBB\xBF <?xml version='1.0'?>\n<nitf a='b'>", "nitf"},
        Case{"<!-- <a> --><?x y?><!DOCTYPE nitf SYSTEM 'x.dtd'><nitf/>", "nitf"},
        Case{"<!DOCTYPE nitf [<!ELEMENT a ANY>]><nitf>", "nitf"},
        Case{"<n:newsItem xmlns:n='u'>", "newsItem"}, Case{"<html><nitf>", "html"},
        Case{"words <nitf>", ""}, Case{"<?xml version", ""}, Case{"<!-- <nitf>", ""},
        Case{"<!DOCTYPE nitf [", ""}, Case{"", ""}, Case{"\xFF\xFE<\0n\0i\0t\0f\0>\0"s, "nitf"}}) {
    EXPECT_EQ(root_element(Head(one.bytes)), one.root) << one.bytes;
  }
}

TEST(XmlSigns, ItemsAreThoseOfTheStandard) {
  EXPECT_TRUE(is_g2_item("newsItem"));
  EXPECT_TRUE(is_g2_item("planningItem"));
  EXPECT_FALSE(is_g2_item("newsMessage"));
  EXPECT_FALSE(is_g2_item("item"));
  EXPECT_TRUE(is_news_message(Head("<newsMessage>")));
  EXPECT_FALSE(is_news_message(Head("<newsItem>")));
}

}  // namespace
}  // namespace dateline::indexer
