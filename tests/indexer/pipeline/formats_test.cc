#include "indexer/pipeline/formats.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/unread.h"

namespace dateline::indexer {
namespace {

using std::string_literals::operator""s;

std::string judged(std::string_view head) {
  const auto kind = content_kind(head, input_tables());
  if (!kind) return std::string(kind.error().code);
  return std::string(name_of(*kind));
}

std::string wide(std::string_view ascii, bool big_endian) {
  std::string out;
  for (const char c : ascii) out += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

struct Case {
  std::string head;
  std::string expected;
};

class FormatsTable : public ::testing::TestWithParam<Case> {};

TEST_P(FormatsTable, IsToldByTheFirstBytes) {
  EXPECT_EQ(judged(GetParam().head), GetParam().expected) << GetParam().head.substr(0, 80);
}

INSTANTIATE_TEST_SUITE_P(
    Markup, FormatsTable,
    ::testing::Values(Case{"<!DOCTYPE html><p>x", "html"}, Case{"  \n<HTML lang=en>", "html"},
                      Case{"\xEF\xBB\xBF<!doctype html>", "html"},
                      Case{"<!-- saved page --><p>x</p>", "html"},
                      Case{"<?xml version='1.0'?><html>", "html"}, Case{"<p>a</p>", "html"},
                      Case{"<div><a href=x>y</a></div>", "html"},
                      Case{"stray words <div>x</div> <p>y</p>", "html"},
                      Case{"\xFF\xFE"s + wide("<html><p>x</p></html>", false), "html"},
                      Case{wide("<html><p>plain news</p></html>", true), "html"},
                      Case{"<html>one stray \0 in a page of more than a hundred bytes, as careless "
                           "systems leave them behind in their output</html>"s,
                           "html"}));

INSTANTIATE_TEST_SUITE_P(Text, FormatsTable,
                         ::testing::Values(Case{"Ships waited outside the bay.", "text"},
                                           Case{"How to write <p> in HTML: a note", "text"},
                                           Case{"{curly} braces begin this sentence", "text"},
                                           Case{"[AP] Ships waited.", "text"},
                                           Case{"caf\xE9 in Latin-1", "text"},
                                           Case{"\xFF\xFE"s + wide("Ships waited.", false), "text"},
                                           Case{"\x1B$B%K%e!<%9\x1B(B", "text"},
                                           Case{"2 < 3 and 5 > 4", "text"}));

INSTANTIATE_TEST_SUITE_P(Json, FormatsTable,
                         ::testing::Values(Case{R"({"headline": "x"})", "jsonl"},
                                           Case{"{\"a\": 1}\n{\"a\": 2}", "jsonl"},
                                           Case{"\n\n {  \"a\": 1}", "jsonl"}, Case{"{}", "jsonl"},
                                           Case{"\xEF\xBB\xBF{\"a\":1}", "jsonl"},
                                           Case{"{\n  \"headline\": \"x\"\n}", "json"},
                                           Case{R"([{"headline": "x"}])", "json-array"}));

INSTANTIATE_TEST_SUITE_P(
    Refused, FormatsTable,
    ::testing::Values(Case{"", "empty"}, Case{" \r\n\t ", "empty"}, Case{"\xEF\xBB\xBF\n", "empty"},
                      Case{std::string(5000, '\0'), "binary"},
                      Case{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01"s, "binary"},
                      Case{"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x02\0"s, "binary"},
                      Case{"%PDF-1.7 text follows", "binary"},
                      Case{"PK\x03\x04" + std::string(26, '.') + "mimetypeapplication/epub+zip",
                           "unsupported"}));

INSTANTIATE_TEST_SUITE_P(
    Archives, FormatsTable,
    ::testing::Values(
        Case{"PK\x03\x04\x14\0"s, "zip"}, Case{"7z\xBC\xAF\x27\x1C\0\x04"s, "7z"},
        Case{"PK\x03\x04" + std::string(22, '.') + "\x10\0\0\0"s + "datapackage.json", "wacz"},
        Case{"a.html" + std::string(251, '\0') + "ustar" + std::string(250, '\0'), "tar"}));

INSTANTIATE_TEST_SUITE_P(
    Agencies, FormatsTable,
    ::testing::Values(Case{"<?xml version='1.0'?><nitf version='1'>", "nitf"},
                      Case{"<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf>", "nitf"},
                      Case{"\xFF\xFE"s + wide("<nitf><body/></nitf>", false), "nitf"},
                      Case{"<?xml version='1.0'?><newsItem xmlns='x'>", "newsitem"},
                      Case{"<n:packageItem xmlns:n='x'>", "newsitem"},
                      Case{"<newsMessage><itemSet><newsItem>", "newsml"},
                      Case{"<html><body>a page about <nitf>", "html"},
                      Case{"{\n \"uri\": \"urn:a\",\n \"body_text\": \"x\"\n}", "ninjs"},
                      Case{"{\n \"uri\": \"urn:a\",\n \"body\": \"x\"\n}", "json"},
                      // On one line it is one of many, each of which is told by itself.
                      Case{R"({"uri": "urn:a", "body_text": "x"})", "jsonl"}));

// Every row of either table, and an input that is told as its kind and no other's.
TEST(Formats, EachRowIsToldByContent) {
  const std::string tar = "a.html" + std::string(251, '\0') + "ustar" + std::string(250, '\0');
  const std::string wacz = "PK\x03\x04" + std::string(22, '.') + "\x10\0\0\0"s + "datapackage.json";
  const std::map<std::string_view, std::string_view> inputs{
      {"html", "<!doctype html><p>x"},
      {"json", "{\n\"headline\": \"x\"}"},
      {"jsonl", "{\"headline\": \"x\"}\n"},
      {"json-array", "[{\"a\": 1}]"},
      {"csv", "title,text\nA,b\n"},
      {"feed", "<rss><channel>"},
      {"mbox", "From a 07:15\nFrom: b\n\nx"},
      {"email", "From: a\nSubject: b\n\nx"},
      {"mhtml", "Subject: a\nDate: b\nContent-Type: multipart/related; boundary=x\n\n"},
      {"feed-item", "<feedItem>"},
      {"newsml", "<newsMessage>"},
      {"newsitem", "<newsItem>"},
      {"ninjs", "{\n\"uri\":1,\"bodies\":2}"},
      {"nitf", "<nitf>"},
      {"text", "Ships waited."},
      {"warc", "WARC/1.0\r\n"},
      {"7z", "7z\xBC\xAF\x27\x1C"},
      {"tar", tar},
      {"wacz", wacz},
      {"zip", "PK\x03\x04"}};
  std::vector<std::string_view> names;
  for (const ContainerKind& row : input_tables().containers) names.push_back(row.name);
  for (const Format& row : input_tables().formats) names.push_back(row.name);
  EXPECT_EQ(names.size(), inputs.size()) << "a new row needs an input here";
  for (const std::string_view name : names) {
    ASSERT_TRUE(inputs.contains(name)) << name;
    EXPECT_EQ(judged(inputs.at(name)), name);
  }
}

TEST(Formats, NamesAreUnique) {
  std::set<std::string_view> names{"auto", ""};
  for (const ContainerKind& row : input_tables().containers) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
  for (const Format& row : input_tables().formats) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
  for (const UnreadKind& row : unread_kinds()) {
    EXPECT_TRUE(row.name.empty() || names.insert(row.name).second) << row.name;
  }
}

TEST(Formats, NamesGoBothWays) {
  for (const std::string_view name :
       {"html", "json", "jsonl", "newsitem", "newsml", "ninjs", "nitf", "text"}) {
    const auto kind = input_kind_from(name, input_tables());
    ASSERT_TRUE(kind) << name;
    EXPECT_EQ(name_of(*kind), name);
  }
  EXPECT_FALSE(input_kind_from("auto", input_tables()));
  EXPECT_FALSE(input_kind_from("pdf", input_tables()));
  EXPECT_EQ(list_of_names(input_tables()),
            "7z, csv, email, feed, feed-item, html, json, json-array, jsonl, mbox, mhtml, "
            "newsitem, newsml, ninjs, "
            "nitf, tar, text, "
            "wacz, warc "
            "and zip");
}

TEST(Formats, WhatAContainerSaysOfItsEntriesIsAFormat) {
  for (const ContainerKind& row : input_tables().containers) {
    EXPECT_TRUE(row.entries.empty() || input_tables().format(row.entries) != nullptr) << row.name;
  }
}

// Indexes keep fingerprints: another mark would have everything read again.
TEST(Formats, MarksAreWhatIndexesHave) {
  EXPECT_EQ(input_tables().format("html")->mark, "html");
  EXPECT_EQ(input_tables().format("json")->mark, "jsonl");
  EXPECT_EQ(input_tables().format("newsitem")->mark, "newsitem");
  EXPECT_EQ(input_tables().format("ninjs")->mark, "ninjs");
  EXPECT_EQ(input_tables().format("nitf")->mark, "nitf");
  EXPECT_EQ(input_tables().format("text")->mark, "text");
}

TEST(Formats, ASmallerBeginningOfAPageIsStillAPage) {
  const std::string page = "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>";
  for (std::size_t size = 9; size <= page.size(); ++size) {
    EXPECT_EQ(judged(page.substr(0, size)), "html") << size;
  }
}

}  // namespace
}  // namespace dateline::indexer
