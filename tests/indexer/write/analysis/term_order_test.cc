#include "indexer/write/analysis/term_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/write/analysis/string_table.h"

namespace dateline::indexer {
namespace {

// Short and long, with shared beginnings, zero bytes and bytes above 127.
std::string random_term(std::mt19937& random) {
  static constexpr std::string_view kBytes("\0abcZ\x7F\x80\xFF", 8);
  std::string term(random() % 3 == 0 ? "Zshared-beginning" : "");
  for (auto left = random() % 12 + 1; left > 0; --left) term += kBytes[random() % kBytes.size()];
  return term;
}

TEST(StringTable, AStringKeepsItsNumber) {
  StringTable<> table;
  std::mt19937 random(1);
  std::vector<std::string> strings;
  for (int i = 0; i < 20000; ++i) {
    const std::string term = random_term(random);
    const std::uint32_t number = table.number_of(term);
    if (number == strings.size()) strings.push_back(term);
    ASSERT_EQ(strings[number], term);
    ASSERT_EQ(table[number], term);
  }
  EXPECT_EQ(std::set<std::string>(strings.begin(), strings.end()).size(), table.size());
  table.clear();
  EXPECT_EQ(table.number_of("new"), 0U);
}

TEST(StringTable, ACopyIsTheStringWhateverItsLength) {
  StringTable<> table;
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string text(length, 'x');
    std::string out(length + StringTable<>::kCopySlack, '-');
    const auto end = table.copy(table.number_of(text), out.data()) - out.data();
    EXPECT_EQ(out.substr(0, static_cast<std::size_t>(end)), text);
  }
}

TEST(StringTable, NotesStayWithTheirStringsWhileTheTableGrows) {
  StringTable<std::uint32_t, std::uint32_t> table;
  std::mt19937 random(3);
  for (int i = 0; i < 20000; ++i) {
    const std::string term = random_term(random);
    const StringKey key = table.key_of(term);
    const std::uint32_t number = table.number_of(term, key);
    std::uint32_t& in_slot = table.look_up(term, key);
    std::uint32_t& in_entry = table.note(number);
    if (in_slot == 0) {
      ASSERT_EQ(in_entry, 0U);
      in_slot = number + 1;
      in_entry = number + 2;
    }
    ASSERT_EQ(in_slot, number + 1);
    ASSERT_EQ(in_entry, number + 2);
  }
}

TEST(TermOrder, TermsAscendByByteWhetherTheyAreKnownOrNew) {
  Vocabulary table;
  TermOrder order;
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::set<std::string> wanted;
    for (auto count = random() % 60; count > 0; --count) wanted.insert(random_term(random));
    std::vector<std::string> shuffled(wanted.begin(), wanted.end());
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    std::vector<TermOrder::Item> items;
    for (std::uint32_t i = 0; i < shuffled.size(); ++i) {
      items.push_back({table.number_of(shuffled[i]), i});
    }
    order.sort(table, items);
    ASSERT_EQ(items.size(), wanted.size());
    auto expected = wanted.begin();
    for (const TermOrder::Item& item : items) {
      ASSERT_EQ(table[item.term], *expected);
      ASSERT_EQ(shuffled[item.index], *expected);
      ++expected;
    }
    if (round == 150) {
      table.clear();
      order.clear();
    }
  }
}

}  // namespace
}  // namespace dateline::indexer
