#include "indexer/extract/page/phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::phrases_test {
namespace {

TEST(FurnitureLine, IsToldByHowItBeginsInAnyCase) {
  for (const char* line :
       {"Share this article", "SHARE ON FACEBOOK", "Advertisement", "ADVERTISEMENT",
        "Sign up for our daily newsletter", "Subscribe to the Courier for full access",
        "Follow us on social media", "All rights reserved.", "© 2021 The Dunmarrow Courier",
        "Copyright 2021 The Courier", "Read more: the bridge that never opened",
        "Continue reading the main story", "Already a subscriber? Log in", "Skip to main content",
        "Please enable JavaScript to read on", "Listen to this article"}) {
    EXPECT_TRUE(is_furniture_line(line)) << line;
  }
}

TEST(FurnitureLine, IsKnownInSeveralLanguages) {
  for (const char* line :
       {"Lesen Sie auch: Die Brücke", "Mehr zum Thema", "Anzeige", "Lire aussi", "Publicité",
        "Partager cet article", "Lee también: el puente", "Publicidad", "Leggi anche", "Condividi",
        "Lees ook: de brug", "Leia também"}) {
    EXPECT_TRUE(is_furniture_line(line)) << line;
  }
}

TEST(FurnitureLine, IsNoSentenceThatMerelyHasTheWords) {
  for (const char* line :
       {"The council will share this burden with the county.", "He read more about the plan.",
        "The advertisement had cost the town a fortune.", "Residents may subscribe to the scheme.",
        "The bridge was shut on Monday.", ""}) {
    EXPECT_FALSE(is_furniture_line(line)) << line;
  }
}

TEST(FurnitureLine, IsShort) {
  // Whoever writes five hundred characters writes an article's paragraph, however it begins.
  const std::string paragraph =
      "Advertisement of the harbour's land began in March, when " + std::string(600, 'x') + ".";
  EXPECT_FALSE(is_furniture_line(paragraph));
}

TEST(ConsentText, SpeaksOfThePagesOwnCookies) {
  EXPECT_TRUE(is_consent_text(
      "We use cookies to personalise content and ads. By clicking Accept you agree to our cookie "
      "policy."));
  EXPECT_FALSE(is_consent_text("The bakery sells cookies to the sailors of the harbour."));
  EXPECT_FALSE(is_consent_text(""));
}

TEST(ConsentText, HasItsWordsCloseTogether) {
  const std::string apart(600, '.');
  EXPECT_FALSE(is_consent_text("The shop sells cookies and bread." + apart +
                               "Who will accept that? A new policy of the harbour's board asks."))
      << "a long text on groceries has all of the words";
  for (const std::size_t before : {0U, 240U, 255U, 490U, 510U, 760U}) {
    EXPECT_TRUE(is_consent_text(std::string(before, '.') +
                                "We use cookies. Accept them, or read our privacy policy."))
        << before;
  }
}

TEST(OpeningOfFurniture, IsALabelOnItsOwn) {
  for (const char* line :
       {"You might also like", "RELATED ARTICLES", "Most read", "Comments", "Kommentare",
        "Sur le même sujet", "Trending now", "More on this story"}) {
    EXPECT_TRUE(opens_furniture(line)) << line;
  }
}

TEST(OpeningOfFurniture, IsNoSentence) {
  for (const char* line :
       {"Comments by the mayor were met with silence in the hall.",
        "Related articles of the treaty were struck out by the court after a long debate.",
        "The bridge", ""}) {
    EXPECT_FALSE(opens_furniture(line)) << line;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::phrases_test
