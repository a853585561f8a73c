#include "indexer/extract/markup/encoding.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"

namespace dateline::indexer::page::encoding_test {
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

TEST(Encoding, CharsetsOfThePressAreRead) {
  struct Case {
    const char* charset;
    const char* bytes;
    const char* text;
  };
  for (const auto& [charset, bytes, text] : {Case{"windows-1250", "\xE8", "č"},
                                             Case{"windows-1251", "\xC4\xE0", "Да"},
                                             Case{"koi8-r", "\xE4\xC1", "Да"},
                                             Case{"iso-8859-7", "\xC1", "Α"},
                                             Case{"iso-8859-9", "\xFD", "ı"},
                                             Case{"windows-1255", "\xF9", "ש"},
                                             Case{"windows-1256", "\xD3", "س"},
                                             Case{"tis-620", "\xA1", "ก"},
                                             Case{"euc-jp", "\xC6\xFC", "日"},
                                             Case{"Shift_JIS", "\x93\xFA", "日"},
                                             Case{"EUC-KR", "\xC7\xD1", "한"},
                                             Case{"big5", "\xA4\xA4", "中"},
                                             Case{"GBK", "\xD6\xD0", "中"},
                                             Case{"big5-hkscs", "\x9D\xEF", "嘅"},
                                             Case{"x-user-defined", "\xE9", "é"},
                                             Case{"cp1251", "\xC4", "Д"},
                                             Case{"dos-874", "\xA1", "ก"},
                                             Case{"x-sjis", "\x93\xFA", "日"},
                                             Case{"ks_c_5601-1987", "\xC7\xD1", "한"},
                                             Case{"sun_eu_greek", "\xC1", "Α"},
                                             Case{"koi", "\xC4", "д"},
                                             Case{"l5", "\xFD", "ı"}}) {
    const std::string head = "<meta charset='" + std::string(charset) + "'>";
    EXPECT_EQ(decode_page(head + bytes), head + text) << charset;
  }
}

TEST(Encoding, ADeclarationOfUtf16ThatCanBeReadIsOfUtf8) {
  for (const std::string label : {"utf-16", "utf-16le", "utf-16be", "ucs-2", "unicode"}) {
    const std::string head = "<meta charset=" + label + ">";
    EXPECT_EQ(decode_page(head + "caf\xE9 \xC3\xA9\xC3\xA9"), head + "café éé") << label;
  }
}

TEST(Encoding, WithoutADeclarationTheBytesDecide) {
  // Long enough that the detector is sure: the same sentence in two Cyrillic charsets.
  const std::string once =
      "\xCC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xEF\xEE\xF1\xEB\xE5 \xE1\xF3\xF0\xE8. ";
  std::string text;
  for (int i = 0; i < 20; ++i) text += once;
  EXPECT_EQ(decode_page(text).substr(0, 9), "Мост ");
}

TEST(Encoding, ADeclarationStandsNearTheBeginning) {
  EXPECT_EQ(declared_charset(std::string(10'000, ' ') + "<meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(declared_charset(std::string(20'000, ' ') + "<meta charset=koi8-r>"), "");
  EXPECT_EQ(declared_charset("<META HTTP-EQUIV=x CONTENT=\"text/html; CHARSET=KOI8-R\">"),
            "koi8-r");
  for (const char* none : {"", "<meta charset=>", "charset=", "<meta>", "<meta charset"}) {
    EXPECT_EQ(declared_charset(none), "") << none;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::encoding_test
