// Documents into lists, in memory and over runs on disk, against a map of maps.
#include "indexer/glass/inverting/inverter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "indexer/glass/encoding/position_list.h"
#include "indexer/glass/inverting/run.h"
#include "tests/support/temporary_directory.h"

namespace dateline::glass {
namespace {

using dateline::testing::TemporaryDirectory;

struct Stored {
  std::uint32_t wdf;
  std::vector<std::uint32_t> positions;
};
using Lists = std::map<std::string, std::map<DocId, Stored>>;

// A document's postings with all that they point into.
class Document {
 public:
  Document(std::mt19937& random, DocId number, Lists& into) {
    for (std::size_t i = random() % 12; i > 0; --i) {
      std::string term(1 + random() % 3, 't');
      term.back() = static_cast<char>('a' + random() % 8);
      if (random() % 5 == 0) term += std::string("\0\xFF", 2);
      Stored stored{static_cast<std::uint32_t>(random() % 4), {}};
      std::uint32_t at = 0;
      for (std::size_t n = random() % 4; n > 0; --n) {
        at += 1 + static_cast<std::uint32_t>(random() % 500);
        stored.positions.push_back(at);
      }
      kept_[term] = std::move(stored);
    }
    for (const auto& [term, stored] : kept_) {
      postings_.push_back({term, stored.wdf, stored.positions});
      into[term][number] = stored;
    }
  }

  const std::vector<PostingView>& postings() const { return postings_; }

 private:
  std::map<std::string, Stored> kept_;
  std::vector<PostingView> postings_;
};

void expect_postings(ListSource& source, const Lists& expected) {
  for (const auto& [term, documents] : expected) {
    ASSERT_TRUE(source.next_list());
    EXPECT_EQ(source.term(), term);
    EXPECT_EQ(source.documents(), documents.size());
    std::uint64_t occurrences = 0;
    for (const auto& [number, stored] : documents) {
      ASSERT_TRUE(source.next_document());
      EXPECT_EQ(source.document(), number);
      EXPECT_EQ(source.wdf(), stored.wdf);
      occurrences += stored.wdf;
    }
    EXPECT_FALSE(source.next_document());
    EXPECT_EQ(source.occurrences(), occurrences);
  }
  EXPECT_FALSE(source.next_list());
  EXPECT_TRUE(source.status());
}

void expect_positions(ListSource& source, const Lists& expected) {
  for (const auto& [term, documents] : expected) {
    std::vector<std::pair<DocId, std::string>> rows;
    for (const auto& [number, stored] : documents) {
      if (stored.positions.empty()) continue;
      std::string packed;
      put_positions(packed, stored.positions);
      rows.emplace_back(number, std::move(packed));
    }
    if (rows.empty()) continue;
    ASSERT_TRUE(source.next_list());
    EXPECT_EQ(source.term(), term);
    for (const auto& [number, packed] : rows) {
      ASSERT_TRUE(source.next_document());
      EXPECT_EQ(source.document(), number);
      EXPECT_EQ(source.positions(), packed) << term;
    }
    EXPECT_FALSE(source.next_document());
  }
  EXPECT_FALSE(source.next_list());
}

Lists fill(Inverter& inverter, std::uint32_t seed, DocId documents) {
  std::mt19937 random(seed);
  Lists expected;
  for (DocId number = 1; number <= documents; ++number) {
    const Document document(random, number * 3, expected);
    EXPECT_TRUE(inverter.add(number * 3, document.postings()));
  }
  return expected;
}

TEST(Inverter, ListsInMemoryHaveEveryPosting) {
  Inverter inverter(std::size_t{8} << 20);
  EXPECT_TRUE(inverter.empty());
  const Lists expected = fill(inverter, 103, 400);
  EXPECT_FALSE(inverter.empty());
  inverter.sort();
  expect_postings(*inverter.lists(ListKind::kPostings), expected);
  expect_positions(*inverter.lists(ListKind::kPositions), expected);
  expect_postings(*inverter.lists(ListKind::kBoth), expected);
}

TEST(Inverter, ARunHasWhatMemoryHad) {
  const TemporaryDirectory directory;
  Inverter inverter(std::size_t{8} << 20);
  const Lists expected = fill(inverter, 107, 400);
  auto run = RunWriter::create(directory.file("run"));
  ASSERT_TRUE(run);
  ASSERT_TRUE(inverter.write_run(*run));
  EXPECT_TRUE(inverter.empty()) << "and it begins anew";
  // A buffer that is shorter than most lists is refilled in the middle of them.
  for (const std::size_t buffer : {std::size_t{64}, std::size_t{1} << 16}) {
    const auto postings = RunReader::open(directory.file("run"), ListKind::kPostings, buffer);
    ASSERT_TRUE(postings);
    expect_postings(**postings, expected);
    const auto positions = RunReader::open(directory.file("run"), ListKind::kPositions, buffer);
    ASSERT_TRUE(positions);
    expect_positions(**positions, expected);
  }
}

TEST(Inverter, AFullArenaTakesNothingMore) {
  const TemporaryDirectory directory;
  Inverter inverter(200'000);
  std::mt19937 random(109);
  Lists all;
  DocId number = 1;
  for (;; ++number) {
    Lists own;
    const Document document(random, number, own);
    if (!inverter.add(number, document.postings())) break;
    for (auto& [term, documents] : own) all[term].merge(documents);
    ASSERT_LT(number, 100'000U) << "an arena of this size is never full";
  }
  EXPECT_GT(number, 10U);
  inverter.sort();
  expect_postings(*inverter.lists(ListKind::kPostings), all);
}

TEST(Inverter, ADocumentThatNoArenaHoldsIsTakenAllTheSame) {
  Inverter inverter(20'000);
  std::vector<std::string> terms;
  for (int i = 10'000; i < 20'000; ++i) terms.push_back("term" + std::to_string(i));
  std::vector<PostingView> postings;
  for (const std::string& term : terms) postings.push_back({term, 1, {}});
  EXPECT_TRUE(inverter.add(1, postings));
  EXPECT_FALSE(inverter.add(2, postings));
  inverter.sort();
  const auto lists = inverter.lists(ListKind::kPostings);
  for (const std::string& term : terms) {
    ASSERT_TRUE(lists->next_list());
    ASSERT_EQ(lists->term(), term);
    while (lists->next_document()) EXPECT_EQ(lists->document(), 1U);
  }
}

TEST(Run, ADamagedFileIsAnErrorAndNoCrash) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("run");
  Inverter inverter(std::size_t{1} << 20);
  fill(inverter, 113, 50);
  auto run = RunWriter::create(path);
  ASSERT_TRUE(run);
  ASSERT_TRUE(inverter.write_run(*run));
  std::ifstream in(postings_file(path), std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    std::ofstream(postings_file(path), std::ios::binary) << bytes.substr(0, size);
    const auto source = RunReader::open(path, ListKind::kPostings, 64);
    ASSERT_TRUE(source);
    while ((*source)->next_list()) {
      while ((*source)->next_document()) {
      }
    }
    EXPECT_FALSE((*source)->status()) << "a file of " << size << " bytes is cut short";
  }
}

TEST(Run, AFileThatIsNotThereIsNamed) {
  const TemporaryDirectory directory;
  const auto source = RunReader::open(directory.file("none"), ListKind::kPositions, 64);
  ASSERT_FALSE(source);
  EXPECT_NE(source.error().to_string().find("none"), std::string::npos);
}

}  // namespace
}  // namespace dateline::glass
