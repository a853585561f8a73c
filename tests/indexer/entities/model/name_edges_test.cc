#include "indexer/entities/model/name_edges.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/entities/marked_names.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::name_edges_test {
namespace {

struct Row {
  const char* written;
  const char* names;
};

std::string print(const TextFacts& facts, const NamedWords& name) {
  const std::uint32_t begin = facts.words()[name.first].begin;
  const std::uint32_t end = facts.words()[name.last - 1].end;
  return std::string(mark_of(name.type)) + " " +
         std::string(facts.text().substr(begin, end - begin));
}

// What `put_right` makes of the one name that is marked.
template <typename PutRight>
std::string of_one(std::string_view written, PutRight&& put_right) {
  const MarkedText marked = read_marks(written);
  const WordHabits habits;
  const TextFacts facts(marked.text, habits);
  return put_right(facts, marked.names(facts.words()).at(0));
}

std::string after_widening(std::string_view written) {
  return of_one(written, [](const TextFacts& facts, const NamedWords& name) {
    return print(facts, widened(facts, name));
  });
}

std::string after_trimming(std::string_view written) {
  return of_one(written, [](const TextFacts& facts, const NamedWords& name) {
    const auto kept = trimmed(facts, name);
    return kept ? print(facts, *kept) : "";
  });
}

TEST(NameEdges, AnOrganisationIsWhatTheRulesAreSureOf) {
  for (const auto& [written, name] : std::vector<Row>{
           {"men of the Irish [o Republican Army] disbanded", "org Irish Republican Army"},
           {"they feared the Free Syrian [o Army] there", "org Free Syrian Army"},
           {"staff of the [o Ministry] of Defense left", "org Ministry of Defense"},
           {"he left Acme [o Widgets] Inc. for good", "org Acme Widgets Inc."},
           {"he joined the whole of [o Acme Widgets Inc.] then", "org Acme Widgets Inc."},
       }) {
    EXPECT_EQ(after_widening(written), name) << written;
  }
}

TEST(NameEdges, NothingElseIsWidened) {
  for (const auto& [written, name] : std::vector<Row>{
           {"they liked [o Quarnthorpe] very much", "org Quarnthorpe"},
           {"[o Quarnthorpe] was first", "org Quarnthorpe"},
           {"he left Acme [p Widgets] Inc. for good", "person Widgets"},
           {"they saw the [l Irish] Times there", "place Irish"},
           {"it went from Acme Inc. to [o Quarnthorpe] then", "org Quarnthorpe"},
       }) {
    EXPECT_EQ(after_widening(written), name) << written;
  }
}

TEST(NameEdges, OfficesRanksAndHonorificsAreTakenOffAPerson) {
  for (const auto& [written, name] : std::vector<Row>{
           {"then [p Mr. Halloran] left", "person Halloran"},
           {"then [p Defense Secretary Mark Esper] left", "person Mark Esper"},
           {"then [p Brig. Gen. William Seely] left", "person William Seely"},
           {"then [p President Ana Tavares] left", "person Ana Tavares"},
           {"then [p Mark Esper] left", "person Mark Esper"},
           {"then [p Esper] left", "person Esper"},
       }) {
    EXPECT_EQ(after_trimming(written), name) << written;
  }
}

TEST(NameEdges, ATitleStaysWhereNoNameIsLeft) {
  for (const auto& [written, name] : std::vector<Row>{
           {"then the [p Duke of York] left", "person Duke of York"},
           {"then the [p President] left", "person President"},
           {"then the [o President Hotel] closed", "org President Hotel"},
           {"then [l General Santos] was flooded", "place General Santos"},
       }) {
    EXPECT_EQ(after_trimming(written), name) << written;
  }
}

TEST(NameEdges, ASenatorsPartyAndStateAreNoName) {
  EXPECT_EQ(after_trimming("then Bernie Sanders, [p I-Vt.], spoke"), "");
  EXPECT_EQ(after_trimming("then Chuck Schumer, [o D-N.Y.], spoke"), "");
  EXPECT_EQ(after_trimming("then Jim Jordan, [l R-Ohio], spoke"), "");
  EXPECT_EQ(after_trimming("the [o X-Files] came back"), "org X-Files");
  EXPECT_EQ(after_trimming("the [o D-day] came back"), "org D-day") << "no state is written small";
}

// The words that are organisations although no weights say so.
std::string organisations_anyway(std::string_view text) {
  const WordHabits habits;
  const TextFacts facts(text, habits);
  std::string out;
  for (std::uint32_t at = 0; at < facts.words().size(); ++at) {
    if (is_organisation_anyway(facts, at)) {
      out += (out.empty() ? "" : " ") + std::string(facts.form(at));
    }
  }
  return out;
}

TEST(NameEdges, AnAgencyInBracketsAndAWordOfOneMeaningAreOrganisations) {
  for (const auto& [text, names] :
       std::vector<Row>{{"BAGHDAD (AP) — Troops left.", "AP"},
                        {"PARIS (Reuters) - Stocks fell.", "Reuters"},
                        {"the party of Netanyahu, Likud, lost", "Likud"},
                        {"they flew to Paris and Rome", ""},
                        {"they saw (Quarn) there", ""},
                        {"nothing here has a capital (ap)", ""},
                        {"", ""}}) {
    EXPECT_EQ(organisations_anyway(text), names) << text;
  }
}

std::string with_teams(std::string_view written) {
  const MarkedText marked = read_marks(written);
  const WordHabits habits;
  const TextFacts facts(marked.text, habits);
  std::vector<NamedWords> names = marked.names(facts.words());
  join_teams(facts, names);
  std::string out;
  for (const NamedWords& name : names) out += (out.empty() ? "" : ", ") + print(facts, name);
  return out;
}

TEST(NameEdges, ATeamJoinsTheTownBeforeIt) {
  for (const auto& [written, names] : std::vector<Row>{
           {"the [l Los Angeles] [o Lakers] won", "org Los Angeles Lakers"},
           {"the [l Boston] [o Celtics] met the [l Houston] [o Rockets]",
            "org Boston Celtics, org Houston Rockets"},
           {"in [l Boston], [o Celtics] fans sang", "place Boston, org Celtics"},
           {"the [l Boston] [o Council] met", "place Boston, org Council"},
           {"so [p Magic Johnson] [o Lakers] fans", "person Magic Johnson, org Lakers"},
           {"the [o Lakers] won", "org Lakers"},
           {"in [l Boston] the [o Celtics] won", "place Boston, org Celtics"},
           {"nothing", ""},
       }) {
    EXPECT_EQ(with_teams(written), names) << written;
  }
}

}  // namespace
}  // namespace dateline::indexer::name_edges_test
