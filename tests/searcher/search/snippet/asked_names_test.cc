#include "searcher/search/snippet/asked_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/strings.h"
#include "tests/searcher/search/snippet/mark_makers.h"

namespace dateline::search {
namespace {

using query::Mark;
using schema::FieldId;
using testing::form;
using testing::in_field;
using testing::near;

Article article() {
  Article out;
  out.entities = {{EntityType::kPerson, "Mark Esper", 3, {"Mark Esper", "Esper"}},
                  {EntityType::kPerson, "Mark Milley", 1, {"Mark Milley"}},
                  {EntityType::kOrganisation, "Esper Ltd", 1, {"Esper Ltd"}}};
  return out;
}

std::string names(const std::vector<Mark>& marks) {
  Stemmers stemmers;
  std::vector<std::string> out;
  for (const WordMarker::Name& name : AskedNames(marks, stemmers).in(article())) {
    out.push_back(std::to_string(name.mark) + ":" + name.text);
  }
  return join(out, ", ");
}

Mark whole_name(const std::string& value, FieldId field) {
  return in_field({Mark::Kind::kValues, nullptr, {value}, {}, 1, true}, field);
}

TEST(AskedNames, AreAllFormsOfWhatIsMetByAnyName) {
  EXPECT_EQ(names({whole_name("mark esper", FieldId::kPerson)}), "0:Mark Esper, 0:Esper");
  EXPECT_EQ(names({whole_name("esper", FieldId::kPerson)}), "0:Mark Esper, 0:Esper");
  EXPECT_EQ(names({whole_name("mark", FieldId::kPerson)}), "") << "a whole name, not its words";
}

TEST(AskedNames, OfAWordAreThoseThatHaveIt) {
  EXPECT_EQ(names({in_field(form("esper"), FieldId::kPerson)}), "0:Mark Esper, 0:Esper");
  EXPECT_EQ(names({in_field(form("mark"), FieldId::kPerson)}),
            "0:Mark Esper, 0:Esper, 0:Mark Milley");
  EXPECT_EQ(names({in_field(near({"milley", "mark"}, 1), FieldId::kPerson)}), "0:Mark Milley");
}

TEST(AskedNames, AreOfTheirKind) {
  EXPECT_EQ(names({form("x"), in_field(form("esper"), FieldId::kOrganisation)}), "1:Esper Ltd");
}

TEST(AskedNames, AreNoneWhereNoneAreAskedFor) {
  Stemmers stemmers;
  EXPECT_FALSE(
      AskedNames({form("esper"), in_field(form("esper"), FieldId::kHeadline)}, stemmers).any());
  EXPECT_TRUE(AskedNames({in_field(form("esper"), FieldId::kPlace)}, stemmers).any());
}

}  // namespace
}  // namespace dateline::search
