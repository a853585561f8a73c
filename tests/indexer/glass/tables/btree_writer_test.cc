// Tables of any keys and tags, as Xapian reads them: they are written as the metadata of a database
// without documents, since metadata's keys and tags are nobody's but the caller's.
#include "indexer/glass/tables/btree_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/glass/encoding/tag_deflater.h"
#include "indexer/glass/tables/version_file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::glass {
namespace {

using dateline::testing::TemporaryDirectory;
using Entries = std::map<std::string, std::string>;

// What the table of postings has before the name of each piece of metadata.
constexpr std::string_view kMetadata{"\0\xC0", 2};
constexpr std::size_t kLongestKey = 252;
constexpr std::size_t kLongestName = kLongestKey - kMetadata.size();

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TableFacts write_table(const std::string& path, const Entries& entries) {
  auto writer = BtreeWriter::create(path);
  EXPECT_TRUE(writer) << writer.error().to_string();
  for (const auto& [name, tag] : entries) writer->add(std::string(kMetadata) + name, tag);
  const auto facts = writer->finish();
  EXPECT_TRUE(facts) << facts.error().to_string();
  return *facts;
}

// Makes `directory`, which has a table of postings, a database that can be written to: such a one
// has a table of terms as well.
void make_database(const std::string& directory, const TableFacts& postlist) {
  DatabaseFacts facts;
  facts.postlist = postlist;
  facts.termlist = write_table(directory + "/termlist.glass", {});
  std::ofstream(directory + "/iamglass", std::ios::binary) << encode_version_file(facts);
}

// Writes `entries` as a database in the new directory `path`.
TableFacts write(const std::string& path, const Entries& entries) {
  std::filesystem::create_directory(path);
  const TableFacts facts = write_table(path + "/postlist.glass", entries);
  make_database(path, facts);
  return facts;
}

Entries read(const Xapian::Database& database) {
  Entries out;
  for (auto at = database.metadata_keys_begin(); at != database.metadata_keys_end(); ++at) {
    out[*at] = database.get_metadata(*at);
  }
  return out;
}

// Written, read and checked by Xapian; then changed by it, and read and checked once more.
void expect_readable(const Entries& entries) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("table");
  const TableFacts facts = write(path, entries);
  EXPECT_EQ(facts.entries, entries.size());
  EXPECT_EQ(std::filesystem::file_size(path + "/postlist.glass"),
            std::uint64_t{facts.blocks} * kBlockSize);
  EXPECT_LT(facts.root, facts.blocks);
  EXPECT_TRUE(read(Xapian::Database(path)) == entries);
  std::ostringstream report;
  EXPECT_EQ(Xapian::Database::check(path, 0, &report), 0U) << report.str();

  Entries changed = entries;
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  std::size_t number = 0;
  for (auto at = changed.begin(); at != changed.end();) {
    ++number;
    const bool removed = number % 3 == 0;
    const std::string tag = removed ? "" : at->second + "!";
    if (number % 3 < 2) database.set_metadata(at->first, tag);
    if (number % 3 == 1) at->second = tag;
    at = removed ? changed.erase(at) : std::next(at);
  }
  database.set_metadata("a new one", "tag");
  changed["a new one"] = "tag";
  database.commit();
  EXPECT_TRUE(read(Xapian::Database(path)) == changed);
  EXPECT_EQ(Xapian::Database::check(path, 0, nullptr), 0U);
}

// Any bytes but a 0 in front, so that no two keys differ by an end that is a 0.
std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(1 + random() % 255);
  return out;
}

TEST(BtreeWriter, KeysAndTagsOfAnyLengthAreReadBack) {
  std::mt19937 random(1);
  for (int round = 0; round < 8; ++round) {
    Entries entries;
    const std::size_t count = 1 + random() % 800;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t size = random() % 8 == 0 ? random() % 20'000 : random() % 100;
      entries[random_bytes(random, 1 + random() % kLongestName)] = random_bytes(random, 1 + size);
    }
    SCOPED_TRACE(round);
    expect_readable(entries);
  }
}

