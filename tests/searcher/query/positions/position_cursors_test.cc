// Cursors over postings and positions, against looking at every word of every text.
#include "searcher/query/positions/position_cursors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace dateline::query::position_cursors_test {
namespace {

using Text = std::vector<std::string>;  // the word at position i + 1

Xapian::WritableDatabase index_of(const std::vector<Text>& texts) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Text& text : texts) {
    Xapian::Document document;
    for (std::size_t i = 0; i < text.size(); ++i) {
      document.add_posting(text[i], static_cast<Xapian::termpos>(i + 1));
    }
    db.add_document(document);
  }
  return db;
}

bool is_of(const FormSet& set, const std::string& word) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

// Where the sequence begins in the text.
std::vector<std::uint32_t> starts_in(const Text& text, const Sequence& sequence) {
  std::vector<std::uint32_t> out;
  for (std::size_t at = 0; at + sequence.size() <= text.size(); ++at) {
    bool met = true;
    for (std::size_t i = 0; i < sequence.size(); ++i) met = met && is_of(sequence[i], text[at + i]);
    if (met) out.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return out;
}

std::vector<std::uint32_t> all_of(PhraseStream stream) {
  std::vector<std::uint32_t> out;
  while (const auto start = stream.next()) out.push_back(*start);
  return out;
}

std::vector<Text> random_texts(std::mt19937& random, std::size_t count) {
  std::vector<Text> texts(count);
  for (Text& text : texts) {
    for (std::size_t i = random() % 25; i > 0; --i) {
      text.emplace_back(1, static_cast<char>('a' + random() % 5));
    }
  }
  return texts;
}

FormSet random_set(std::mt19937& random) {
  FormSet set;
  for (std::size_t i = 1 + random() % 2; i > 0; --i) {
    set.emplace_back(1, static_cast<char>('a' + random() % 6));  // "f" stands nowhere
  }
  return set;
}

TEST(FormCursor, FindsEachDocumentOnceAndItsPositionsInOrder) {
  const std::vector<Text> texts{{"a", "b", "a"}, {"c"}, {"b", "a"}, {}};
  const auto db = index_of(texts);
  Work work;
  FormCursor cursor(db, {"a", "b"}, work);
  EXPECT_EQ(cursor.seek(1), 1U);
  PositionStream positions = cursor.positions();
  std::vector<std::uint32_t> found;
  for (; !positions.done(); positions.skip_to(positions.at() + 1)) found.push_back(positions.at());
  EXPECT_EQ(found, (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(cursor.seek(2), 3U);
  EXPECT_EQ(cursor.seek(4), kNoDocument);
  EXPECT_EQ(cursor.seek(5), kNoDocument);
}

TEST(FormCursor, OfWordsThatTheIndexHasNotFindsNothing) {
  const auto db = index_of({{"a"}});
  Work work;
  EXPECT_EQ(FormCursor(db, {"x"}, work).seek(1), kNoDocument);
  EXPECT_EQ(FormCursor(db, {}, work).seek(1), kNoDocument);
}

TEST(PositionStream, SkipsForwardAlone) {
  const auto db = index_of({{"a", "b", "a", "b", "a"}});
  Work work;
  FormCursor cursor(db, {"a"}, work);
  ASSERT_EQ(cursor.seek(1), 1U);
  PositionStream positions = cursor.positions();
  positions.skip_to(2);
  EXPECT_EQ(positions.at(), 3U);
  positions.skip_to(3);
  EXPECT_EQ(positions.at(), 3U) << "it stands there already";
  positions.skip_to(6);
  EXPECT_TRUE(positions.done());
}

TEST(SequenceCursor, FindsWhereWordsStandInARow) {
  std::mt19937 random(61);
  for (int round = 0; round < 200; ++round) {
    const auto texts = random_texts(random, 12);
    const auto db = index_of(texts);
    Sequence sequence;
    for (std::size_t i = 1 + random() % 3; i > 0; --i) sequence.push_back(random_set(random));
    Work work;
    SequenceCursor cursor(db, sequence, work);
    EXPECT_EQ(cursor.length(), sequence.size());
    Xapian::docid from = 1;
    for (;;) {
      const Xapian::docid at = cursor.seek(from);
      // What lies between has no such words in a row.
      for (Xapian::docid passed = from; passed < at && passed <= texts.size(); ++passed) {
        ASSERT_TRUE(starts_in(texts[passed - 1], sequence).empty());
      }
      if (at == kNoDocument) break;
      ASSERT_EQ(all_of(cursor.starts()), starts_in(texts[at - 1], sequence));
      from = at + 1;
    }
  }
}

// The rule of NEAR and ADJ for spans that have been chosen, as docs/query-language.md tells it.
bool stand_near(std::vector<WordSpan> chosen, const NearTerms& near) {
  if (!near.ordered) {
    std::sort(chosen.begin(), chosen.end(),
              [](const WordSpan& a, const WordSpan& b) { return a.first < b.first; });
  }
  std::uint32_t between = 0;
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    if (chosen[i].first <= chosen[i - 1].last) return false;
    between += chosen[i].first - chosen[i - 1].last - 1;
  }
  return between < near.distance;
}

bool matches(const Text& text, const NearTerms& near, std::vector<WordSpan>& chosen) {
  if (chosen.size() == near.operands.size()) return stand_near(chosen, near);
  for (const Sequence& way : near.operands[chosen.size()]) {
    for (const std::uint32_t start : starts_in(text, way)) {
      chosen.push_back({start, start + static_cast<std::uint32_t>(way.size()) - 1});
      const bool met = matches(text, near, chosen);
      chosen.pop_back();
      if (met) return true;
    }
  }
  return false;
}

TEST(NearCursor, FindsWhatTryingAllChoicesFinds) {
  std::mt19937 random(67);
  for (int round = 0; round < 200; ++round) {
    const auto texts = random_texts(random, 12);
    const auto db = index_of(texts);
    NearTerms near;
    near.distance = 1 + static_cast<std::uint32_t>(random() % 5);
    near.ordered = random() % 2 == 0;
    for (std::size_t operand = 2 + random() % 2; operand > 0; --operand) {
      std::vector<Sequence> ways(1 + random() % 2);
      for (Sequence& way : ways) {
        for (std::size_t i = 1 + random() % 2; i > 0; --i) way.push_back(random_set(random));
      }
      near.operands.push_back(ways);
    }
    std::vector<Xapian::docid> expected;
    for (Xapian::docid document = 1; document <= texts.size(); ++document) {
      std::vector<WordSpan> chosen;
      if (matches(texts[document - 1], near, chosen)) expected.push_back(document);
    }
    Work work;
    NearCursor cursor(db, near, work);
    std::vector<Xapian::docid> found;
    for (Xapian::docid at = cursor.seek(1); at != kNoDocument; at = cursor.seek(at + 1)) {
      found.push_back(at);
    }
    ASSERT_EQ(found, expected);
    EXPECT_GT(work.done(), 0U) << "all work is counted";
  }
}

TEST(NearCursor, EndsOnceTimeIsUp) {
  std::vector<Text> texts(300, Text{"a", "x", "b"});
  for (Text& text : texts) text.resize(60, "a");
  const auto db = index_of(texts);
  NearTerms near;
  near.operands = {{{{"a"}}}, {{{"b"}}}};
  near.distance = 5;
  Work over([] { return true; });
  NearCursor cursor(db, near, over);
  std::size_t found = 0;
  for (Xapian::docid at = cursor.seek(1); at != kNoDocument; at = cursor.seek(at + 1)) ++found;
  EXPECT_LT(found, 300U);
}

}  // namespace
}  // namespace dateline::query::position_cursors_test
