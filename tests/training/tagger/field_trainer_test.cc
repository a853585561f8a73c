#include "training/tagger/field_trainer.h"

#include <gtest/gtest.h>

#include "indexer/entities/model/trained_tagger.h"
#include "indexer/entities/rules/rule_tagger.h"

#include "training/tagger/rule_prior.h"
#include "training/tagger/score.h"

namespace dateline::training {
namespace {

// Names that no table has: a person "wept", a place one was "in", an organisation "merged".
AnnotatedDocument made_up_document() {
  AnnotatedDocument out;
  const std::vector<std::string> names{"Zorvak", "Quelmi",  "Brentoq",
                                       "Ilvash", "Morduun", "Tezzik"};
  for (const std::string& name : names) {
    out.sentences.push_back({{"then"}, {name, NameKind::kPerson, true}, {"wept"}});
    out.sentences.push_back({{"they"}, {"slept"}, {"in"}, {name, NameKind::kPlace, true}});
    out.sentences.push_back({{"yesterday"}, {name, NameKind::kOrganisation, true}, {"merged"}});
  }
  return out;
}

Examples made_up_examples() {
  Examples out;
  for (const Sentence& sentence : made_up_document().sentences) {
    out.add(render({{sentence}}, Spacing::kTokens), {});
  }
  return out;
}

TrainingOptions few_words() {
  TrainingOptions options;
  options.epochs = 20;
  options.fewest = 1;
  return options;
}

TEST(FieldTrainer, LearnsWhatSurroundsNamesAndFindsOthersByIt) {
  const auto model = train(made_up_examples(), few_words());
  const auto tagger = indexer::make_trained_tagger(model);
  const std::vector<std::pair<std::string, EntityType>> rows{
      {"then Wexford-Ulm wept", EntityType::kPerson},
      {"they slept in Qadrimon", EntityType::kPlace},
      {"yesterday Xilvane merged", EntityType::kOrganisation},
  };
  for (const auto& [text, type] : rows) {
    const auto spans = tagger->tag(text);
    ASSERT_EQ(spans.size(), 1U) << text;
    EXPECT_EQ(spans[0].type, type) << text;
  }
}

TEST(FieldTrainer, TheSameSeedGivesTheSameBytes) {
  const auto bytes = train(made_up_examples(), few_words()).to_bytes();
  EXPECT_EQ(train(made_up_examples(), few_words()).to_bytes(), bytes);
  TrainingOptions other = few_words();
  other.seed = 2;
  EXPECT_NE(train(made_up_examples(), other).to_bytes(), bytes);
}

TEST(FieldTrainer, BeliefInTheRulesIsEnoughToFollowThem) {
  const std::string text = "Then President Ana Tavares left Germany for the United Nations.";
  const indexer::TaggerModel nothing({}, {});
  EXPECT_TRUE(indexer::make_trained_tagger(nothing)->tag(text).empty());
  const indexer::TaggerModel believing = with_prior(nothing, {60, 60, 20});
  EXPECT_EQ(indexer::make_trained_tagger(believing)->tag(text), indexer::rule_tagger().tag(text));
}

TEST(Score, CountsANameOnlyWithBothEndsAndItsKind) {
  AnnotatedDocument document;
  document.sentences.push_back({{"Ana", NameKind::kPerson, true},
                                {"Tavares", NameKind::kPerson, false},
                                {"left"},
                                {"Germany", NameKind::kOrganisation, true}});
  const Score found = score(indexer::rule_tagger(), {document});
  EXPECT_EQ(found.all().right, 1U);
  EXPECT_EQ(found.all().extra, 1U);
  EXPECT_EQ(found.all().missed, 1U);
  EXPECT_DOUBLE_EQ(found.all().f1(), 0.5);
}

}  // namespace
}  // namespace dateline::training
