#include "indexer/input/unread.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

TEST(Unread, EachKindIsToldAndSaysWhatItIs) {
  struct Case {
    std::string bytes;
    std::string word;  // of the reason
  };
  for (const Case& one :
       {Case{"PK\x03\x04" + std::string(26, '.') + "mimetypeapplication/epub+zip", "EPUB"},
        Case{"PK\x03\x04" + std::string(26, '.') + "mimetypeapplication/vnd.oasis.x", "office"},
        Case{"PK\x03\x04" + std::string(26, '.') + "[Content_Types].xml", "office"},
        Case{"<?xml version='1.0'?><urlset>", "sitemap"},
        Case{"<svg xmlns='http://www.w3.org/2000/svg'>", "picture"},
        Case{"<?xml version='1.0'?><!-- x --><export:Stories xmlns:export='x'>", "XML"},
        Case{" CDX N b a m s k r M S V g\n", "crawl"},
        Case{"example,news)/ 20240305000000 {\"url\": 1}\n", "crawl"},
        Case{"<groupSet root=\"G1\"><group>", "NewsML-G2"},
        Case{"<?xml version='1.0'?><contentMeta>", "NewsML-G2"}, Case{"%PDF-1.7", "PDF"}}) {
    const Head head(one.bytes);
    std::string told;
    for (const UnreadKind& kind : unread_kinds()) {
      if (kind.tells(head)) told += kind.reason;
    }
    EXPECT_NE(told.find(one.word), std::string::npos) << one.bytes << ": " << told;
  }
}

TEST(Unread, WhatCanBeReadIsNone) {
  for (const char* bytes :
       {"<html><body>a page about <nitf>", "<nitf>", "<newsItem>", "words", "{\"a\":1}",
        "PK\x03\x04", "", "<?xml version='1.0'?><html>",
        "<?xml version='1.0'?><!DOCTYPE HTML><HTML>", "<?xml version='1.0'?><nitf>",
        "<?xml version='1.0'?><rss>", "<?xml version='1.0'?><rdf:RDF>",
        "A port) 20240305000000 words", "CDX is a format", "a) b 20240305000000 {",
        "<?xml version='1.0'?><newsMessage>", "<custom-element>",
        "<?xml version='1.0'?><ns:packageItem>", "<?xml version='1.0'?><div>"}) {
    const Head head(bytes);
    for (const UnreadKind& kind : unread_kinds()) EXPECT_FALSE(kind.tells(head)) << bytes;
  }
}

}  // namespace
}  // namespace dateline::indexer
