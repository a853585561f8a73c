#include "searcher/search/paging/cursor.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

Cursor some_cursor() {
  Cursor cursor;
  cursor.question = 0x0123456789ABCDEF;
  cursor.rank = 10;
  cursor.score = 7.25;
  cursor.instant = -1;
  cursor.mark = 42;
  cursor.id_term = "Qa1";
  return cursor;
}

TEST(Cursor, IsReadBackAsItWasWritten) {
  std::vector<Cursor> cursors(4, some_cursor());
  cursors[1].instant.reset();
  cursors[2].id_term = std::string("Q\0\xFF ü", 6) + std::string(200, 'x');
  cursors[2].score = std::numeric_limits<double>::min();
  cursors[3].rank = std::numeric_limits<std::uint64_t>::max();
  cursors[3].instant = std::numeric_limits<std::int64_t>::min();
  for (const Cursor& cursor : cursors) {
    const std::string text = write_cursor(cursor);
    EXPECT_LE(text.size(), kMaxCursorBytes);
    const auto read = read_cursor(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, cursor) << text;
  }
}

// Digits and small letters need no quoting, neither in a shell nor in an address.
TEST(Cursor, IsMadeOfDigitsAndLetters) {
  EXPECT_EQ(write_cursor(some_cursor()).find_first_not_of("0123456789abcdefu"), std::string::npos);
}

TEST(Cursor, WithAnythingChangedIsRefused) {
  const std::string text = write_cursor(some_cursor());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(read_cursor(changed)) << i;
    EXPECT_FALSE(read_cursor(text.substr(0, i))) << i;
    EXPECT_FALSE(read_cursor(text.substr(i + 1))) << i;
  }
  for (const std::string& wrong :
       {std::string(), std::string("x"), text + "0", text + text, std::string(5000, '0')}) {
    const auto read = read_cursor(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.error().code, ErrorCode::kUsage);
  }
}

TEST(Cursor, WithNoSenseInItIsRefusedThoughItsChecksumIsRight) {
  std::vector<Cursor> cursors(4, some_cursor());
  cursors[0].score = std::numeric_limits<double>::quiet_NaN();
  cursors[1].score = std::numeric_limits<double>::infinity();
  cursors[2].mark = 0;
  cursors[3].id_term.clear();
  for (const Cursor& cursor : cursors) EXPECT_FALSE(read_cursor(write_cursor(cursor)));
}

TEST(Cursor, BelongsToWhatIsAskedAndNotToWhatIsShown) {
  const Request plain = [] {
    Request request;
    request.query = "flood";
    return request;
  }();
  const auto with = [&](auto change) {
    Request request = plain;
    change(request);
    return question_of(request);
  };
  const std::uint64_t question = question_of(plain);
  EXPECT_NE(question, with([](Request& one) { one.query = "floods"; }));
  EXPECT_NE(question, with([](Request& one) { one.match = Match::kAny; }));
  EXPECT_NE(question, with([](Request& one) { one.spelling = Spelling::kExact; }));
  EXPECT_NE(question, with([](Request& one) { one.sort = Sort::kNewest; }));
  EXPECT_NE(question, with([](Request& one) { one.collapse = Collapse::kNone; }));
  EXPECT_NE(question, with([](Request& one) { one.recency = std::chrono::days(30); }));
  EXPECT_NE(question, with([](Request& one) { one.from = "2020"; }));
  EXPECT_NE(question, with([](Request& one) { one.to = "2020"; }));
  EXPECT_NE(question, with([](Request& one) { one.groups.emplace(); }));
  EXPECT_NE(question, with([](Request& one) { one.all_statuses = true; }));
  EXPECT_NE(with([](Request& one) {
              one.groups = {"a", "bc"};
            }),
            with([](Request& one) {
              one.groups = {"ab", "c"};
            }));
  EXPECT_EQ(question, with([](Request& one) {
              one.limit = 50;
              one.snippet_chars = 0;
              one.facets.resize(1);
              one.after = "x";
            }));
}

TEST(Cursor, IsRefusedBesideAnOffsetAndForAnotherQuestion) {
  Request request;
  request.query = "flood";
  Hit hit;
  hit.rank = 10;
  hit.article.id = "a1";
  request.after = write_cursor(cursor_at(question_of(request), hit));
  EXPECT_TRUE(check_cursor(request));
  request.offset = 10;
  EXPECT_FALSE(check_cursor(request));
  request.offset = 0;
  request.query = "fire";
  const auto other = check_cursor(request);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().message, "the cursor belongs to another question");
}

}  // namespace
}  // namespace dateline::search
