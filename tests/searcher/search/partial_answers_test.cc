// What is found in a part of the time is right, and is said to be a part.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "searcher/search/matching/matching.h"
#include "tests/searcher/query/allocated_bytes.h"
#include "tests/searcher/search/small_index.h"
#include "tests/support/costly_queries.h"

namespace dateline::search {
namespace {

using std::chrono::milliseconds;
using Ids = std::set<Xapian::docid>;

// A clock that moves on by a millisecond each time it is read.
Deadline::Instant tick() {
  static Deadline::Instant time;
  return time += milliseconds(1);
}

const std::vector<std::string> kWords{"back", "up",  "backup", "take", "over", "vote",
                                      "bank", "the", "of",     "non",  "rare", "takeover"};

std::string random_text(std::mt19937& random, std::size_t words) {
  std::uniform_int_distribution<std::size_t> pick(0, kWords.size() - 1);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += kWords[pick(random)] + (i % 5 == 4 ? "w" + std::to_string(random() % 500) : "") + " ";
  }
  return text;
}

struct Found {
  Ids ids;
  Total total;
  bool partial = false;
  std::size_t bytes_after_time = 0;  // that were asked for once time was up
};

class PartialAnswers : public ::testing::Test {
 protected:
  PartialAnswers() {
    std::mt19937 random(5);
    for (int i = 0; i < kArticles; ++i) {
      index_.put(testing::make_article(
          "a" + std::to_string(i), random_text(random, 6), random_text(random, i == 7 ? 8000 : 60),
          std::to_string(2012 + i % 12) + "-03-0" + std::to_string(1 + i % 9)));
      if (i % 150 == 149) index_.commit();
    }
    index_.close();
    reader_ =
        std::make_unique<store::IndexReader>(store::IndexReader::open({index_.place()}).value());
  }

  // The clock is read so many times before time is up. Nothing where the query is refused.
  std::optional<Found> ask(const std::string& text, int ticks) {
    auto deadline = std::make_shared<Deadline>(milliseconds(ticks), &tick);
    query::MatchMemo memo;
    Found found;
    std::size_t at_end = 0;
    query::QueryOptions options;
    options.memo = &memo;
    options.ends_in_time = true;
    options.expired = [&] {
      const bool was_over = deadline->passed();
      const bool over = deadline->check();
      if (over && !was_over) at_end = query::allocated_bytes();
      return over;
    };
    const auto compiled = query::compile(text, options, reader_->database());
    if (!compiled) return std::nullopt;
    Request request;
    request.limit = kArticles;
    request.collapse = Collapse::kNone;
    request.deadline = milliseconds(ticks);
    const Matches matches = match(*reader_, *compiled, request, deadline);
    for (const PageMatch& match : matches.page.list) found.ids.insert(match.document);
    found.total = matches.total;
    found.partial = matches.partial;
    if (at_end > 0) found.bytes_after_time = query::allocated_bytes() - at_end;
    return found;
  }

  static constexpr int kArticles = 600;
  static constexpr int kEndless = 1'000'000'000;

 private:
  testing::SmallIndex index_;
  std::unique_ptr<store::IndexReader> reader_;
};

TEST_F(PartialAnswers, HoldNothingThatTheWholeAnswerDoesNot) {
  int cut_with_hits = 0;
  for (const char* query :
       {"\"back up\"", "\"the of\" OR \"of the\" OR \"non the\"", "vote NOT \"back up\"",
        "the NOT (\"the of\" OR \"of the\")", "backup", "the NOT backup", "\"the of\"~3",
        "vote NEAR/3 bank", "\"back up\" NEAR/4 vote", "the NOT (\"back up\" NEAR/2 vote)",
        "NOT (vote NOT \"the of\")", "(v* OR b*) ADJ/2 (t* OR \"of the\")", "t* b* v*"}) {
    const auto whole = ask(query, kEndless);
    ASSERT_TRUE(whole) << query;
    EXPECT_FALSE(whole->partial) << query;
    for (int ticks = 1;; ticks += 1 + ticks / 4) {
      const auto found = ask(query, ticks);
      ASSERT_TRUE(found) << query;
      EXPECT_TRUE(
          std::includes(whole->ids.begin(), whole->ids.end(), found->ids.begin(), found->ids.end()))
          << query << " in " << ticks;
      EXPECT_LE(found->total.value, whole->total.value) << query << " in " << ticks;
      if (!found->partial) {
        EXPECT_EQ(found->ids, whole->ids) << query << " in " << ticks;
      }
      if (found->ids.size() < whole->ids.size()) {
        EXPECT_TRUE(found->partial) << query;
      }
      if (!found->partial || HasFailure()) break;
      cut_with_hits += found->ids.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(cut_with_hits, 10);
}

TEST_F(PartialAnswers, OfCostlyQueriesEndSoonAfterTheTimeAndTakeLittleMemory) {
  testing::CostlyQueries queries(kWords, 11);
  int cut = 0;
  for (int round = 0; round < 250; ++round) {
    const std::string query = queries.next();
    const std::size_t before = query::allocated_bytes();
    const auto found = ask(query, 1 + round % 40);
    if (!found) continue;
    cut += found->partial ? 1 : 0;
    EXPECT_LT(query::allocated_bytes() - before, 256U << 20) << query;
    EXPECT_LT(found->bytes_after_time, 32U << 20) << query;
    if (HasFailure()) return;
  }
  EXPECT_GT(cut, 50);
}

}  // namespace
}  // namespace dateline::search
