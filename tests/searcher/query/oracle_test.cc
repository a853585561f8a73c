// Positional operators against a linear scan over random texts, in one index and in three shards on
// disk.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "searcher/query/describe.h"
#include "searcher/query/positions/near_match.h"
#include "tests/searcher/query/small_index.h"

namespace dateline::query::oracle_test {
namespace {

using Ids = std::set<Xapian::docid>;
using Words = std::vector<std::string>;

// Few words, so that they meet at every distance, in every order, and overlap. They are invented:
// none is a stop word, and no two are one compound.
const Words kVocabulary{"bapa", "bapi", "dato", "dator", "fimo", "gulu", "kesi", "lomba"};

Words random_words(std::mt19937& random, std::size_t count) {
  std::uniform_int_distribution<std::size_t> pick(0, kVocabulary.size() - 1);
  Words words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(kVocabulary[pick(random)]);
  return words;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

struct Text {
  Words headline;
  Words body;
};

// A way to meet an operand: words that follow each other; "ba*" stands for all that begin so.
using Operand = std::vector<Words>;

bool word_matches(const std::string& pattern, const std::string& word) {
  if (pattern.back() != '*') return pattern == word;
  return word.compare(0, pattern.size() - 1, pattern, 0, pattern.size() - 1) == 0;
}

std::vector<WordSpan> spans_in(const Words& text, const Operand& operand) {
  std::vector<WordSpan> spans;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const Words& way : operand) {
      if (at + way.size() > text.size()) continue;
      if (std::equal(way.begin(), way.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                     word_matches)) {
        spans.push_back(
            {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(at + way.size())});
      }
    }
  }
  return spans;
}

// Words and a distance to be put into queries; ' stands for ".
struct Round {
  std::string a;
  std::string b;
  std::string c;
  std::uint32_t n;

  std::string fill(std::string query) const {
    query = replace_all(replace_all(query, "$a", a), "$b", b);
    query = replace_all(replace_all(query, "$c", c), "$n", std::to_string(n));
    return replace_all(query, "'", "\"");
  }
};

class Oracle : public ::testing::Test {
 protected:
  static constexpr std::size_t kTexts = 300;

  Oracle() {
    std::vector<SmallArticle> articles;
    for (std::size_t i = 0; i < kTexts; ++i) {
      texts_.push_back({random_words(random_, 3), random_words(random_, 3 + i % 12)});
      articles.push_back({.headline = joined(texts_[i].headline), .body = joined(texts_[i].body)});
    }
    one_ = std::make_unique<SmallIndex>(articles);
    directory_ = std::filesystem::path(::testing::TempDir()) /
                 ("dateline_query_oracle." + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    for (int shard = 0; shard < 3; ++shard) {
      const std::string path = directory_ / std::to_string(shard);
      Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
      for (std::size_t i = static_cast<std::size_t>(shard); i < kTexts; i += 3) {
        db.add_document(document_of(articles[i]));
      }
      db.commit();
      // Documents of several databases are numbered in turn, so the numbers are those of one_.
      shards_.add_database(Xapian::Database(path));
    }
  }
  ~Oracle() override { std::filesystem::remove_all(directory_); }

  // Texts in whose headline or body the operands stand near each other.
  Ids expected(const std::vector<Operand>& operands, std::uint32_t distance, bool ordered) const {
    Ids found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      for (const Words* part : {&texts_[i].headline, &texts_[i].body}) {
        std::vector<std::vector<WordSpan>> spans;
        spans.reserve(operands.size());
        for (const Operand& operand : operands) spans.push_back(spans_in(*part, operand));
        if (stand_near(spans, distance, ordered)) found.insert(static_cast<Xapian::docid>(i + 1));
      }
    }
    return found;
  }

  void expect_agreement(const std::string& query, const Ids& expected) {
    EXPECT_EQ(one_->find(query), expected) << query;
    const auto compiled = compile(query, QueryOptions{}, shards_);
    ASSERT_TRUE(compiled) << describe(query, compiled.error());
    EXPECT_EQ(find_in(shards_, compiled->query), expected) << query << " in shards";
  }

  std::string pick() {
    return kVocabulary[std::uniform_int_distribution<std::size_t>(0,
                                                                  kVocabulary.size() - 1)(random_)];
  }

  Round round(std::uint32_t n) { return {pick(), pick(), pick(), n}; }

