#include "indexer/mail/mail_format.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/utf8.h"
#include "indexer/mail/message.h"

namespace dateline::indexer::mail {
namespace {

RawDocument document_of(std::string bytes) {
  RawDocument out;
  out.bytes = std::move(bytes);
  out.origin = {"news.eml", 0};
  return out;
}

const std::string kHeaders =
    "From: \"Eastport Courier\" <news@news.example>\r\nTo: ann@home.example\r\n"
    "Subject: =?utf-8?Q?Br=C3=BCcke?=\r\n shut\r\nDate: Sat, 2 Mar 2024 07:15:00 +0100\r\n"
    "Message-ID: <17@news.example>\r\nMIME-Version: 1.0\r\n";

std::string alternatives(const std::string& boundary) {
  return "Content-Type: multipart/alternative; boundary=\"" + boundary +
         "\"\r\n\r\npreamble\r\n--" + boundary +
         "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nOf the plain part.\r\n--" + boundary +
         "\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
         "quoted-printable\r\n\r\n<html><body><p>Die Br=FCcke ist gesperrt.</p><p>Then it was=\r\n "
         "opened.</p></body></html>\r\n--" +
         boundary + "--\r\nepilogue\r\n";
}

TEST(Mail, TheHeadlineIsTheSubjectAndTheTextThatOfTheHtmlPart) {
  const auto made = read_mail(document_of(kHeaders + alternatives("b=1")), {});
  ASSERT_TRUE(made) << made.error().reason;
  const Article& article = made->article;
  EXPECT_EQ(article.headline, "Brücke shut");
  EXPECT_EQ(article.id, "17@news.example");
  EXPECT_EQ(article.source, "Eastport Courier");
  EXPECT_EQ(article.published->to_string(), "2024-03-02T07:15:00+01:00");
  EXPECT_EQ(article.body, "Die Brücke ist gesperrt.\n\nThen it was opened.");
}

TEST(Mail, OfAPlainMessageParagraphsAreKeptAndTheSignatureIsNot) {
  const auto made =
      read_mail(document_of(kHeaders +
                            "Content-Type: text/plain; charset=windows-1252\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\n"
                            "VGhlIGJyaWRnZSB3YXMNCnNodXQuDQoNClRoZW4gbm90LiCWDQotLSANCkFubg==\r\n"),
                {});
  ASSERT_TRUE(made) << made.error().reason;
  EXPECT_EQ(made->article.body, "The bridge was shut.\n\nThen not. –");
}

TEST(Mail, AttachmentsAreNoTextAndAMessageOfThemIsRejected) {
  const std::string attached =
      "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n"
      "Content-Disposition: attachment; filename=a.html\n\n<p>a</p>\n--x\nContent-Type: "
      "image/png\n\n"
      "x\n--x--\n";
  const auto refused = read_mail(document_of("From: a@b.example\nSubject: x\n" + attached), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, reject::kNoText);
}

TEST(Mail, ASenderWithoutANameIsAHost) {
  const auto made = read_mail(document_of("From: <news@News.Example>\nSubject: x\n\nText.\n"), {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.source, "news.example");
}

TEST(Mail, IsToldByItsHeaders) {
  for (const char* bytes : {"From: a\nSubject: b\n\nx", "Received: by x\n\tfor y\nDate: z\n\n",
                            "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx"}) {
    EXPECT_TRUE(is_mail(Head(bytes))) << bytes;
  }
  for (const char* bytes :
       {"", "Subject: alone\n\nx", "Dear Ann,\nSubject: a\nFrom: b\n\n",
        "<html>\nFrom: a\nSubject: b\n", "HTTP/1.1 200 OK\nDate: x\nTo: y\n\n"}) {
    EXPECT_FALSE(is_mail(Head(bytes))) << bytes;
  }
}

TEST(Mhtml, IsThePageWithItsAddress) {
  const std::string saved =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/bridge\r\n"
      "Subject: Bridge\r\nDate: Sat, 2 Mar 2024 07:15:00 -0000\r\nMIME-Version: 1.0\r\n"
      "Content-Type: "
      "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----x----\"\r\n\r\n"
      "------x----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://news.example/bridge\r\n\r\n<html><head><title>Bridge shut</title>"
      "</head><body><article><h1>Bridge shut</h1><p>The bridge was shut on Friday, the harbour's "
      "office said, and nobody knew for how long it would be.</p></article></body></html>\r\n"
      "------x----\r\nContent-Type: text/css\r\n\r\np {}\r\n------x------\r\n";
  EXPECT_TRUE(is_mhtml(Head(saved)));
  const auto made = read_mhtml(document_of(saved), {.keep_all = true});
  ASSERT_TRUE(made) << made.error().reason;
  EXPECT_EQ(made->article.url, "https://news.example/bridge");
  EXPECT_EQ(made->article.headline, "Bridge shut");
  EXPECT_FALSE(is_mhtml(Head(kHeaders + "Content-Type: multipart/related; boundary=x\r\n\r\n")));
  EXPECT_FALSE(read_mhtml(document_of("Content-Type: multipart/related\n\nx"), {}));
}

TEST(Mail, PartsWithinPartsEnd) {
  std::string bytes = "From: a\nSubject: b\n";
  for (int i = 0; i < 100; ++i) {
    bytes += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
             std::to_string(i) + "\n";
  }
  EXPECT_EQ(parse_message(bytes + "\n\nx").texts.size(), 0U);
  std::string many = "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 3000; ++i) many += "--b\n\nx\n";
  EXPECT_LE(parse_message(many).texts.size(), 1000U);
}

TEST(Mail, EveryBeginningAndEveryChangedByteIsReadOrRejected) {
  const std::string message = kHeaders + alternatives("b1");
  const auto check = [](const std::string& bytes) {
    is_mail(Head(bytes));
    for (const auto& made :
         {read_mail(document_of(bytes), {}), read_mhtml(document_of(bytes), {})}) {
      if (made) {
        EXPECT_TRUE(is_valid_utf8(made->article.headline + made->article.body));
      } else {
        EXPECT_FALSE(made.error().reason.empty());
      }
    }
  };
  for (std::size_t size = 0; size < message.size(); size += 5) check(message.substr(0, size));
  for (std::size_t at = 0; at < message.size(); at += 5) {
    for (const char other : {'\0', '=', '\n', '\xE9', '-'}) {
      std::string changed = message;
      changed[at] = other;
      check(changed);
    }
  }
}

}  // namespace
}  // namespace dateline::indexer::mail