TEST(BtreeWriter, TagsAreReadBackAtEveryLengthAroundThoseOfComponents) {
  // A component has some 2,040 bytes less the key's; a few more or fewer bytes make one more.
  for (const std::size_t name : {std::size_t{2}, std::size_t{40}, kLongestName}) {
    for (const std::size_t middle : {1'780U, 2'035U, 3'560U, 4'070U, 8'170U}) {
      Entries entries;
      for (std::size_t size = middle - 40; size < middle + 40; ++size) {
        std::string key = std::to_string(size);
        key.insert(0, name > key.size() ? name - key.size() : 0, 'k');
        entries[key] = std::string(size, static_cast<char>('a' + size % 26));
      }
      SCOPED_TRACE(name);
      SCOPED_TRACE(middle);
      expect_readable(entries);
    }
  }
}

TEST(BtreeWriter, KeysThatShareLongBeginningsAreToldApart) {
  Entries entries;
  const std::string front(kLongestName - 4, 'f');
  for (int i = 1000; i < 4000; ++i) entries[front + std::to_string(i)] = std::to_string(i);
  for (std::size_t size = 1; size < kLongestName; ++size) entries[std::string(size, 'f')] = "tag";
  for (int byte = 1; byte < 256; ++byte) {
    entries[std::string(1, static_cast<char>(byte))] = std::to_string(byte);
  }
  expect_readable(entries);
}

TEST(BtreeWriter, GrowsALevelWhereABlockIsFull) {
  const TemporaryDirectory directory;
  std::uint32_t deepest = 0;
  std::uint32_t last = 0;
  for (const int count : {1, 10, 100, 2000, 20'000}) {
    Entries entries;
    for (int i = 0; i < count; ++i) {
      // Long keys that differ late: a branch block has room for some thirty of them.
      std::string key = std::to_string(100'000 + i);
      key.insert(0, 230, 'k');
      entries[key] = std::string(40, 't');
    }
    const std::string path = directory.file(std::to_string(count));
    const TableFacts facts = write(path, entries);
    EXPECT_GE(facts.levels_above_leaves, last);
    EXPECT_EQ(facts.root + 1, facts.blocks) << "the root is written last";
    EXPECT_TRUE(read(Xapian::Database(path)) == entries) << count;
    last = facts.levels_above_leaves;
    deepest = std::max(deepest, last);
  }
  EXPECT_GE(deepest, 2U);
}

TEST(BtreeWriter, OneBlockIsLeafAndRoot) {
  const TemporaryDirectory directory;
  const TableFacts facts = write(directory.file("table"), {{"k", "t"}});
  EXPECT_EQ(facts.blocks, 1U);
  EXPECT_EQ(facts.levels_above_leaves, 0U);
  EXPECT_EQ(facts.root, 0U);
}

TEST(BtreeWriter, ATableWithoutEntriesIsEmpty) {
  const TemporaryDirectory directory;
  const TableFacts facts = write(directory.file("table"), {});
  EXPECT_EQ(facts.entries, 0U);
  EXPECT_EQ(facts.blocks, 1U);
  EXPECT_TRUE(read(Xapian::Database(directory.file("table"))).empty());
}

TEST(BtreeWriter, FillsItsLeaves) {
  std::mt19937 random(7);
  for (const std::size_t tag : {std::size_t{20}, std::size_t{1500}, std::size_t{9000}}) {
    const TemporaryDirectory directory;
    Entries entries;
    std::size_t held = 0;
    while (held < 2'000'000) {
      const std::string key = random_bytes(random, 12);
      entries[key] = std::string(tag, 't');
      held += key.size() + tag;
    }
    const TableFacts facts = write(directory.file("table"), entries);
    // Beside its bytes an item costs seven, a component more five and the key; levels above are few.
    const std::size_t bytes = std::size_t{facts.blocks} * kBlockSize;
    EXPECT_LT(bytes, held + entries.size() * 30 + held / 30) << tag;
  }
}

TEST(BtreeWriter, ATagThatIsDeflatedIsInflatedByItsReader) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("table");
  std::filesystem::create_directory(path);
  auto writer = BtreeWriter::create(path + "/postlist.glass");
  ASSERT_TRUE(writer);
  TagDeflater deflater;
  Entries entries;
  for (int i = 100; i < 400; ++i) {
    std::string tag;
    for (int word = 0; word < i * i / 10; ++word) tag += "word " + std::to_string(word % 50) + " ";
    std::string packed;
    const bool shorter = deflater.append(packed, tag, TagKind::kRecord);
    ASSERT_TRUE(shorter);
    writer->add(std::string(kMetadata) + std::to_string(i), packed, true);
    entries[std::to_string(i)] = tag;
  }
  make_database(path, writer->finish().value());
  EXPECT_TRUE(read(Xapian::Database(path)) == entries);
  EXPECT_EQ(Xapian::Database::check(path, 0, nullptr), 0U);
}

TEST(BtreeWriter, ATagOfThousandsOfComponentsIsReadBack) {
  std::mt19937 random(11);
  expect_readable({{"before", "tag"}, {"long", random_bytes(random, 12'000'000)}, {"z", "tag"}});
}

TEST(BtreeWriter, TheSameEntriesGiveTheSameBytes) {
  std::mt19937 random(13);
  Entries entries;
  for (int i = 0; i < 2000; ++i) {
    entries[random_bytes(random, 1 + random() % 60)] = random_bytes(random, 1 + random() % 600);
  }
  const TemporaryDirectory directory;
  write(directory.file("one"), entries);
  write(directory.file("two"), entries);
  EXPECT_TRUE(content_of(directory.file("one") + "/postlist.glass") ==
              content_of(directory.file("two") + "/postlist.glass"));
}

TEST(BtreeWriter, TellsHowMuchIsWritten) {
  const TemporaryDirectory directory;
  auto writer = BtreeWriter::create(directory.file("table"));
  ASSERT_TRUE(writer);
  EXPECT_EQ(writer->bytes(), 0U);
  std::uint64_t last = 0;
  for (int i = 1000; i < 3000; ++i) {
    writer->add(std::to_string(i), std::string(500, 't'));
    EXPECT_GE(writer->bytes(), last);
    EXPECT_EQ(writer->bytes() % kBlockSize, 0U);
    last = writer->bytes();
  }
  EXPECT_GT(last, 1'000'000U);
  BtreeWriter moved = std::move(*writer);
  const auto facts = moved.finish();
  ASSERT_TRUE(facts);
  EXPECT_EQ(std::uint64_t{facts->blocks} * kBlockSize, moved.bytes());
  EXPECT_EQ(facts->entries, 2000U);
}

TEST(BtreeWriter, NeitherOverwritesAFileNorMakesADirectory) {
  const TemporaryDirectory directory;
  std::ofstream(directory.file("taken")) << "something";
  EXPECT_FALSE(BtreeWriter::create(directory.file("taken")));
  EXPECT_EQ(content_of(directory.file("taken")), "something");
  const auto missing = BtreeWriter::create(directory.file("nowhere") + "/table");
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().to_string().find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace dateline::glass