  std::mt19937 random_{11};
  std::vector<Text> texts_;
  std::unique_ptr<SmallIndex> one_;
  std::filesystem::path directory_;
  Xapian::Database shards_;
};

TEST_F(Oracle, PhrasesNearAndAdjOfWords) {
  for (std::uint32_t i = 0; i < 60; ++i) {
    const Round r = round(1 + i % 5);
    const std::vector<Operand> two{{{r.a}}, {{r.b}}};
    const std::vector<Operand> three{{{r.a}}, {{r.b}}, {{r.c}}};
    expect_agreement(r.fill("'$a $b'"), expected(two, 1, true));
    expect_agreement(r.fill("'$a $b $c'"), expected(three, 1, true));
    expect_agreement(r.fill("$a NEAR/$n $b"), expected(two, r.n, false));
    expect_agreement(r.fill("$a ADJ/$n $b"), expected(two, r.n, true));
    expect_agreement(r.fill("$a NEAR/$n $b NEAR/$n $c"), expected(three, r.n, false));
    expect_agreement(r.fill("$a ADJ/$n $b ADJ/$n $c"), expected(three, r.n, true));
    expect_agreement(r.fill("'$a $b $c'~$n"), expected(three, r.n, false));
  }
}

TEST_F(Oracle, NearAndAdjOfPhrasesWildcardsAndAlternatives) {
  for (std::uint32_t i = 0; i < 40; ++i) {
    const Round r = round(1 + i % 4);
    expect_agreement(r.fill("'$a $b' NEAR/$n $c"), expected({{{r.a, r.b}}, {{r.c}}}, r.n, false));
    expect_agreement(r.fill("$c ADJ/$n '$a $b'"), expected({{{r.c}}, {{r.a, r.b}}}, r.n, true));
    expect_agreement(r.fill("'$a $b' ADJ/$n '$c $a'"),
                     expected({{{r.a, r.b}}, {{r.c, r.a}}}, r.n, true));
    expect_agreement(r.fill("($a OR $b) NEAR/$n $c"),
                     expected({{{r.a}, {r.b}}, {{r.c}}}, r.n, false));
    expect_agreement(r.fill("($a OR '$b $c') NEAR/$n dat*"),
                     expected({{{r.a}, {r.b, r.c}}, {{"dat*"}}}, r.n, false));
    expect_agreement(r.fill("bap* NEAR/$n $a"), expected({{{"bap*"}}, {{r.a}}}, r.n, false));
    expect_agreement(r.fill("'bap* $a'"), expected({{{"bap*", r.a}}}, 1, true));
  }
}

TEST_F(Oracle, PositionalQueriesTakePartInBooleans) {
  const Ids near = expected({{{"bapa", "dato"}}, {{"fimo"}}}, 3, false);
  const Ids phrase = expected({{{"gulu", "kesi"}}}, 1, true);
  ASSERT_FALSE(near.empty());
  ASSERT_FALSE(phrase.empty());
  Ids both;
  std::set_intersection(near.begin(), near.end(), phrase.begin(), phrase.end(),
                        std::inserter(both, both.end()));
  Ids either = near;
  either.insert(phrase.begin(), phrase.end());
  Ids without;
  std::set_difference(phrase.begin(), phrase.end(), near.begin(), near.end(),
                      std::inserter(without, without.end()));
  const std::string n = "(\"bapa dato\" NEAR/3 fimo)";
  expect_agreement(n + " \"gulu kesi\"", both);
  expect_agreement(n + " OR \"gulu kesi\"", either);
  expect_agreement("\"gulu kesi\" NOT " + n, without);
}

TEST_F(Oracle, PhraseInAdjInNearInAndInOr) {
  for (int i = 0; i < 30; ++i) {
    const Round r = round(2);
    std::vector<std::string> chain;
    for (const char* query :
         {"'$a $b'", "$a ADJ/$n $b", "$a NEAR/$n $b", "$a AND $b", "$a OR $b"}) {
      chain.push_back(r.fill(query));
    }
    for (std::size_t step = 1; step < chain.size(); ++step) {
      const Ids inner = one_->find(chain[step - 1]);
      const Ids outer = one_->find(chain[step]);
      EXPECT_TRUE(std::includes(outer.begin(), outer.end(), inner.begin(), inner.end()))
          << chain[step - 1] << " in " << chain[step];
    }
  }
}

TEST_F(Oracle, AWildcardIsTheUnionOfItsWords) {
  Ids all = one_->find("=dato");
  all.merge(one_->find("=dator"));
  expect_agreement("dat*", all);
  expect_agreement("dato OR dator", all);
}

}  // namespace
}  // namespace dateline::query::oracle_test
