#include "indexer/entities/model/text_facts.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::text_facts_test {
namespace {

// The words that are judged, run by run.
std::string runs_of(std::string_view text) {
  const WordHabits habits;
  const TextFacts facts(text, habits);
  std::string out;
  for (const Run& run : facts.runs()) {
    out += out.empty() ? "" : " | ";
    for (std::uint32_t at = run.first; at < run.last; ++at) {
      if (at > run.first) out += ' ';
      out += facts.form(at);
    }
  }
  return out;
}

TEST(TextFacts, WordsThatCannotBelongToANameAreNotJudged) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"he said that nothing had happened in the town", ""},
      {"we saw Mark Esper leave", "Mark Esper"},
      {"The troops left. However, they came back to Iraq.", "Iraq"},
      {"the Bank of the South and Médecins du Monde agreed",
       "Bank of the South and Médecins du Monde"},
      {"then Ursula von der Leyen spoke to de Gaulle", "Ursula von der Leyen | Gaulle"},
      {"a Boeing 737 flew", "Boeing 737"},
      {"she left Iraq. Iran agreed.", "Iraq | Iran"},
      {"in Mexico City (Reuters) and London/Paris", "Mexico City | Reuters | London | Paris"},
      {"officials in Iraq\nIran agreed", "Iraq | Iran"},
      {"to the G20 and iPhones", "G20 and iPhones"},
  };
  for (const auto& [text, runs] : rows) EXPECT_EQ(runs_of(text), runs) << text;
}

TEST(TextFacts, NeighboursEndWithTheSentence) {
  const WordHabits habits;
  const TextFacts facts("We saw Iran. Iraq won.", habits);
  EXPECT_EQ(facts.neighbour(2, 1), nullptr);
  EXPECT_EQ(facts.neighbour(3, -1), nullptr);
  EXPECT_EQ(facts.neighbour(0, -1), nullptr);
  EXPECT_EQ(facts.neighbour(4, 1), nullptr);
  EXPECT_EQ(facts.neighbour(2, -2), &facts.words()[0]);
}

}  // namespace
}  // namespace dateline::indexer::text_facts_test
