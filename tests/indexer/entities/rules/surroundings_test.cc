#include "indexer/entities/rules/surroundings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::surroundings_test {
namespace {

// What the words around the name between "[" and "]" tell: "place 2", or "" for nothing.
std::string told(std::string text) {
  const std::size_t open = text.find('[');
  text.erase(open, 1);
  const std::size_t close = text.find(']');
  text.erase(close, 1);
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  Candidate candidate{0, 0, EntityType::kOrganisation, Certainty::kUnknown, false};
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].begin < open) candidate.first = i + 1;
    if (words[i].begin < close) candidate.last = i + 1;
  }
  const auto vote = hint(text, words, candidate, nullptr);
  if (!vote) return "";
  return std::string(name_of(vote->type)) + " " + std::to_string(vote->weight);
}

struct Row {
  const char* text;
  const char* told;
};

TEST(Surroundings, TellWhatANameIs) {
  for (const auto& [text, expected] :
       {Row{"He met Mr. [Quarn] there", "person 3"}, Row{"then spokesman [Quarn] left", "person 3"},
        Row{"she lives in [Quarnby] now", "place 2"}, Row{"the town of [Quarnby] is", "place 3"},
        Row{"they saw [Quarn] said nothing", "person 1"},
        Row{"at [Menlo Park], California it", "place 2"}}) {
    EXPECT_EQ(told(text), expected) << text;
  }
}

TEST(Surroundings, TellNothingOverAStop) {
  EXPECT_EQ(told("He came in. [Quarn] is old"), "");
  EXPECT_EQ(told("[Quarn]"), "");
  EXPECT_EQ(told("they liked [Quarn] very much"), "");
}

TEST(Surroundings, AnAcronymInBracketsIsWhatItStandsFor) {
  const std::string text = "The Qorvane Coordination Board (QCB) met";
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  const Candidate board{1, 4, EntityType::kOrganisation, Certainty::kSure, false};
  const Candidate acronym{4, 5, EntityType::kPerson, Certainty::kUnknown, false};
  const auto vote = hint(text, words, acronym, &board);
  ASSERT_TRUE(vote);
  EXPECT_EQ(vote->type, EntityType::kOrganisation);
  EXPECT_EQ(vote->weight, 5U);
}

}  // namespace
}  // namespace dateline::indexer::surroundings_test
