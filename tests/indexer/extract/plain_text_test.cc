#include "indexer/extract/plain_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/file.h"
#include "tests/support/places.h"

namespace dateline::indexer::page::plain_text_test {
namespace {

constexpr std::string_view kSaved = R"(Menu

Ferry crew pulls twenty-three people from the water

Ferry crew pulls twenty-three people from the water
By Northline News with AP
Published on Updated
Share this articleComments

The crew of a car ferry saved twenty-three people after a bridge fell on Sunday, the harbour board said.


"We heard it before we saw it," the mate told reporters.

The ferry had left ten minutes late.

A captain's decision

She turned the ship without waiting for an order.

Share this articleComments

You might also like

Seven dead as bridge falls

What we know so far)";

TEST(PlainText, FurnitureOfASavedPageIsDropped) {
  const Article article = read_plain_text(kSaved).article;
  EXPECT_EQ(article.headline, "Ferry crew pulls twenty-three people from the water");
  EXPECT_EQ(article.source, "Northline News");
  EXPECT_EQ(article.agencies, std::vector<std::string>{"AP"});
  EXPECT_TRUE(article.byline.empty());
  EXPECT_EQ(article.standfirst,
            "The crew of a car ferry saved twenty-three people after a bridge fell on Sunday, the "
            "harbour board said.");
  EXPECT_EQ(article.body,
            "\"We heard it before we saw it,\" the mate told reporters.\n\n"
            "The ferry had left ten minutes late.\n\nA captain's decision\n\n"
            "She turned the ship without waiting for an order.");
}

TEST(PlainText, WhereEachPartCameFromIsTold) {
  std::vector<std::string> told;
  for (const FieldSource& source : read_plain_text(kSaved).sources) told.push_back(source.field);
  for (const char* field : {"headline", "standfirst", "body", "agencies", "cut"}) {
    EXPECT_NE(std::find(told.begin(), told.end(), field), told.end()) << field;
  }
}

TEST(PlainText, AFirstLineIsTheHeadline) {
  const Article article =
      read_plain_text(
          "Bank raises rate\nBy Ann Lee\n\nThe central bank raised its rate on Tuesday.\n")
          .article;
  EXPECT_EQ(article.headline, "Bank raises rate");
  EXPECT_EQ(article.byline, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(article.body, "The central bank raised its rate on Tuesday.");
}

TEST(PlainText, AFlashIsAHeadlineAlone) {
  const Article article = read_plain_text("BANK OF CORRANE RAISES RATE TO 4.5 PCT").article;
  EXPECT_EQ(article.headline, "BANK OF CORRANE RAISES RATE TO 4.5 PCT");
  EXPECT_EQ(article.body, "");
}

TEST(PlainText, WrappedLinesAreOneParagraph) {
  const Article article =
      read_plain_text(
          "A headline over wrapped lines\n\n"
          "The first line of a paragraph that an editor wrapped at seventy\n"
          "columns, and its second, which ends here.\n\nAnother one follows it.\n")
          .article;
  EXPECT_EQ(
      article.body,
      "The first line of a paragraph that an editor wrapped at seventy columns, and its second, "
      "which ends here.\n\nAnother one follows it.");
}

TEST(PlainText, NothingGivesNothing) {
  for (const std::string_view text : {"", "\n\n", " ", "By\n", "Share this article"}) {
    EXPECT_EQ(read_plain_text(text).article.body, "") << text;
  }
}

TEST(PlainText, TheSavedPageThatTheProjectBeganWith) {
  const std::string folder = dateline::testing::source_directory() + "/../shared/data/seed";
  const auto names = real_files().list(folder);
  if (!names || names->empty()) GTEST_SKIP() << "no " << folder;
  const auto text = real_files().read(folder + "/" + names->front(), std::uint64_t{1} << 20);
  ASSERT_TRUE(text);
  const Article article = read_plain_text(*text).article;
  EXPECT_EQ(article.headline,
            "'Honest mistake': Pentagon denies plans to withdraw troops from Iraq");
  EXPECT_EQ(article.standfirst.rfind("The U.S. has made no decision about", 0), 0U);
  EXPECT_EQ(article.agencies, std::vector<std::string>{"AP"});
  EXPECT_EQ(article.source, "Euronews");
  EXPECT_EQ(article.body.find("Share this article"), std::string::npos);
  EXPECT_EQ(article.body.find("You might also like"), std::string::npos);
  EXPECT_EQ(article.body.find("traumatic brain injuries"), std::string::npos);
  EXPECT_NE(article.body.find("onward movement"), std::string::npos);
}

TEST(PlainText, CreditsAndDatesAreReadInOtherLanguages) {
  struct Case {
    const char* credit;
    const char* name;
  };
  for (const auto& [credit, name] :
       {Case{"Von Jörg Müller", "Jörg Müller"}, Case{"Par Élise Montclar", "Élise Montclar"},
        Case{"Por Ana Díaz", "Ana Díaz"}, Case{"Автор: Иван Петров", "Иван Петров"},
        Case{"作者：王小明", "王小明"}}) {
    const Article article =
        read_plain_text(
            "The bridge over the Narrows is shut\n" + std::string(credit) +
            "\n\nThe harbour board closed the bridge on Monday, and nobody knows why.\n")
            .article;
    EXPECT_EQ(article.byline, std::vector<std::string>{name});
    EXPECT_EQ(article.body.find(credit), std::string::npos) << credit;
  }
}

TEST(PlainText, ALineOfDatesGivesTheDaysOfPublicationAndUpdate) {
  struct Case {
    const char* line;
    const char* published;
    const char* modified;
  };
  for (const auto& [line, published, modified] :
       {Case{"Published on 14 March 2020 Updated 15 March 2020", "2020-03-14", "2020-03-15"},
        Case{"Publié le 14 mars 2020", "2020-03-14", ""}, Case{"14. März 2020", "2020-03-14", ""},
        Case{"Publicado el 14 de marzo de 2020", "2020-03-14", ""},
        Case{"Updated 15 March 2020", "", "2020-03-15"}, Case{"Posted yesterday", "", ""}}) {
    const Article article =
        read_plain_text(
            "The bridge over the Narrows is shut\n" + std::string(line) +
            "\n\nThe harbour board closed the bridge on Monday, and nobody knows why.\n")
            .article;
    EXPECT_EQ(article.published ? article.published->to_string() : "", published) << line;
    EXPECT_EQ(article.modified ? article.modified->to_string() : "", modified) << line;
    EXPECT_EQ(article.body.find(line), std::string::npos) << line;
  }
}

TEST(PlainText, ThePublicationIsNamedAboveAndInTheCopyrightLine) {
  const std::string text =
      "Isles Observer\n\nThe bridge over the Narrows is shut until May\n\n"
      "The harbour board closed the bridge on Monday, and nobody knows why.\n\n";
  EXPECT_EQ(read_plain_text(text + "© Isles Observer 2020").article.source, "Isles Observer");
  EXPECT_EQ(read_plain_text(text + "© Another Paper 2020").article.source, "");
  EXPECT_EQ(read_plain_text(text).article.source, "");
}

TEST(PlainText, LabelsOfOtherContentEndTheTextInOtherLanguages) {
  const std::string text =
      "Die Brücke über die Enge ist gesperrt\n\n"
      "Die Hafenbehörde hat die Brücke am Montag gesperrt, und niemand weiß, warum.\n\n";
  const std::string other =
      "\n\nNoch ein Satz, der zu einem anderen Artikel gehört, wie man sieht.\n";
  for (const char* label : {"Mehr zum Thema", "Meistgelesen", "Kommentare", "Related articles",
                            "Sur le même sujet", "Noticias relacionadas", "Articoli correlati"}) {
    EXPECT_EQ(read_plain_text(text + label + other).article.body,
              "Die Hafenbehörde hat die Brücke am Montag gesperrt, und niemand weiß, warum.")
        << label;
  }
}

TEST(PlainText, HostileTextGivesARecordOfBoundedParts) {
  for (const std::string& text :
       {std::string(100'000, '\n'), std::string(100'000, 'a'), std::string(100'000, '('),
        std::string(1000, '\xFF'), std::string("\0\0", 2), std::string("\r\r\r")}) {
    const Extraction found = read_plain_text(text);
    EXPECT_LE(found.sources.size(), 210U);
    EXPECT_TRUE(found.article.byline.empty());
  }
}

}  // namespace
}  // namespace dateline::indexer::page::plain_text_test
