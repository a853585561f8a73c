// What readers notice first, through the tagger and the model that are shipped.
#include "indexer/entities/model/trained_tagger.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "indexer/entities/model/default_tagger.h"
#include "indexer/entities/rules/rule_tagger.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::trained_tagger_test {
namespace {

struct Row {
  const char* text;
  const char* names;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows)
    EXPECT_EQ(names_in(row.text, default_tagger()), row.names) << row.text;
}

TEST(TrainedTagger, TitlesAreNoPartOfNames) {
  check({
      {"Defense Secretary Mark Esper denied it on Monday.", "person Mark Esper"},
      {"Mr. Halloran met Dr. Ines Okonjo in Geneva.",
       "person Halloran, person Ines Okonjo, place Geneva"},
      {"U.S. Secretary of State Antony Blinken flew to Cairo.",
       "place U.S., person Antony Blinken, place Cairo"},
      {"Brig. Gen. William Seely wrote to Lt. Col. Jane Roe.",
       "person William Seely, person Jane Roe"},
      {"Supreme Court Justice Ruth Ginsburg and Chief Justice John Roberts disagreed.",
       "org Supreme Court, person Ruth Ginsburg, person John Roberts"},
      {"House Speaker Nancy Pelosi thanked Pope Francis.", "person Nancy Pelosi, person Francis"},
      {"Sen. Bernie Sanders, I-Vt., and Rep. Jim Jordan, R-Ohio, spoke.",
       "person Bernie Sanders, person Jim Jordan"},
  });
}

TEST(TrainedTagger, AFirstWordIsNoNameForItsCapital) {
  check({
      {"Troops left. Officials said nothing. However, talks went on.", ""},
      {"Iran said it would answer. Germany agreed.", "place Iran, place Germany"},
      {"Police arrested three men near Lyon.", "place Lyon"},
      {"Relief efforts continue. Rain fell. Tarlo explains that it came late.", "person Tarlo"},
  });
}

TEST(TrainedTagger, DatelinesArePlacesAndAgencies) {
  check({
      {"NEW YORK (Reuters) - Stocks fell on Monday.", "place NEW YORK, org Reuters"},
      {"BAGHDAD (AP) \u2014 Troops left on Monday.", "place BAGHDAD, org AP"},
      {"SEOUL, South Korea (AP) \u2014 Kim Jong Un's sister said so.",
       "place SEOUL, place South Korea, org AP, person Kim Jong Un"},
      {"PARIS, Jan. 7 (AFP) - French ministers met.", "place PARIS, org AFP"},
  });
}

TEST(TrainedTagger, HeadlinesInCapitalsAreReadByTheirBody) {
  check({
      {"ESPER DENIES TROOP MOVEMENT IN IRAQ\nDefense Secretary Mark Esper denied any movement.",
       "person ESPER, place IRAQ, person Mark Esper"},
      {"Esper Denies Troop Movement in Iraq\nDefense Secretary Mark Esper denied any movement.",
       "person Esper, place Iraq, person Mark Esper"},
  });
}

TEST(TrainedTagger, HeadlinesInCapitalsAreReadAlone) {
  check({
      {"TRUMP TELLS NATO ALLIES TO PAY MORE", "person TRUMP, org NATO"},
      {"BIDEN WINS GEORGIA AS RECOUNT ENDS", "person BIDEN, place GEORGIA"},
  });
}

TEST(TrainedTagger, TheUnitedStatesIsNoPronoun) {
  check({
      {"US troops stayed; they told us why.", "place US"},
      {"It told the U.S. what it knew.", "place U.S."},
  });
}

TEST(TrainedTagger, PeoplesAndMonthsAreNoEntities) {
  check({
      {"Iranian and American officials met. Americans and Iraqis love carpets.", ""},
      {"In January an Iranian general met two Americans.", ""},
      {"South Korean and French officials agreed.", ""},
  });
}

TEST(TrainedTagger, OrganisationsAreToldFromPlaces) {
  check({
      {"Officials of the Ministry of Defense resigned.", "org Ministry of Defense"},
      {"He left Acme Widgets Inc. in May.", "org Acme Widgets Inc."},
      {"She told the New York Times that NATO and the FBI knew.",
       "org New York Times, org NATO, org FBI"},
      {"The Houston Rockets beat the Boston Celtics.", "org Houston Rockets, org Boston Celtics"},
      {"U.S. troops left the U.N. base in Mali.", "place U.S., org U.N., place Mali"},
      {"The New York Yankees beat the Boston Red Sox in New York.",
       "org New York Yankees, org Boston Red Sox, place New York"},
      {"The Los Angeles Lakers met San Antonio Spurs fans in Los Angeles.",
       "org Los Angeles Lakers, org San Antonio Spurs, place Los Angeles"},
      {"The Irish Republican Army disbanded; Netanyahu's Likud party lost.",
       "org Irish Republican Army, person Netanyahu, org Likud"},
      {"The Free Syrian Army said so; the Syrian Observatory for Human Rights counted 12 dead.",
       "org Free Syrian Army, org Syrian Observatory for Human Rights"},
      {"Barcelona is a city; Real Madrid is a club.", "place Barcelona, org Real Madrid"},
  });
}

TEST(TrainedTagger, TextThatIsNotEnglishIsReadByTheRules) {
  const std::vector<std::string> texts{
      "Le président Emmanuel Macron a rencontré les ministres à Paris et il a dit que la France "
      "ne veut pas de la guerre dans le pays.",
      "Die Kanzlerin Angela Merkel hat das Gesetz und die Reform mit der Opposition in Berlin "
      "besprochen, aber die Mehrheit ist nicht sicher.",
      "El presidente Pedro Sánchez viajó a Madrid con los ministros y dijo que no quería hablar "
      "de las elecciones en el país."};
  for (const std::string& text : texts) {
    EXPECT_EQ(default_tagger().tag(text), rule_tagger().tag(text)) << text;
    EXPECT_NE(names_in(text, default_tagger()), "") << text;
  }
}

TEST(TrainedTagger, ThreadsDoNotDisturbEachOther) {
  const std::string text = "Defense Secretary Mark Esper met officials of NATO in Brussels.";
  const auto expected = default_tagger().tag(text);
  std::vector<std::thread> threads;
  std::vector<int> agreed(4, 0);
  for (int& count : agreed) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) count += default_tagger().tag(text) == expected ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(agreed, std::vector<int>(4, 50));
}

TEST(TrainedTagger, OneModelsMemoryIsNotAnothers) {
  const std::string text = "They met Mark Esper in Brussels.";
  const TaggerModel nothing;
  EXPECT_FALSE(default_tagger().tag(text).empty());
  EXPECT_TRUE(make_trained_tagger(nothing)->tag(text).empty());
  EXPECT_FALSE(default_tagger().tag(text).empty());
}

TEST(TrainedTagger, AnyBytesGiveOrderedSpansOnCharacterBoundaries) {
  std::string many_capitals;
  for (int i = 0; i < 20000; ++i) many_capitals += "Aa of Bank ";
  const std::vector<std::string> texts{"",
                                       "\n\n",
                                       "\xFF\xFE\x80",
                                       "A\xC3",
                                       "&",
                                       "'s",
                                       "U.S.",
                                       ".A.B.C.",
                                       std::string(100000, 'A'),
                                       std::string("Bob\0Smith", 9),
                                       many_capitals};
  for (const std::string& text : texts) {
    EXPECT_EQ(fault_of_spans(text, default_tagger().tag(text)), "") << text.substr(0, 40);
  }
}

}  // namespace
}  // namespace dateline::indexer::trained_tagger_test
