#include "common/text/spellings/sign_plurals.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::text::sign_plurals_test {
namespace {

std::string singular(const std::string& word) { return word.substr(0, singular_length(word)); }

TEST(SignPlurals, AreOfAcronymsNumbersAndModels) {
  for (const auto& [plural, single] :
       std::vector<std::pair<std::string, std::string>>{{"MPs", "MP"},
                                                        {"NGOs", "NGO"},
                                                        {"IEDs", "IED"},
                                                        {"PhDs", "PhD"},
                                                        {"737s", "737"},
                                                        {"16s", "16"},
                                                        {"500s", "500"},
                                                        {"A320s", "A320"},
                                                        {"MH17s", "MH17"}}) {
    EXPECT_EQ(singular(plural), single);
  }
}

TEST(SignPlurals, AreNoDecadesAndNoWords) {
  for (const char* word : {"1990s", "90s", "2010s", "6s", "s", "As", "Is", "GPS", "MPS", "Reuters",
                           "iPhones", "mps", "", "McDs2", "5,000s"}) {
    EXPECT_EQ(singular_length(word), 0U) << word;
  }
}

TEST(SignPlurals, OfAModelMayBeOneFigureOrATen) {
  EXPECT_EQ(singular_length_in_model("f", "35s"), 2U);
  EXPECT_EQ(singular_length_in_model("b", "2s"), 1U);
  EXPECT_EQ(singular_length_in_model("su", "30s"), 2U);
  EXPECT_EQ(singular_length_in_model("mid", "90s"), 0U);
  EXPECT_EQ(singular_length_in_model("early", "90s"), 0U);
  EXPECT_EQ(singular_length_in_model("mid", "1990s"), 0U);
  EXPECT_EQ(singular_length_in_model("", "35s"), 0U);
}

TEST(SignPlurals, InSmallLettersAreToldByHavingNoVowel) {
  EXPECT_EQ(singular_length_in_small_letters("mps"), 2U);
  EXPECT_EQ(singular_length_in_small_letters("dvds"), 3U);
  for (const char* word : {"gps", "sms", "mrs", "bus", "gas", "press", "dss", "MPs", "ps", "why"}) {
    EXPECT_EQ(singular_length_in_small_letters(word), 0U) << word;
  }
}

}  // namespace
}  // namespace dateline::text::sign_plurals_test
