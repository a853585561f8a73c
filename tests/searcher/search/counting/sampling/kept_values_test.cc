#include "searcher/search/counting/sampling/kept_values.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {
namespace {

// "7.0=a 7.1=b": document, place and value of each.
std::string told(const KeptValues& values) {
  std::string out;
  values.each([&](Xapian::docid document, std::size_t place, std::string_view value) {
    if (!out.empty()) out += ' ';
    out += std::to_string(document) + '.' + std::to_string(place) + '=' + std::string(value);
  });
  return out;
}

void put(KeptValues& values, Xapian::docid document, std::string_view first,
         std::string_view second) {
  values.begin(document);
  values.add(first);
  values.add(second);
}

TEST(KeptValues, AreHadAgainInTheirOrderButForEmptyOnes) {
  KeptValues values(2);
  put(values, 7, "a", "b");
  put(values, 3, "", "c");
  put(values, 9, "", "");
  EXPECT_EQ(told(values), "7.0=a 7.1=b 3.1=c");
  EXPECT_EQ(values.size(), 3U);
}

TEST(KeptValues, OfAnyLengthAndNumber) {
  KeptValues values(2);
  const std::string longer(100'000, 'x');
  std::string expected;
  for (Xapian::docid document = 1; document <= 5000; ++document) {
    const std::string text = std::to_string(document * 7919);
    put(values, document, text, document == 77 ? longer : "");
    expected += (expected.empty() ? "" : " ") + std::to_string(document) + ".0=" + text;
    if (document == 77) expected += " 77.1=" + longer;
  }
  EXPECT_EQ(told(values), expected);
}

TEST(KeptValues, ThoseOfChosenDocumentsStayWithThem) {
  KeptValues values(2);
  put(values, 1, "a", "");
  put(values, 2, "b", "c");
  put(values, 3, "", "d");
  const KeptValues odd = values.chosen([](Xapian::docid document) { return document % 2 == 1; });
  EXPECT_EQ(told(odd), "1.0=a 3.1=d");
  EXPECT_EQ(odd.documents(), (std::vector<Xapian::docid>{1, 3}));
}

TEST(KeptValues, WithoutSlotsThereAreDocumentsAlone) {
  KeptValues values(0);
  values.begin(4);
  EXPECT_EQ(told(values), "");
  EXPECT_EQ(values.documents(), (std::vector<Xapian::docid>{4}));
}

}  // namespace
}  // namespace dateline::search
