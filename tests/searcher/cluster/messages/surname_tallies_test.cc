#include "searcher/cluster/messages/surname_tallies.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/calendar.h"
#include "searcher/search/counting/surnames_alone.h"
#include "tests/searcher/cluster/messages/cut_index.h"

namespace dateline::cluster::surname_tallies_test {
namespace {

using dateline::testing::CutIndex;
using search::Surname;
using search::SurnameTallies;

SurnameTallies over_the_wire(const SurnameTallies& tallies) {
  auto read = surname_tallies_from(to_message(tallies));
  EXPECT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(*read, tallies);
  return *read;
}

std::string text_of(const std::optional<query::SurnameAlone>& told) {
  if (!told) return "nobody";
  std::string text = told->surname;
  for (const query::DayRange& days : told->when) {
    text += " " + (days.first ? format_day(*days.first) : "") + ".." +
            (days.last ? format_day(*days.last) : "");
  }
  const std::set<std::string> others(told->others.begin(), told->others.end());
  for (const std::string& name : others) text += ", not " + name;
  return text;
}

TEST(SurnameTalliesTest, PartsAddUpToWhatTheWholeTellsQueriesOfASurname) {
  const CutIndex& index = CutIndex::whole_and_small();
  const search::Call call = index.call();
  const names::Aliases* aliases = call.options.aliases;
  const std::vector<std::string> surnames{"trump", "esper", "tavares", "von der leyen", "kerry"};
  SurnameTallies sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    search::merge(over_the_wire(search::collect_surnames(index.part(i), surnames, aliases,
                                                         *CutIndex::time_enough())),
                  sum);
  }
  const auto whole = search::surnames_alone(index.whole(), aliases, CutIndex::time_enough());
  std::size_t told = 0;
  for (const char* name : {"donald trump", "melania trump", "mark esper", "ana tavares",
                           "ursula von der leyen", "john kerry", "nobody kerry"}) {
    const auto expected = whole(name);
    told += expected ? 1 : 0;
    EXPECT_EQ(text_of(search::surname_alone(name, sum[search::surname_of(name)], aliases)),
              text_of(expected))
        << name;
  }
  EXPECT_GT(told, 2U);
}

TEST(SurnameTalliesTest, SpellingsOfOnePersonAreOneBearerWhereverTheyWereMet) {
  Surname one;
  one.bearer(one.add_bearer("Qasem Soleimani", true)).names = {"qasem soleimani"};
  one.add_article(24'240, 0);
  Surname other;
  other.bearer(other.add_bearer("Ali Soleimani", true)).names = {"ali soleimani"};
  other.bearer(other.add_bearer("Qassem Soleimani", true)).names = {"qassem soleimani"};
  for (int i = 0; i < 4; ++i) other.add_article(24'241, 1);
  other.add_article({}, {});
  one.add(other);
  ASSERT_EQ(one.bearers().size(), 2U);
  EXPECT_EQ(one.articles().size(), 6U);
  EXPECT_EQ(one.meant(24'240), 0U);
}

TEST(SurnameTalliesTest, WhatNamesNobodyIsRefused) {
  EXPECT_TRUE(surname_tallies_from(""));
  EXPECT_FALSE(surname_tallies_from("\xFF no message"));
  const auto refused = [](const Surname& surname) {
    return !surname_tallies_from(to_message(SurnameTallies{{"trump", surname}}));
  };
  Surname of_nobody;
  of_nobody.add_article({}, 3);
  EXPECT_TRUE(refused(of_nobody));
  Surname far;
  far.add_article(10'000'000, {});
  EXPECT_TRUE(refused(far));
  Surname no_text;
  no_text.add_bearer("\xFF", true);
  EXPECT_TRUE(refused(no_text));
  Surname many;
  for (int i = 0; i < 5'000; ++i) many.add_article({}, {});
  EXPECT_TRUE(refused(many));
}

}  // namespace
}  // namespace dateline::cluster::surname_tallies_test
