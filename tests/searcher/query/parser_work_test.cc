// Parsing costs in proportion to the query, whatever it is made of. Work is counted in memory asked
// for, which copying and backtracking show in, and which no other load on the machine changes; time
// is measured by bench/micro/query_parser_bench.cc and watched by the fuzzer.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/query/language/parser.h"
#include "tests/searcher/query/allocated_bytes.h"
#include "tests/support/sanitized.h"

namespace dateline::query::parser_work_test {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() + piece.size() < bytes) text += piece;
  return text;
}

std::size_t work_of(const std::string& text, Match match) {
  const std::size_t before = allocated_bytes();
  const auto parsed = parse(text, match);
  const std::size_t after = allocated_bytes();
  return after - before + (parsed ? 1 : 0);
}

// Each construct over and over; `end` makes some of them whole.
struct Case {
  std::string_view piece;
  std::string_view end;
};
constexpr Case kCases[] = {
    {"a ", "a"},
    {"ab OR ", "a"},
    {"a AND b OR ", "a"},
    {"NOT ", "a"},
    {"-", "a"},
    {"+-", "a"},
    {"- ", "a"},
    {"-a ", ""},
    {"(", "a"},
    {"((a) ", "a"},
    {"(a OR b) ", ""},
    {"(a ", ""},
    {")", ""},
    {"a NEAR ", "b"},
    {"a ADJ/3 b ", ""},
    {"a NEAR/2 b OR ", "a"},
    {"\"a b\" ", ""},
    {"\"a b\"~5 ", ""},
    {"\"", ""},
    {"\" ", "a"},
    {"\"a", ""},
    {"headline:a ", ""},
    {"headline:(a b) ", ""},
    {"headline:", "a"},
    {"url:http://a.b/( ", ""},
    {"date:2019..2020 ", ""},
    {"date:\"6 jan 2020\" ", ""},
    {"..", ""},
    {"a* ", ""},
    {"*", "a"},
    {"?a", "a"},
    {"a~ ", ""},
    {"a~", "1"},
    {"~", ""},
    {"a^2 ", ""},
    {"a^", "2"},
    {"^2", ""},
    {"=a ", ""},
    {"=", "a"},
    {"U. S. ", ""},
    {"U.", "S."},
    {"a:", "b"},
    {"a-b-", "c"},
    {"“a” ", ""},
    {"\xE2\x80", ""},
    {"é́", ""},
};

class ParserWork : public ::testing::TestWithParam<Case> {};

TEST_P(ParserWork, GrowsWithTheQueryAndNoFaster) {
  if (dateline::testing::kSanitized) GTEST_SKIP() << "sanitizers allocate for themselves";
  const auto [piece, end] = GetParam();
  for (const Match match : {Match::kAll, Match::kAny}) {
    const auto text = [&, piece = piece, end = end](std::size_t bytes) {
      return repeated(piece, bytes - end.size()).append(end);
    };
    const std::size_t part = work_of(text(kMaxQueryBytes / 4), match);
    const std::size_t whole = work_of(text(kMaxQueryBytes), match);
    // Four times as much, and what vectors that double may add.
    EXPECT_LE(whole, 8 * part + 8192) << piece;
    // So that "in proportion" is not to something large: 50 ms are 12 us for each byte.
    EXPECT_LE(whole, kMaxQueryBytes * 2048) << piece;
  }
}

INSTANTIATE_TEST_SUITE_P(Constructs, ParserWork, ::testing::ValuesIn(kCases));

}  // namespace
}  // namespace dateline::query::parser_work_test
