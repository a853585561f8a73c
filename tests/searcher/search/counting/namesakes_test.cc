// Who goes by a name, asked as callers ask: through Searcher::entity().
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/strings.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;

class NamesakesTest : public ::testing::Test {
 protected:
  void put(int articles, const std::string& name, const std::vector<std::string>& forms = {},
           EntityType type = EntityType::kPerson, const std::string& published = "2020-01-15") {
    for (int i = 0; i < articles; ++i) {
      Article article =
          make_article("a" + std::to_string(next_++), "Headline", "A word.", published);
      Entity entity{type, name, 2, {name}};
      entity.forms.insert(entity.forms.end(), forms.begin(), forms.end());
      article.entities.push_back(entity);
      article.access = access_;
      index_.put(article);
    }
  }

  // "Mark Esper 12; Tom Esper 1": who is meant, and the others.
  std::string told(const std::string& name, const CallOptions& options = {}) {
    index_.commit();
    auto searcher = Searcher::open({index_.place()});
    EXPECT_TRUE(searcher);
    const auto profile = searcher->entity(name, options);
    if (!profile) return "nobody";
    std::vector<std::string> out{profile->name + " " + std::to_string(profile->articles)};
    for (const Namesake& other : profile->others) {
      out.push_back(other.name + " " + std::to_string(other.articles));
    }
    return join(out, "; ");
  }

  SmallIndex index_;
  std::vector<std::string> access_;
  int next_ = 0;
};

TEST_F(NamesakesTest, TheOneInMostArticlesIsMeantAndTheOthersAreTold) {
  put(12, "Mark Esper", {"Esper"});
  put(1, "Tom Esper", {"Esper"});
  EXPECT_EQ(told("Esper"), "Mark Esper 12; Tom Esper 1");
  EXPECT_EQ(told("Tom Esper"), "Tom Esper 1");
  EXPECT_EQ(told("Mark Esper"), "Mark Esper 12");
}

TEST_F(NamesakesTest, ASurnameAloneIsWhoItClearlyMeans) {
  put(12, "Mark Esper", {"Esper"});
  put(1, "Tom Esper", {"Esper"});
  put(5, "Esper");
  EXPECT_EQ(told("Esper"), "Mark Esper 17; Tom Esper 1");
  EXPECT_EQ(told("Mark Esper"), "Mark Esper 17");
  CallOptions written;
  written.names = Names::kWritten;
  EXPECT_EQ(told("Mark Esper", written), "Mark Esper 12");
  EXPECT_EQ(told("Esper", written), "Mark Esper 12; Esper 5; Tom Esper 1");
}

TEST_F(NamesakesTest, ASurnameOfSeveralWordsIsASurname) {
  put(3, "Maria Strand-Okafor");
  EXPECT_EQ(told("Strand-Okafor"), "Maria Strand-Okafor 3");
  EXPECT_EQ(told("strand-okafor"), "Maria Strand-Okafor 3");
  EXPECT_EQ(told("Okafor-Strand"), "nobody");
}

TEST_F(NamesakesTest, ASurnameAloneIsOneByItselfWhereItMayMeanSeveral) {
  put(5, "Mark Esper", {"Esper"});
  put(4, "Tom Esper", {"Esper"});
  put(9, "Esper");
  EXPECT_EQ(told("Esper"), "Mark Esper 5; Esper 9; Tom Esper 4");
}

TEST_F(NamesakesTest, ASurnameAloneInAnotherTimeIsAnother) {
  put(5, "Ann Lee", {"Lee"}, EntityType::kPerson, "1990-01-01");
  put(4, "Bob Lee", {"Lee"}, EntityType::kPerson, "2020-01-01");
  put(3, "Lee", {}, EntityType::kPerson, "1991-01-01");
  put(2, "Lee", {}, EntityType::kPerson, "2019-01-01");
  put(1, "Lee", {}, EntityType::kPerson, "");
  EXPECT_EQ(told("Ann Lee"), "Ann Lee 8");
  EXPECT_EQ(told("Bob Lee"), "Bob Lee 6");
  EXPECT_EQ(told("Lee"), "Ann Lee 8; Bob Lee 6; Lee 1");
}

TEST_F(NamesakesTest, NamesOfOneEntityAreOne) {
  put(2, "AP", {}, EntityType::kOrganisation);
  put(3, "Associated Press", {"AP"}, EntityType::kOrganisation);
  put(1, "Associated Press Managing Editors", {}, EntityType::kOrganisation);
  EXPECT_EQ(told("AP"), "Associated Press 5");
  EXPECT_EQ(told("Associated Press"), "Associated Press 5");
}

TEST_F(NamesakesTest, AnEntityIsCalledWhatMostArticlesCallIt) {
  put(1, "Marc Esper", {"Esper"});
  put(3, "Mark Esper", {"Esper"});
  EXPECT_EQ(told("Esper"), "Mark Esper 4");
}

TEST_F(NamesakesTest, AnotherSpellingOfOneNameIsNobodyElse) {
  put(2, "Qassem Soleimani", {"Soleimani"});
  put(1, "Ghasem Suleimani", {"Suleimani"});
  EXPECT_EQ(told("Suleimani"), "Qassem Soleimani 3");
}

TEST_F(NamesakesTest, APlaceAndAPersonAreTwo) {
  put(4, "Lincoln", {}, EntityType::kPlace);
  put(3, "Abraham Lincoln", {"Lincoln"});
  put(1, "Lincoln Center", {}, EntityType::kOrganisation);
  EXPECT_EQ(told("Lincoln"), "Lincoln 4; Abraham Lincoln 3; Lincoln Center 1");
}

TEST_F(NamesakesTest, NobodyIsToldOfWhomTheAskerMayNotSee) {
  put(3, "Mark Esper", {"Esper"});
  put(2, "Esper");
  access_ = {"board"};
  put(9, "Tom Esper", {"Esper"});
  CallOptions everybody;
  everybody.groups.emplace();
  EXPECT_EQ(told("Esper", everybody), "Mark Esper 5")
      << "nor does it change whom the surname means";
  EXPECT_EQ(told("Tom Esper", everybody), "nobody");
  EXPECT_EQ(told("Esper"), "Tom Esper 11; Mark Esper 3");
}

}  // namespace
}  // namespace dateline::search
