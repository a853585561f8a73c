#include "indexer/mail/transfer.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::mail {
namespace {

TEST(Transfer, Base64IsDecodedAsFarAsItGoes) {
  EXPECT_EQ(decode_base64("QnJpZGdl\r\nIHNodXQ="), "Bridge shut");
  EXPECT_EQ(decode_base64("QnJpZGdlIHNodX"), "Bridge shu");
  EXPECT_EQ(decode_base64("Qn*Jp ZGdl=ignored"), "Bridge");
  EXPECT_EQ(decode_base64(""), "");
}

TEST(Transfer, QuotedPrintableIsDecodedAndTheRestStays) {
  EXPECT_EQ(decode_quoted_printable("Br=C3=BCcke ge=\r\nsperrt=\n!"), "Brücke gesperrt!");
  EXPECT_EQ(decode_quoted_printable("a=ZZ b= c=e"), "a=ZZ b= c=e");
}

TEST(Transfer, HeadersAreOneLineOfText) {
  struct Case {
    std::string value;
    std::string expected;
  };
  for (const Case& one :
       {Case{"Bridge  shut", "Bridge shut"}, Case{"=?utf-8?Q?Br=C3=BCcke_zu?=", "Brücke zu"},
        Case{"=?UTF-8?B?QnLDvGNrZQ==?= zu", "Brücke zu"},
        Case{"=?iso-8859-1*de?q?Br=FCcke?=", "Brücke"},
        // A letter parted between two words.
        Case{"=?utf-8?q?Br=C3?= =?utf-8?q?=BCcke?=", "Brücke"},
        Case{"=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"}, Case{"=?utf-8?x?a?=", "=?utf-8?x?a?="},
        Case{"=?utf-8?q?open", "=?utf-8?q?open"},
        Case{"Br\xFC"
             "cke",
             "Brücke"},
        Case{"", ""}}) {
    EXPECT_EQ(decode_header(one.value), one.expected) << one.value;
  }
}

}  // namespace
}  // namespace dateline::indexer::mail
