// What a record of a table is, field by field.
#include "searcher/output/formats/csv.h"

#include <gtest/gtest.h>

namespace dateline::output {
namespace {

struct Case {
  const char* text;
  const char* field;
};

TEST(CsvTest, AFieldIsQuotedWhereTheRfcWantsIt) {
  for (const Case& one : {Case{"plain", "plain"},
                          {"", ""},
                          {"a, b", "\"a, b\""},
                          {"say \"no\"", "\"say \"\"no\"\"\""},
                          {"two\nlines", "\"two\r\nlines\""},
                          {"a\x01tab\there", "a tab here"},
                          {"caf\xE9", "caf\uFFFD"},
                          {"Ødegaard", "Ødegaard"}}) {
    EXPECT_EQ(CsvRecord().text(one.text).line(), std::string(one.field) + "\r\n") << one.text;
  }
}

TEST(CsvTest, NoTextIsAFormulaToASpreadsheet) {
  for (const Case& one : {Case{"=1+1", "'=1+1"},
                          {"+1", "'+1"},
                          {"-1", "'-1"},
                          {"@SUM(A1)", "'@SUM(A1)"},
                          {"\t=1", "' =1"},
                          {"\r=1", "' =1"},
                          {"＝1", "'＝1"},
                          {"=\"a,b\"", "\"'=\"\"a,b\"\"\""},
                          {"a=1", "a=1"}}) {
    EXPECT_EQ(CsvRecord().text(one.text).line(), std::string(one.field) + "\r\n") << one.text;
  }
}

TEST(CsvTest, NumbersStayNumbersAndWhatIsUnknownIsEmpty) {
  EXPECT_EQ(CsvRecord().number(std::uint64_t{7}).number(-0.5).nothing().text("").line(),
            "7,-0.5,,\r\n");
}

}  // namespace
}  // namespace dateline::output
