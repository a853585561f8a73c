#include "indexer/input/content_kind.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

using std::string_literals::operator""s;

std::string judged(std::string_view head) {
  const auto kind = content_kind(head);
  if (!kind) return std::string(kind.error().code);
  return std::string(name_of(kind->kind)) + (kind->one_record ? " one record" : "");
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

class ContentKindTable : public ::testing::TestWithParam<Case> {};

TEST_P(ContentKindTable, IsToldByTheFirstBytes) {
  EXPECT_EQ(judged(GetParam().head), GetParam().expected) << GetParam().head.substr(0, 80);
}

INSTANTIATE_TEST_SUITE_P(
    Markup, ContentKindTable,
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

INSTANTIATE_TEST_SUITE_P(Text, ContentKindTable,
                         ::testing::Values(Case{"Ships waited outside the bay.", "text"},
                                           Case{"How to write <p> in HTML: a note", "text"},
                                           Case{"{curly} braces begin this sentence", "text"},
                                           Case{"[AP] Ships waited.", "text"},
                                           Case{"caf\xE9 in Latin-1", "text"},
                                           Case{"\xFF\xFE"s + wide("Ships waited.", false), "text"},
                                           Case{"\x1B$B%K%e!<%9\x1B(B", "text"},
                                           Case{"2 < 3 and 5 > 4", "text"}));

INSTANTIATE_TEST_SUITE_P(Json, ContentKindTable,
                         ::testing::Values(Case{R"({"headline": "x"})", "jsonl"},
                                           Case{"{\"a\": 1}\n{\"a\": 2}", "jsonl"},
                                           Case{"\n\n {  \"a\": 1}", "jsonl"}, Case{"{}", "jsonl"},
                                           Case{"\xEF\xBB\xBF{\"a\":1}", "jsonl"},
                                           Case{"{\n  \"headline\": \"x\"\n}", "jsonl one record"},
                                           Case{R"([{"headline": "x"}])", "unsupported"}));

INSTANTIATE_TEST_SUITE_P(
    Refused, ContentKindTable,
    ::testing::Values(Case{"", "empty"}, Case{" \r\n\t ", "empty"}, Case{"\xEF\xBB\xBF\n", "empty"},
                      Case{std::string(5000, '\0'), "binary"},
                      Case{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01"s, "binary"},
                      Case{"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x02\0"s, "binary"},
                      Case{"%PDF-1.7 text follows", "binary"},
                      Case{"WARC/1.0\r\nWARC-Type: warcinfo", "unsupported"},
                      Case{"PK\x03\x04\x14\0"s, "unsupported"}, Case{"BZh91AY&SY", "unsupported"},
                      Case{"\xFD\x37zXZ\0"s, "unsupported"},
                      Case{"<?xml version='1.0'?><nitf version='1'>", "unsupported"},
                      Case{"<?xml version='1.0'?><newsItem xmlns='x'>", "unsupported"}));

TEST(ContentKind, ASmallerBeginningOfAPageIsStillAPage) {
  const std::string page = "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>";
  for (std::size_t size = 9; size <= page.size(); ++size) {
    EXPECT_EQ(judged(page.substr(0, size)), "html") << size;
  }
}

}  // namespace
}  // namespace dateline::indexer
