#include "training/ranking/trials.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "training/ranking/knobs.h"

namespace dateline::training {
namespace {

using search::RankingParameters;

bool all(std::size_t /*collection*/, std::size_t /*query*/) { return true; }

// Two collections of ten queries: the nearer telling_influence to 0.5 and saturation to 2, the
// better.
Figures one_best(const RankingParameters& parameters) {
  const double away =
      std::abs(parameters.telling_influence - 0.5) + std::abs(parameters.saturation - 2) / 10;
  return {std::vector<double>(10, 0.5 - away / 4), std::vector<double>(10, 0.8 - away / 4)};
}

TEST(Trials, SearchFindsTheBestSetting) {
  Trials trials(one_best);
  trials.search(5, 1);
  EXPECT_EQ(trials.best(all).parameters.telling_influence, 0.5);
  EXPECT_EQ(trials.best(all).parameters.saturation, 2);
}

TEST(Trials, TheSameSeedTriesTheSameAndNothingTwice) {
  std::size_t calls = 0;
  const auto counted = [&](const RankingParameters& parameters) {
    ++calls;
    return one_best(parameters);
  };
  Trials a(counted);
  a.search(5, 1);
  EXPECT_EQ(calls, a.all().size());
  Trials b(one_best);
  b.search(5, 1);
  ASSERT_EQ(a.all().size(), b.all().size());
  for (std::size_t i = 0; i < a.all().size(); ++i) {
    EXPECT_EQ(print(a.all()[i].parameters), print(b.all()[i].parameters));
  }
}

TEST(Trials, AShortListIsTriedWhole) {
  Trials trials([](const RankingParameters&) { return Figures{{0.5}}; }, expansion_knobs(),
                without_expansion());
  trials.try_all();
  std::size_t settings = 1;
  for (const Knob& knob : expansion_knobs()) settings *= knob.values.size();
  std::set<std::string> tried;
  for (const Trial& trial : trials.all()) tried.insert(print(trial.parameters, expansion_knobs()));
  EXPECT_EQ(tried.size(), trials.all().size());
  EXPECT_GE(trials.all().size(), settings);
  EXPECT_LE(trials.all().size(), settings + 1) << "the first one may have values of its own";
}

TEST(Trials, SettingsAreComparedWithThePlainOne) {
  Trials trials(one_best);
  EXPECT_EQ(print(trials.all().front().parameters), print(plain_bm25()));
  EXPECT_DOUBLE_EQ(trials.ratio(trials.all().front(), 0, all), 1);
  EXPECT_DOUBLE_EQ(trials.worth(trials.all().front(), all), 1);
}

TEST(Trials, SettingsOfOtherKnobsLeaveAllElseAsInTheFirst) {
  Trials trials(
      [](const RankingParameters& parameters) {
        return Figures{std::vector<double>(5, 0.5 + parameters.agreement_influence / 4)};
      },
      expansion_knobs(), without_expansion());
  trials.search(5, 1);
  EXPECT_EQ(trials.all().front().parameters.agreement_influence, 0);
  EXPECT_EQ(trials.best(all).parameters.agreement_influence,
            expansion_knobs().front().values.back());
  for (const Trial& trial : trials.all()) {
    EXPECT_EQ(print(trial.parameters), print(RankingParameters()));
  }
}

// Queries of the first fold are best without any influence, all others with the greatest. A choice
// that is judged by what it was not made on gets the first fold wrong.
TEST(Trials, AFoldIsJudgedByTheChoiceThatWasMadeWithoutIt) {
  Trials trials([](const RankingParameters& parameters) {
    std::vector<double> figures(10, 0.2 + parameters.telling_influence / 2);
    for (std::size_t i = 0; i < figures.size(); i += 5) {
      figures[i] = 0.2 - parameters.telling_influence / 10;
    }
    return Figures{figures};
  });
  trials.search(3, 1);
  const double chosen_on_all = trials.ratio(trials.best(all), 0, all);
  EXPECT_LE(trials.by_folds(5).at(0), chosen_on_all);
  EXPECT_GT(trials.by_folds(5).at(0), 1);
}

TEST(Trials, ACollectionIsJudgedByTheChoiceThatTheOthersMade) {
  Trials trials([](const RankingParameters& parameters) {
    const double influence = parameters.telling_influence;
    return Figures{std::vector<double>(4, 0.5 + influence / 4),
                   std::vector<double>(4, 0.5 - influence / 8)};
  });
  trials.search(3, 1);
  const auto ratios = trials.by_collections();
  ASSERT_EQ(ratios.size(), 2U);
  EXPECT_DOUBLE_EQ(ratios[0], 1) << "the second one wants none";
  EXPECT_LT(ratios[1], 1) << "the first one wants all";
}

TEST(Trials, EachCollectionHasAsMuchOfASayHoweverManyQueriesItHas) {
  Trials trials([](const RankingParameters& parameters) {
    const double influence = parameters.telling_influence;
    return Figures{std::vector<double>(1, 0.5 + influence / 4),
                   std::vector<double>(99, 0.5 - influence / 8)};
  });
  trials.search(3, 1);
  EXPECT_EQ(trials.best(all).parameters.telling_influence, 1);
}

// The first collection gains from what the second one loses by.
Figures one_gains_more(const RankingParameters& parameters) {
  const double influence = parameters.telling_influence;
  return {std::vector<double>(5, 0.4 + influence / 4), std::vector<double>(5, 0.8 - influence / 8)};
}

TEST(Trials, AChoiceForTheWorstCollectionBuysNoGainWithALossElsewhere) {
  Trials for_mean(one_gains_more);
  for_mean.search(3, 1);
  EXPECT_EQ(for_mean.best(all).parameters.telling_influence, 1);
  Trials for_worst(one_gains_more);
  for_worst.aim_at(Aim::kWorst, {});
  for_worst.search(3, 1);
  EXPECT_EQ(for_worst.best(all).parameters.telling_influence, 0);
}

TEST(Trials, TheWorstCollectionIsThatWithTheLeastMultipleOfItsReference) {
  Trials trials(one_gains_more);
  trials.aim_at(Aim::kWorst, {0.6, 0.6});
  trials.search(3, 1);
  EXPECT_EQ(trials.best(all).parameters.telling_influence, 1) << "the second has more to lose";
}

}  // namespace
}  // namespace dateline::training
