#include "indexer/enrich/language.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr const char* kEnglish =
    "The council voted late on Tuesday to close the old bridge until engineers have looked at "
    "every one of its bearings, and the mayor said that buses would run around the harbour.";
constexpr const char* kGerman =
    "Der Stadtrat hat am späten Dienstagabend beschlossen, die alte Brücke zu sperren, bis die "
    "Ingenieure jedes einzelne Lager geprüft haben; die Busse fahren so lange um den Hafen.";
constexpr const char* kFrench =
    "Le conseil municipal a décidé mardi soir de fermer le vieux pont jusqu'à ce que les "
    "ingénieurs aient examiné chacun de ses appuis, et les autobus contourneront le port.";
constexpr const char* kHebrew =
    "מועצת העיר החליטה ביום שלישי בערב לסגור את הגשר הישן עד שהמהנדסים יבדקו את כל חלקיו.";
constexpr const char* kArabic =
    "قرر مجلس المدينة مساء الثلاثاء إغلاق الجسر القديم حتى ينتهي المهندسون من فحص جميع أجزائه.";

std::string repeat(const char* text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += std::string(text) + " ";
  return out;
}

TEST(DetectLanguage, TellsLanguagesByTheirTextInBcp47) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {kEnglish, "en"}, {kGerman, "de"}, {kFrench, "fr"}, {kHebrew, "he"}, {kArabic, "ar"}};
  for (const auto& [text, language] : rows) EXPECT_EQ(detect_language(text), language);
}

TEST(DetectLanguage, SaysNothingWhereItCannotTell) {
  const std::vector<std::string> texts{"", "Paris", "12 34 56", "\xFF\xFE garbage",
                                       std::string(5000, 'x')};
  for (const std::string& text : texts) EXPECT_EQ(detect_language(text), "") << text.substr(0, 20);
}

TEST(NormaliseLanguage, SpellsTagsAsBcp47AndRefusesOthers) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"en", "en"},
      {"EN_us", "en-US"},
      {"zh-hant-tw", "zh-Hant-TW"},
      {" de-AT ", "de-AT"},
      {"english", ""},
      {"e", ""},
      {"", ""},
      {"en-", ""},
      {"12", ""},
      {"es-419", "es-419"},
      {"en-US-x-private", "en-US-x-private"},
      {"${lang}", ""}};
  for (const auto& [in, out] : rows) EXPECT_EQ(normalise_language(in), out) << in;
}

TEST(SettleLanguage, ADeclaredLanguageStandsUnlessALongTextGainsaysIt) {
  EXPECT_EQ(settle_language("de-AT", kGerman), "de-AT");
  EXPECT_EQ(settle_language("en", kGerman), "en") << "too short to gainsay";
  EXPECT_EQ(settle_language("en", repeat(kGerman, 4)), "de");
  EXPECT_EQ(settle_language("nonsense!", kFrench), "fr");
  EXPECT_EQ(settle_language("", kFrench), "fr");
  EXPECT_EQ(settle_language("fi", "Paris"), "fi");
}

}  // namespace
}  // namespace dateline::indexer
