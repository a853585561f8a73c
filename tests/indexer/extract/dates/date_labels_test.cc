#include "indexer/extract/dates/date_labels.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::date_labels_test {
namespace {

// The days of a text that play the role, parted by spaces.
std::string as(DateRole role, const std::string& text) {
  std::string out;
  for (const LabelledDate& date : labelled_dates(text, DayOrder::kDayFirst)) {
    if (date.role == role) out += (out.empty() ? "" : " ") + date.stamp.to_string();
  }
  return out;
}

TEST(DateLabels, AWordBeforeADateSaysWhatItDates) {
  const std::string both = "Last updated: 3 March 2024. First published: 12 October 2019.";
  EXPECT_EQ(as(DateRole::kPublished, both), "2019-10-12");
  EXPECT_EQ(as(DateRole::kModified, both), "2024-03-03");
  EXPECT_EQ(as(DateRole::kOther, "Received 14 June 2022 · Accepted for publication 16 June 2022"),
            "2022-06-14 2022-06-16");
}

TEST(DateLabels, InTheLanguagesOfThePages) {
  struct Case {
    const char* published;
    const char* modified;
  };
  for (const Case& one : {
           Case{"Erschienen am 12.10.2019", "Aktualisiert: 12.10.2019"},
           Case{"Publié le 12 octobre 2019", "Mis à jour le 12 octobre 2019"},
           Case{"Publicado: 12/10/2019", "Actualizado 12 de octubre de 2019"},
           Case{"Pubblicato il 12 ottobre 2019", "Aggiornato 12 ottobre 2019"},
           Case{"Publicerad 12 oktober 2019", "Uppdaterad 12 oktober 2019"},
           Case{"Опубликовано 12.10.2019", "Обновлено: 12.10.2019"},
           Case{"公開日：2019年10月12日", "更新日：2019年10月12日"},
       }) {
    EXPECT_EQ(as(DateRole::kPublished, one.published), "2019-10-12") << one.published;
    EXPECT_EQ(as(DateRole::kModified, one.modified), "2019-10-12") << one.modified;
  }
}

TEST(DateLabels, LabelsMayStandBehindTheirDates) {
  const std::string both = "2019年10月12日 公開 2024年3月3日 更新";
  EXPECT_EQ(as(DateRole::kPublished, both), "2019-10-12");
  EXPECT_EQ(as(DateRole::kModified, both), "2024-03-03");
  EXPECT_EQ(as(DateRole::kPlain, "9 May 2022 05:48 · Updated 10 May 2022"), "2022-05-09");
}

TEST(DateLabels, AnyOtherLabelIsToldByItsColon) {
  EXPECT_EQ(as(DateRole::kUnknown, "Date of the regatta: 3 March 2024"), "2024-03-03");
  EXPECT_EQ(as(DateRole::kPlain, "Date: 3 March 2024"), "2024-03-03");
  EXPECT_EQ(as(DateRole::kPlain, "Fecha: 3/3/2024"), "2024-03-03");
  EXPECT_EQ(as(DateRole::kPlain, "14:32, 3 March 2024"), "2024-03-03");
  EXPECT_EQ(as(DateRole::kPlain, "Quay Street News | 3 March 2024"), "2024-03-03");
}

TEST(DateLabels, ASentenceThatMentionsADayDatesNothing) {
  EXPECT_EQ(as(DateRole::kMentioned, "The ferry act was signed into law on 14 August 1935"),
            "1935-08-14");
  // Part of a word is no label: nobody was "born" in Osborne.
  EXPECT_EQ(as(DateRole::kPlain, "By Ann Osborne, 3 March 2024"), "2024-03-03");
}

}  // namespace
}  // namespace dateline::indexer::page::date_labels_test
