#include "common/text/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "common/base/strings.h"
#include "common/text/spelling_rows.h"

namespace dateline::text::spelling_test {
namespace {

struct Row {
  std::string_view word;
  std::string_view others;  // parted by spaces
};

void expect_spellings(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(join(other_spellings(row.word), " "), row.others) << row.word;
  }
}

bool are_one(std::string_view first, std::string_view second) {
  const auto others = other_spellings(first);
  return std::ranges::find(others, second) != others.end();
}

TEST(Spelling, WordsInOurAndOrAreOne) {
  expect_spellings({
      {"favour", "favor"},
      {"favor", "favour"},
      {"favourites", "favorites"},
      {"unfavourable", "unfavorable"},
      {"behavioural", "behavioral"},
      {"discolouration", "discoloration"},
      {"watercolor", "watercolour"},
      {"neighborhoods", "neighbourhoods"},
      {"labour", "labor"},
      {"labourers", "laborers"},
      {"misdemeanor", "misdemeanour"},
      {"armoured", "armored"},
      {"endeavored", "endeavoured"},
      {"honourable", "honorable"},
      {"rumoured", "rumored"},
      {"tumours", "tumors"},
      {"glamour", "glamor"},
  });
}

TEST(Spelling, WordsInReAndErAreOne) {
  expect_spellings({
      {"center", "centre"},
      {"centrepiece", "centerpiece"},
      {"centring", "centering centreing"},
      {"theatres", "theaters"},
      {"kilometre", "kilometer"},
      {"millimeters", "millimetres"},
      {"litre", "liter"},
      {"fibreglass", "fiberglass"},
      {"manoeuvres", "maneuvers"},
      {"manoeuvring", "maneuvering"},
      {"epicenter", "epicentre"},
      {"sombrely", "somberly"},
  });
}

TEST(Spelling, VerbsInIseAndIzeAreOne) {
  expect_spellings({
      {"organise", "organize"},
      {"organization", "organisation"},
      {"organizational", "organisational"},
      {"reorganising", "reorganizing"},
      {"recognisable", "recognizable"},
      {"privatisations", "privatizations"},
      {"criticized", "criticised"},
      {"emphasise", "emphasize"},
      {"synthesized", "synthesised"},
      {"collectivisation", "collectivization"},
      {"organisers", "organizers"},
      {"mesmerisingly", "mesmerizingly"},
      {"analyse", "analyze"},
      {"analysed", "analyzed"},
      {"psychoanalyzing", "psychoanalysing"},
      {"paralyzed", "paralysed"},
      {"breathalysers", "breathalyzers"},
  });
}

TEST(Spelling, NounsInCeAndSeAndVerbsInSeAndCeAreOne) {
  expect_spellings({
      {"defence", "defense"},
      {"defenseless", "defenceless"},
      {"offences", "offenses"},
      {"licence", "license"},
      {"licensed", "licenced"},
      {"practising", "practicing"},
      {"practice", "practise"},
      {"pretense", "pretence"},
  });
}

TEST(Spelling, DoubledLettersAreOneWithSingleOnes) {
  expect_spellings({
      {"travelled", "traveled"},    {"traveler", "traveller"},
      {"cancelling", "canceling"},  {"modelled", "modeled"},
      {"fuelled", "fueled"},        {"refueling", "refuelling"},
      {"labelled", "labeled"},      {"mislabeled", "mislabelled"},
      {"counsellor", "counselor"},  {"councilors", "councillors"},
      {"jewellery", "jewelry"},     {"marvellous", "marvelous"},
      {"medallists", "medalists"},  {"enrolment", "enrollment"},
      {"fulfill", "fulfil"},        {"instalments", "installments"},
      {"skilfully", "skillfully"},  {"tranquillity", "tranquility"},
      {"focussed", "focused"},      {"worshippers", "worshipers"},
      {"kidnapped", "kidnaped"},    {"programmes", "programs"},
      {"kilogrammes", "kilograms"},
  });
}

TEST(Spelling, LatinAndGreekDiphthongsAreOneWithTheirVowels) {
  expect_spellings({
      {"anaemia", "anemia"},
      {"pediatrician", "paediatrician"},
      {"haemorrhage", "hemorrhage"},
      {"oestrogen", "estrogen"},
      {"encyclopaedia", "encyclopedia"},
      {"archeologist", "archaeologist"},
      {"leukemia", "leukaemia"},
      {"foetuses", "fetuses"},
      {"hypoglycemia", "hypoglycaemia"},
      {"anaesthetised", "anaesthetized anesthetised anesthetized"},
  });
}

TEST(Spelling, ReviewedPairsAreOne) {
  expect_spellings({
      {"dialogue", "dialog"},       {"catalog", "catalogue"},  {"cataloguing", "cataloging"},
      {"judgment", "judgement"},    {"ageing", "aging"},       {"aluminium", "aluminum"},
      {"aeroplane", "airplane"},    {"gray", "grey"},          {"plowed", "ploughed"},
      {"skepticism", "scepticism"}, {"sulphuric", "sulfuric"}, {"moulded", "molded"},
      {"tsarist", "czarist"},       {"pyjamas", "pajamas"},    {"enquiries", "inquiries"},
      {"despatched", "dispatched"}, {"learnt", "learned"},     {"gaoled", "jailed"},
      {"guerrillas", "guerillas"},  {"discs", "disks"},
  });
}

// What looks like one of the rules and is another word, or the same on both sides.
TEST(Spelling, OtherWordsAreLeftAlone) {
  for (const std::string_view word :
       {"four",       "for",        "hour",        "tour",      "pour",        "sour",
        "your",       "flour",      "floor",       "contour",   "devour",      "glamorous",
        "laboratory", "prise",      "prize",       "size",      "seize",       "resize",
        "downsized",  "capsized",   "rise",        "arise",     "wise",        "otherwise",
        "raise",      "praised",    "fundraising", "promise",   "premise",     "compromised",
        "surprise",   "enterprise", "comprising",  "exercise",  "precise",     "advise",
        "adviser",    "supervised", "televised",   "improvise", "advertising", "expertise",
        "paradise",   "franchise",  "disguise",    "cruise",    "noise",       "maize",
        "citizen",    "kaiser",     "pfizer",      "belize",    "denise",      "louise",
        "tyre",       "tire",       "cheque",      "check",     "kerb",        "curb",
        "story",      "storey",     "draught",     "draft",     "vice",        "vise",
        "advice",     "device",     "devise",      "prophecy",  "fence",       "sense",
        "tense",      "hence",      "acre",        "massacre",  "timbre",      "timber",
        "genre",      "called",     "filled",      "filed",     "killed",      "controlled",
        "compelled",  "travel",     "travels",     "fuel",      "model",       "cancellation",
        "analysis",   "analyst",    "paralysis",   "practical", "defensive",   "offensive",
        "meteor",     "literal",    "literature",  "metric",    "central",     "demon",
        "ether",      "toe",        "poet",        "coexist",   "phoenix",     "league",
        "tongue",     "vague",      "rogue",       "program1",  "iraq",        "the",
        "a",          "",           "tonne",       "ton",       "dike",        "dyke",
        "racket",     "racquet",    "prologue",    "louver",    "mum",         "mom"}) {
    EXPECT_EQ(join(other_spellings(word), " "), "") << word;
  }
}

// "fuelled" becomes fuell, "travelled" travel: whether an index has the former is for it to tell.
TEST(Spelling, DoubledLettersThatStemmersLeaveAreKnown) {
  EXPECT_EQ(doubled_stem("fuel"), "fuell");
  EXPECT_EQ(doubled_stem("dial"), "diall");
  EXPECT_EQ(doubled_stem("focus"), "focuss");
  for (const std::string_view stem : {"call", "cal", "fil", "iraq", "fulfil", "centr", ""}) {
    EXPECT_EQ(doubled_stem(stem), "") << stem;
  }
}

TEST(Spelling, IsAskedForFromEitherSide) {
  for (const SpellingRow& row : kSpellingRows) {
    for (const std::string_view tail : split(row.tails == kAnyTail ? kAlone : row.tails, ' ')) {
      const std::string ending(tail == kAlone ? "" : tail);
      const std::string british = std::string(row.british) + ending;
      const std::string american = std::string(row.american) + ending;
      EXPECT_TRUE(are_one(british, american)) << british;
      EXPECT_TRUE(are_one(american, british)) << american;
      EXPECT_NE(british, american);
    }
  }
}

TEST(Spelling, OfAnyWordIsBoundedAndNeverTheWordItself) {
  std::mt19937 random(11);
  static constexpr auto kPieces = std::to_array<std::string_view>(
      {"our", "or", "is", "iz", "e", "ed", "re", "er", "ae", "colour", "un", "anaesth", "favor",
       "ation", "l", "ll", "travel", "s"});
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    for (std::uint64_t n = random() % 8; n > 0; --n) word += kPieces[random() % kPieces.size()];
    const auto others = other_spellings(word);
    ASSERT_LE(others.size(), kMostSpellings) << word;
    ASSERT_FALSE(are_one(word, word)) << word;
  }
  EXPECT_TRUE(other_spellings(std::string(1 << 20, 'z')).empty());
}

}  // namespace
}  // namespace dateline::text::spelling_test
