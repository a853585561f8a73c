#include "indexer/extract/markup/encoding.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"

namespace dateline::indexer::page {
namespace {

const std::string kText = "Z\xC3\xBCrich \xE2\x80\x93 \xE2\x82\xAC 5";

TEST(Encoding, ValidUtf8StaysWhateverIsDeclared) {
  const std::string page = "<meta charset=iso-8859-1>" + kText;
  EXPECT_EQ(decode_page(page), page);
}

TEST(Encoding, AByteOrderMarkDecidesAndGoes) {
  EXPECT_EQ(decode_page("\xEF\xBB\xBF" + kText), kText);
  EXPECT_EQ(decode_page(std::string("\xFF\xFEZ\0\xFC\0", 6)), "Z\xC3\xBC");
  EXPECT_EQ(decode_page(std::string("\xFE\xFF\0Z\0\xFC", 6)), "Z\xC3\xBC");
}

TEST(Encoding, Utf16WithoutAMarkIsKnownByItsZeros) {
  EXPECT_EQ(decode_page(std::string("<\0p\0>\0\xFC\0", 8)), "<p>\xC3\xBC");
}

TEST(Encoding, Latin1MeansWindows1252OnTheWeb) {
  EXPECT_EQ(decode_page("<meta charset=\"ISO-8859-1\">Z\xFCrich \x96 \x80 5"),
            "<meta charset=\"ISO-8859-1\">" + kText);
}

TEST(Encoding, ADeclaredCharsetIsUsed) {
  EXPECT_EQ(decode_page("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"
                        "\xB1\xEA"),
            "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"
            "\xC4\x85\xC4\x99");
  EXPECT_EQ(decode_page("<meta charset=gb2312>\xD6\xD0"), "<meta charset=gb2312>\xE4\xB8\xAD");
  EXPECT_EQ(decode_page("<meta charset=shift_jis>\x93\xFA"),
            "<meta charset=shift_jis>\xE6\x97\xA5");
}

TEST(Encoding, StrayBytesInUtf8AreReadAsWindows1252) {
  EXPECT_EQ(decode_page("<meta charset=utf-8>" + kText + kText + " caf\xE9"),
            "<meta charset=utf-8>" + kText + kText + " caf\xC3\xA9");
}

TEST(Encoding, AScriptsCharsetIsNotThePages) {
  EXPECT_EQ(declared_charset("<script charset=gb2312></script><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='koi8-r'?>"), "koi8-r");
  EXPECT_EQ(declared_charset("<p>charset=gb2312</p>"), "");
}

TEST(Encoding, AnythingBecomesValidUtf8WithoutNuls) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (const std::string& bytes :
       {all, std::string(1000, '\0'), std::string("\xFF\xFE\x00", 3),
        std::string("<meta charset=x>\x80"), std::string("\xFE\xFF\xD8\x00", 4)}) {
    const std::string text = decode_page(bytes);
    EXPECT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(text.find('\0'), std::string::npos);
  }
}

}  // namespace
}  // namespace dateline::indexer::page
