#include "searcher/cluster/messages/completion_tallies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/search/completion/completions.h"
#include "tests/searcher/cluster/messages/cut_index.h"

namespace dateline::cluster::completion_tallies_test {
namespace {

using dateline::testing::CutIndex;
using search::Completion;
using search::CompletionTallies;

CompletionTallies over_the_wire(const CompletionTallies& tallies) {
  auto read = completion_tallies_from(to_message(tallies));
  EXPECT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(*read, tallies);
  return *read;
}

std::vector<Completion> of_parts(const CutIndex& index, const std::string& typed,
                                 std::size_t limit) {
  const search::Call whole = index.call();
  CompletionTallies sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    const search::Call call{index.part(i), whole.options, CutIndex::time_enough()};
    search::merge(over_the_wire(search::collect_completions(call, typed, limit)), sum);
  }
  return search::completions_from(sum, typed, limit,
                                  {whole.options.languages, whole.options.aliases});
}

// Without headlines, of which those come first that were added last, which parts cannot tell.
std::string text_of(const std::vector<Completion>& list) {
  std::string text;
  for (const Completion& one : list) {
    if (one.kind == Completion::Kind::kHeadline) continue;
    text += one.text + " " + std::to_string(static_cast<int>(one.kind)) + " " +
            std::to_string(one.count) + "\n";
  }
  return text;
}

const std::vector<std::string> kTyped{
    "",         "w",    "wo",    "word1",    "word1 ",         "word2 wo", "don",
    "Donald T", "esp",  "tav",   "eu",       "asso",           "ira",      "lisb",
    "wrod1",    "wird", "headl", "headline", "headline word3", "zzzzzz",   "\xFF"};

TEST(CompletionTalliesTest, PartsAddUpToTheCompletionsOfTheWhole) {
  const CutIndex& index = CutIndex::whole_and_small();
  std::size_t all = 0;
  for (const std::string& typed : kTyped) {
    for (const std::size_t limit : {3U, 10U}) {
      const auto whole = search::completions_of(index.call(), typed, limit);
      const auto parts = of_parts(index, typed, limit);
      EXPECT_EQ(text_of(parts), text_of(whole)) << typed << " " << limit;
      EXPECT_EQ(parts.size(), whole.size()) << typed << " " << limit;
      all += whole.size();
    }
  }
  EXPECT_GT(all, 100U);
}

// Names of which a word begins so, and headlines, are known from a few articles: of more parts, more
// are read, though not of each.
TEST(CompletionTalliesTest, PartsKnowAllThatTheWholeKnows) {
  const CutIndex& index = CutIndex::whole_and_small();
  for (const std::string typed : {"tru", "kery", "headline word3"}) {
    const auto parts = of_parts(index, typed, 40);
    const auto whole = search::completions_of(index.call(), typed, 40);
    ASSERT_FALSE(whole.empty()) << typed;
    for (const Completion& one : whole) {
      const auto same = std::find_if(parts.begin(), parts.end(), [&](const Completion& other) {
        return other.kind == one.kind && other.text == one.text;
      });
      EXPECT_NE(same, parts.end()) << typed << " " << one.text;
    }
  }
}

TEST(CompletionTalliesTest, ATypingErrorIsToleratedOnlyWhereNoPartHasWhatWasTyped) {
  CompletionTallies sum;
  sum.by_errors[1].words["words"] = {5, true};
  CompletionTallies exact;
  exact.by_errors[0].words["wrods"] = {1, true};
  const std::vector<std::string> languages{"en"};
  EXPECT_EQ(text_of(search::completions_from(sum, "wrod", 5, {languages})), "words 0 5\n");
  search::merge(exact, sum);
  EXPECT_EQ(text_of(search::completions_from(sum, "wrod", 5, {languages})), "wrods 0 1\n");
}

TEST(CompletionTalliesTest, WhatCompletesNothingIsRefused) {
  EXPECT_TRUE(completion_tallies_from(""));
  EXPECT_FALSE(completion_tallies_from("\xFF no message"));
  const auto refused = [](const search::BegunTallies& begun) {
    CompletionTallies tallies;
    tallies.by_errors[1] = begun;
    return !completion_tallies_from(to_message(tallies));
  };
  search::BegunTallies begun;
  begun.words["\xFF"] = {1, true};
  EXPECT_TRUE(refused(begun));
  begun = {};
  begun.names[{static_cast<EntityType>(7), "name"}] = {1, "Name"};
  EXPECT_TRUE(refused(begun));
  begun = {};
  begun.headlines.push_back({9, 0, "Headline"});
  EXPECT_TRUE(refused(begun));
  begun = {};
  for (int i = 0; i < 2'000; ++i) begun.words["word" + std::to_string(i)] = {1, true};
  EXPECT_TRUE(refused(begun));
}

}  // namespace
}  // namespace dateline::cluster::completion_tallies_test
