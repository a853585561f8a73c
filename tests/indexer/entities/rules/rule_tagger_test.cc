#include "indexer/entities/rules/rule_tagger.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/tagger.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::rule_tagger_test {
namespace {

struct Row {
  const char* text;
  const char* names;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(names_in(row.text), row.names) << row.text;
}

TEST(RuleTagger, LeavesTitlesOutsideTheName) {
  check({
      {"He met Mr. Halloran and Dr. Ines Okonjo.", "person Halloran, person Ines Okonjo"},
      {"Talks with President Ana Tavares began.", "person Ana Tavares"},
      {"The Defense Secretary Mark Esper spoke.", "person Mark Esper"},
      {"A draft from Marine Brig. Gen. William Seely leaked.", "person William Seely"},
      {"Then spokesman Tomas Vrba left.", "person Tomas Vrba"},
      {"We saw U.S. Secretary of State Antony Blinken.", "place U.S., person Antony Blinken"},
      {"Later Foreign Minister Zarif spoke.", "person Zarif"},
      {"The talks with the Prime Minister failed.", ""},
      {"It was Microsoft Chief Executive Satya Nadella.", "org Microsoft, person Satya Nadella"},
  });
}

TEST(RuleTagger, ReadsPersonalNamesOfManyShapes) {
  check({
      {"We admired John F. Kennedy there.", "person John F. Kennedy"},
      {"They heard Martin Luther King Jr. speak.", "person Martin Luther King Jr."},
      {"We met Maria da Silva there.", "person Maria da Silva"},
      {"Then Ursula von der Leyen replied.", "person Ursula von der Leyen"},
      {"They found Osama bin Laden there.", "person Osama bin Laden"},
      {"They saw Bashar al-Assad there.", "person Bashar al-Assad"},
      {"Fans of Sinéad O'Connor and José Ibáñez came.",
       "person Sinéad O'Connor, person José Ibáñez"},
      {"Then Jean-Claude Juncker won.", "person Jean-Claude Juncker"},
      {"Yesterday Иван Петров spoke to Łukasz Żak.", "person Иван Петров, person Łukasz Żak"},
  });
}

TEST(RuleTagger, KnowsOrganisationsByTheirWords) {
  check({
      {"He joined Acme Widgets Inc. in May.", "org Acme Widgets Inc."},
      {"She left Harbinger Foods GmbH today.", "org Harbinger Foods GmbH"},
      {"He taught at Dunmore University.", "org Dunmore University"},
      {"Staff of the Ministry of Defense left.", "org Ministry of Defense"},
      {"The Department of Health and Human Services said so.",
       "org Department of Health and Human Services"},
      {"Officials at the Iraqi Ministry of Defense met.", "org Ministry of Defense"},
      {"The Culture and Tourism Ministry closed.", "org Culture and Tourism Ministry"},
      {"The Irish Times reported it.", "org Irish Times"},
      {"NATO and the FBI told the Senate.", "org NATO, org FBI, org Senate"},
      {"He plays for Ashby United.", "org Ashby United"},
      {"The U.S. Food and Drug Administration agreed.", "org U.S. Food and Drug Administration"},
      {"The Qorvane Coordination Board (QCB) met.", "org Qorvane Coordination Board, org QCB"},
  });
}

TEST(RuleTagger, ANationalityBelongsToANameThatGoesAroundIt) {
  check({
      {"Fighters of the Free Syrian Army fled.", "org Free Syrian Army"},
      {"Leaders of the United Lebanese Alliance met.", "org United Lebanese Alliance"},
      {"The Syrian Observatory for Human Rights counted them.",
       "org Syrian Observatory for Human Rights"},
      {"He asked the Cuban Network for Clean Water to explain what it had found there.",
       "org Cuban Network for Clean Water"},
      {"Units of the Israeli Army left.", "org Army"},
      {"The French Minister for Europe left.", "place Europe"},
      {"Most Israeli Army units left.", "org Army"},
  });
}

TEST(RuleTagger, KnowsPlacesByTablesWordsAndSurroundings) {
  check({
      {"Troops left Iraq for the United Arab Emirates.", "place Iraq, place United Arab Emirates"},
      {"The U.S. and the UK agreed; tell us who.", "place U.S., place UK"},
      {"They fished in Lake Orrin and the Tessel River.", "place Lake Orrin, place Tessel River"},
      {"He lives in Quarnby with her.", "place Quarnby"},
      {"She came from the town of Kéthely.", "place Kéthely"},
      {"They met in São Paulo and Côte d'Ivoire.", "place São Paulo, place Côte d'Ivoire"},
      {"Farmers in Ontario and Queensland agreed.", "place Ontario, place Queensland"},
  });
}

TEST(RuleTagger, PeoplesMonthsAndTreatiesAreNoEntities) {
  check({
      {"On Monday an Iranian general and two Americans met.", ""},
      {"In January the Affordable Care Act passed.", ""},
      {"After Hurricane Katrina and World War II they left.", ""},
      {"Brexit and COVID-19 hurt South Korean firms.", ""},
      {"The London-based and U.S.-led groups agreed.", ""},
      {"US-China talks resumed.", ""},
  });
}

TEST(RuleTagger, ACapitalAtASentencesStartProvesNothing) {
  check({
      {"Troops moved. Officials agreed. However, nothing happened.", ""},
      {"Gendarmes arrived. “Centrifuges spin,” he said.", ""},
      {"Olszewski smiled. Later Bob Olszewski slept.", "person Olszewski, person Bob Olszewski"},
      {"They saw gendarmes. The town liked Gendarmes.", ""},
  });
}

TEST(RuleTagger, ADatelineIsAPlaceAndAnAgency) {
  check({
      {"BAGHDAD (AP) — Iraq voted.", "place BAGHDAD, org AP, place Iraq"},
      {"NEW YORK (Reuters) - Stocks fell.", "place NEW YORK, org Reuters"},
  });
}

TEST(RuleTagger, HeadlinesAreReadByWhatTheBodySays) {
  check({
      {"Esper Denies Troop Movement in Iraq\nDefense Secretary Mark Esper denied any movement.",
       "person Esper, place Iraq, person Mark Esper"},
      {"OFFICIALS WARN HALLORAN OVER WATER SUPPLY\nMayor Ruth Halloran was warned.",
       "person HALLORAN, person Ruth Halloran"},
      {"Workers Demand Better Wages After Strike", ""},
  });
}

TEST(RuleTagger, TheRestOfTheTextTellsWhatAnUnknownNameIs) {
  check({
      {"We met Carla Brunetti. The staff praised Brunetti.",
       "person Carla Brunetti, person Brunetti"},
      {"Zephyrion Corp grew. They sued Zephyrion.", "org Zephyrion Corp, org Zephyrion"},
      {"He lives in Quarnby. She praised Quarnby.", "place Quarnby, place Quarnby"},
  });
}

TEST(RuleTagger, GermanNounsAreNoNames) {
  check({
      {"Die Kanzlerin Angela Merkel hat das Gesetz und die Reform mit der Opposition in Berlin "
       "besprochen, aber die Mehrheit ist nicht sicher.",
       "person Angela Merkel, place Berlin"},
  });
}

TEST(RuleTagger, AddressesAndHandlesAreNoNames) {
  check({{"Write to bob@Example.com or @RealBob, see #Breaking.", ""}});
}

TEST(RuleTagger, AnyBytesGiveOrderedSpansOnCharacterBoundaries) {
  std::string many_capitals;
  for (int i = 0; i < 20000; ++i) many_capitals += "Aa of Bank ";
  const std::vector<std::string> texts{"",
                                       "\n\n",
                                       "\xFF\xFE\x80",
                                       "A\xC3",
                                       "\xE2\x80",
                                       "&",
                                       "'s",
                                       "U.S.",
                                       ".A.B.C.",
                                       "St. St. St.",
                                       std::string(100000, 'A'),
                                       std::string(100000, '-'),
                                       std::string("Bob\0Smith", 9),
                                       many_capitals};
  for (const std::string& text : texts) {
    EXPECT_EQ(fault_of_spans(text, rule_tagger().tag(text)), "") << text.substr(0, 40);
  }
}

}  // namespace
}  // namespace dateline::indexer::rule_tagger_test
