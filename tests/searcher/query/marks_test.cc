#include "searcher/query/marks.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/strings.h"
#include "tests/searcher/query/small_index.h"

namespace dateline::query::marks_test {
namespace {

SmallIndex& index() {
  static SmallIndex index({{.headline = "Troops vote",
                            .body = "a non-binding vote, nonbinding; onward movement of US troops",
                            .persons = {"Mark Esper", "Esper"}},
                           {.body = "elections elected elect 习近平"}});
  return index;
}

std::string print_ways(const std::vector<Sequence>& ways) {
  std::vector<std::string> out;
  for (const Sequence& way : ways) {
    std::vector<std::string> words;
    for (const FormSet& forms : way) words.push_back(join(forms, "|"));
    out.push_back(join(words, " "));
  }
  return "<" + join(out, ", ") + ">";
}

std::string print_mark(const Mark& mark) {
  std::string out = mark.field == nullptr ? std::string()
                                          : fmt::format("{}:", mark.field->query_names.canonical());
  if (mark.kind == Mark::Kind::kStems) return out + "[" + join(mark.texts, "|") + "]";
  if (mark.kind == Mark::Kind::kForms) return out + join(mark.texts, "|");
  if (mark.kind == Mark::Kind::kValues) return out + "{" + join(mark.texts, "|") + "}";
  std::vector<std::string> operands;
  for (const auto& ways : mark.operands) operands.push_back(print_ways(ways));
  const std::string sign = fmt::format(" {}/{} ", mark.ordered ? "then" : "near", mark.distance);
  return out + join(operands, sign);
}

std::string marks(const std::string& query) {
  std::vector<std::string> out;
  for (const Mark& mark : index().compiled(query).marks) out.push_back(print_mark(mark));
  return join(out, "; ");
}

struct Case {
  const char* query;
  const char* marks;
};

TEST(Marks, AreWhatIsLookedForInATextThatIsRead) {
  for (const Case& c : std::vector<Case>{{"troops", "[troop]"},
                                         {"troops troop", "[troop]"},
                                         {"troops -iran", "[troop]"},
                                         {"=troops", "troops"},
                                         {"US", "[us.]"},
                                         {"2024", "[2024]"},
                                         {"9/11", "[9/11]"},
                                         {"elect*", "elect|elected|elections"},
                                         {"headline:vote", "headline:[vote]"},
                                         {"source:agence", ""},
                                         {"tag:war date:2020 troops", "[troop]"},
                                         {"troops^3", "[troop]"}}) {
    EXPECT_EQ(marks(c.query), c.marks) << c.query;
  }
}

TEST(Marks, OfAPhraseAreAllItsWaysAsOne) {
  for (const Case& c :
       std::vector<Case>{{"\"onward movement\"", "<onward movement>"},
                         {"\"non binding vote\"", "<nonbinding vote, non binding vote>"},
                         {"nonbinding", "<non binding>; [nonbind]"},
                         {"习近平", "<习 近 平>"},
                         {"headline:\"troops vote\"", "headline:<troops vote>"},
                         {"troops NEAR/4 vote", "<troops> near/4 <vote>"},
                         {"\"onward movement\" ADJ/2 vote", "<onward movement> then/2 <vote>"},
                         {"\"vote troops\"~3", "<vote> near/3 <troops>"}}) {
    EXPECT_EQ(marks(c.query), c.marks) << c.query;
  }
}

TEST(Marks, StopWordsThatAreNotAskedForAreNone) {
  for (const Case& c : std::vector<Case>{{"the troops", "[troop]"},
                                         {"+the troops", "[the]; [troop]"},
                                         {"the", "[the]"},
                                         {"the AND troops", "[the]; [troop]"},
                                         {"\"the troops\"", "<the troops>"}}) {
    EXPECT_EQ(marks(c.query), c.marks) << c.query;
  }
}

TEST(Marks, OfNamesAreNamesOfTheirKind) {
  EXPECT_EQ(marks("person:esper"), "person:esper");
  EXPECT_EQ(marks("person:\"Mark Esper\""), "person:{mark esper}");
}

}  // namespace
}  // namespace dateline::query::marks_test
