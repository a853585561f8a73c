#include "indexer/entities/rules/name_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::name_reader_test {
namespace {

// Candidates as "person! Mark Esper": "!" where the reader is sure, "?" where it guesses, "" for a
// name of unknown kind.
std::string read(std::string_view text, bool sober = false) {
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  const Evidence evidence(words);
  std::vector<Candidate> found;
  NameReader(words, Lexicon::get(), evidence)
      .read(0, static_cast<std::uint32_t>(words.size()), sober, found);
  std::string out;
  for (const Candidate& candidate : found) {
    if (!out.empty()) out += ", ";
    if (candidate.certainty == Certainty::kUnknown) {
      out += "some";
    } else {
      out += name_of(candidate.type);
      out += candidate.certainty == Certainty::kSure ? "!" : "?";
    }
    out += ' ';
    const std::uint32_t begin = words[candidate.first].begin;
    out += text.substr(begin, words[candidate.last - 1].end - begin);
  }
  return out;
}

struct Row {
  const char* text;
  const char* names;
};

void check(const std::vector<Row>& rows, bool sober = false) {
  for (const Row& row : rows) EXPECT_EQ(read(row.text, sober), row.names) << row.text;
}

TEST(NameReader, ReadsPeopleByTitleOrGivenName) {
  check({{"they met President Ana Tavares there", "person! Ana Tavares"},
         {"they met Mark Esper there", "person! Mark Esper"},
         {"they met Mr. Halloran there", "person! Halloran"}});
}

TEST(NameReader, ReadsOrganisationsByTheirFirstOrLastWord) {
  check({{"he joined Acme Widgets Inc. then", "organisation! Acme Widgets Inc."},
         {"staff of the Ministry of Defense left", "organisation! Ministry of Defense"},
         {"he left Dunmore University then", "organisation! Dunmore University"}});
}

TEST(NameReader, ReadsPlacesByTableAndByWord) {
  check({{"troops left Iraq for good", "place! Iraq"},
         {"they fished in Lake Orrin then", "place! Lake Orrin"},
         {"they saw the Tessel River then", "place! Tessel River"}});
}

TEST(NameReader, SkipsPeoplesDaysAndThings) {
  check({{"an Iranian envoy and two Americans came on Monday", ""},
         {"after World War II they left", ""}});
}

TEST(NameReader, LeavesANameOfUnknownKindToOthers) {
  check({{"they spoke of Quarnthorpe at length", "some Quarnthorpe"}});
}

TEST(NameReader, ASoberReadingBelievesNoCapital) {
  check({{"Bridge Shut After Storm", ""}, {"Quarnthorpe Talks Of Money", ""}}, true);
  check({{"Mark Esper Leaves Iraq", "person! Mark Esper, place! Iraq"}}, true);
}

TEST(NameReader, OfNoWordsReadsNothing) { check({{"", ""}, {"nothing here has a capital", ""}}); }

}  // namespace
}  // namespace dateline::indexer::name_reader_test
