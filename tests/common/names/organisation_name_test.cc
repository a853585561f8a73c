#include "common/names/organisation_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace dateline::names::organisation_name_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OrganisationName, LosesItsLegalForm) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"Apple Inc.", "Apple"},
      {"Apple, Inc", "Apple"},
      {"Acme Widgets Co., Ltd.", "Acme Widgets"},
      {"Zephyrion S.A.", "Zephyrion"},
      {"Marks & Co", "Marks"},
      {"Inc.", "Inc."},
      {"Company", "Company"},
      {"Bank of England", "Bank of England"},
  };
  for (const auto& [name, plain] : rows) EXPECT_EQ(strip_legal_form(name), plain) << name;
}

TEST(OrganisationName, AcronymsAreTheInitialsWithAndWithoutSmallWords) {
  EXPECT_THAT(acronyms_of("Food and Drug Administration"), ElementsAre("fada", "fda"));
  EXPECT_THAT(acronyms_of("Department of Defense"), ElementsAre("dod", "dd"));
  EXPECT_THAT(acronyms_of("Qorvane Board"), ElementsAre("qb"));
  EXPECT_THAT(acronyms_of("Reuters"), IsEmpty());
}

TEST(OrganisationName, KnowsTheLookOfAnAcronym) {
  for (const char* form : {"FDA", "U.N.", "DoD", "NATO"}) EXPECT_TRUE(looks_like_acronym(form));
  for (const char* form : {"Fda", "F", "Reuters", "AT&T Inc", ""}) {
    EXPECT_FALSE(looks_like_acronym(form)) << form;
  }
}

}  // namespace
}  // namespace dateline::names::organisation_name_test
