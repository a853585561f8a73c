#include "indexer/input/warc/record_header.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::warc {
namespace {

TEST(WarcRecordHeader, HasTheFieldsWhateverTheirCase) {
  const auto header = read_record_header(
      "WARC/1.0\r\nwarc-type: Response\r\nWARC-Target-URI: <https://news.example/>\r\n"
      "WARC-Date: 2020-03-04T05:06:07Z\r\nCONTENT-LENGTH: 12\r\nX-Other: 1\r\n\r\ncontent");
  ASSERT_TRUE(header);
  EXPECT_EQ(header->type, "response");
  EXPECT_EQ(header->target_uri, "https://news.example/");
  EXPECT_EQ(header->date, "2020-03-04T05:06:07Z");
  EXPECT_EQ(header->content_bytes, 12U);
}

TEST(WarcRecordHeader, EndsAtTheEmptyLine) {
  const std::string head = "WARC/1.1\r\nContent-Length: 3\r\n\r\n";
  EXPECT_EQ(read_record_header(head + "abc\r\n\r\n")->head_bytes, head.size());
}

TEST(WarcRecordHeader, ALineThatBeginsWithASpaceContinuesTheOneBefore) {
  const auto header = read_record_header(
      "WARC/1.1\r\nContent-Length: 0\r\nWARC-Target-URI: https://news.example/\r\n a\r\n\r\n");
  ASSERT_TRUE(header);
  EXPECT_EQ(header->target_uri, "https://news.example/ a");
}

TEST(WarcRecordHeader, WhatIsDamagedIsNone) {
  for (const char* head :
       {"", "HTTP/1.1 200\r\n\r\n", "WARC/1.1\r\nContent-Length: 3\r\n", "WARC/1.1\r\n\r\n",
        "WARC/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
        "WARC/1.1\r\nContent-Length: -3\r\n\r\n", "WARC/1.1\r\nContent-Length: 3x\r\n\r\n",
        "WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "WARC/1.1\r\nContent-Length: 3\r\nno colon\r\n\r\n"}) {
    EXPECT_FALSE(read_record_header(head)) << head;
  }
}

TEST(WarcRecordHeader, IsNoLongerThanItsLimit) {
  const std::string many(kMostHeadBytes, 'x');
  EXPECT_FALSE(read_record_header("WARC/1.1\r\nContent-Length: 3\r\nX: " + many + "\r\n\r\n"));
}

}  // namespace
}  // namespace dateline::indexer::warc
