#include "indexer/input/warc/http_response.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "tests/indexer/input/bytes/compressed.h"

namespace dateline::indexer::warc {
namespace {

using dateline::testing::deflated;
using dateline::testing::gzipped;
using dateline::testing::zstandard;

constexpr std::size_t kMost = 10000;

std::string by_brotli(const std::string& text) {
  std::string out(::BrotliEncoderMaxCompressedSize(text.size()) + 64, '\0');
  std::size_t size = out.size();
  ::BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, text.size(),
                          reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                          reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string page_in(const std::string& head, const std::string& body, std::size_t most = kMost) {
  const std::string bytes = "HTTP/1.1 200 OK\r\n" + head + "\r\n" + body;
  const auto response = read_http_response(bytes);
  if (!response) return "no response";
  const auto page = page_of(*response, most);
  return page ? *page : "!" + std::string(page.error().code);
}

TEST(HttpResponse, HasStatusTypeAndCharset) {
  const auto response = read_http_response(
      "HTTP/2 404 Not Found\r\ncontent-type: Text/HTML; a=b; Charset=\"UTF-8\"\r\n\r\nbody");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404U);
  EXPECT_EQ(response->type.name, "text/html");
  EXPECT_EQ(response->type.charset, "utf-8");
  EXPECT_EQ(response->body, "body");
}

TEST(HttpResponse, WhatHasNoHeadIsNone) {
  for (const char* bytes :
       {"", "<html>", "HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: text/html"}) {
    EXPECT_FALSE(read_http_response(bytes)) << bytes;
  }
}

TEST(HttpResponse, APageIsWhatItsEncodingsWereAppliedTo) {
  struct Case {
    const char* head;
    std::string body;
  };
  const std::string page = "<html>" + std::string(500, 'x');
  for (const auto& [head, body] :
       std::vector<Case>{{"", page},
                         {"Content-Encoding: identity\r\n", page},
                         {"Content-Encoding: gzip\r\n", gzipped(page)},
                         {"Content-Encoding: X-GZIP\r\n", gzipped(page)},
                         {"Content-Encoding: zstd\r\n", zstandard(page)},
                         {"Content-Encoding: br\r\n", by_brotli(page)},
                         {"Content-Encoding: deflate\r\n", deflated(page, MAX_WBITS)},
                         {"Content-Encoding: deflate\r\n", deflated(page, -MAX_WBITS)},
                         {"Content-Encoding: br, gzip\r\n", gzipped(by_brotli(page))},
                         // The crawler has unpacked it and kept the head.
                         {"Content-Encoding: gzip\r\n", page},
                         {"Content-Encoding: br\r\n", page},
                         {"Content-Encoding: deflate\r\n", page},
                         {"Transfer-Encoding: chunked\r\n", page}}) {
    EXPECT_EQ(page_in(head, body), page) << head;
  }
}

TEST(HttpResponse, ChunksAreJoined) {
  const std::string head = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(page_in(head, "3\r\nabc\r\nA;name=value\r\n0123456789\r\n0\r\n\r\n"), "abc0123456789");
  EXPECT_EQ(page_in(head, "3\r\nabc\r\n5\r\nde"), "abcde");
  EXPECT_EQ(page_in(head, "fffffffffffffff0\r\nabc"), "abc");
}

TEST(HttpResponse, WhatCannotBeUnpackedIsRefused) {
  const std::string page(500, 'x');
  const auto cut = [](std::string text) { return text.substr(0, text.size() / 2); };
  EXPECT_EQ(page_in("Content-Encoding: gzip\r\n", cut(gzipped(page))), "!bad-compression");
  EXPECT_EQ(page_in("Content-Encoding: br\r\n", cut(by_brotli(page))), "!bad-compression");
  EXPECT_EQ(page_in("Content-Encoding: deflate\r\n", cut(deflated(page, MAX_WBITS))),
            "!bad-compression");
  EXPECT_EQ(page_in("Content-Encoding: compress\r\n", page), "!unsupported");
  EXPECT_EQ(page_in("Content-Encoding: gzip,gzip,gzip,gzip,gzip\r\n", page), "!bad-compression");
}

TEST(HttpResponse, APageOverTheLimitIsRefusedHoweverItIsPacked) {
  const std::string page(kMost * 100, 'x');
  EXPECT_EQ(page_in("", page), "!too-large");
  EXPECT_EQ(page_in("Content-Encoding: gzip\r\n", gzipped(page)), "!too-large");
  EXPECT_EQ(page_in("Content-Encoding: br\r\n", by_brotli(page)), "!too-large");
  EXPECT_EQ(page_in("Content-Encoding: deflate\r\n", deflated(page, MAX_WBITS)), "!too-large");
}

}  // namespace
}  // namespace dateline::indexer::warc
