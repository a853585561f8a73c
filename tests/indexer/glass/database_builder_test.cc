// The same documents through the bulk builder and through Xapian's own WritableDatabase: everything
// that the API shows must be equal.
#include "indexer/glass/database_builder.h"

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

#include "tests/indexer/glass/table_entries.h"
#include "tests/support/describe_database.h"
#include "tests/support/temporary_directory.h"

namespace dateline::glass {
namespace {

using dateline::testing::describe_database;
using dateline::testing::TableReader;
using dateline::testing::TemporaryDirectory;

struct TestPosting {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

struct TestDocument {
  bool skipped = false;  // its id stays unused
  std::map<std::string, TestPosting> postings;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

using Documents = std::vector<TestDocument>;
using Metadata = std::map<std::string, std::string>;

// Documents go through the lanes by turns.
void build_in_bulk(const std::string& path, const Documents& documents, const Metadata& metadata,
                   const BuilderOptions& options) {
  std::filesystem::create_directory(path);
  auto builder = DatabaseBuilder::create(path, options);
  ASSERT_TRUE(builder) << builder.error().to_string();
  DocId number = 0;
  for (const TestDocument& document : documents) {
    ++number;
    if (document.skipped) continue;
    std::vector<PostingView> postings;
    for (const auto& [term, posting] : document.postings) {
      postings.push_back({term, posting.wdf, posting.positions});
    }
    const std::vector<std::pair<std::uint32_t, std::string_view>> values(document.values.begin(),
                                                                         document.values.end());
    const auto encoded =
        builder->prepare(number % options.lanes, number, {postings, values, document.data});
    ASSERT_TRUE(encoded) << encoded.error().to_string();
    builder->take(*encoded);
  }
  const auto finished = builder->finish(metadata);
  ASSERT_TRUE(finished) << finished.error().to_string();
}

Xapian::Document to_xapian(const TestDocument& document) {
  Xapian::Document out;
  for (const auto& [term, posting] : document.postings) {
    for (const std::uint32_t position : posting.positions) out.add_posting(term, position, 0);
    out.add_term(term, posting.wdf);
  }
  for (const auto& [slot, value] : document.values) out.add_value(slot, value);
  out.set_data(document.data);
  return out;
}

void build_by_xapian(const std::string& path, const Documents& documents,
                     const Metadata& metadata) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  Xapian::docid id = 0;
  for (const TestDocument& document : documents) {
    ++id;
    if (!document.skipped) db.replace_document(id, to_xapian(document));
  }
  for (const auto& [key, value] : metadata) db.set_metadata(key, value);
  db.commit();
}

// Keys and tags, down to where lists are cut.
void expect_same_tables(const std::string& ours, const std::string& theirs) {
  int index = 0;
  for (const char* table : {"postlist", "docdata", "termlist", "position"}) {
    const auto a = TableReader::read(ours, table, index);
    const auto b = TableReader::read(theirs, table, index++);
    ASSERT_EQ(a.size(), b.size()) << table;
    const auto at = std::mismatch(a.begin(), a.end(), b.begin()).first;
    EXPECT_TRUE(at == a.end()) << table << " differs at entry " << at - a.begin();
  }
}

// Builds both, compares them, and lets Xapian check ours before and after it has updated it.
void expect_same(const Documents& documents, const Metadata& metadata = {},
                 const BuilderOptions& options = {}) {
  const TemporaryDirectory directory;
  const std::string ours = directory.file("bulk");
  const std::string theirs = directory.file("xapian");
  build_in_bulk(ours, documents, metadata, options);
  build_by_xapian(theirs, documents, metadata);
  ASSERT_FALSE(::testing::Test::HasFatalFailure());
  EXPECT_EQ(describe_database(Xapian::Database(ours)), describe_database(Xapian::Database(theirs)));
  expect_same_tables(ours, theirs);
  std::ostringstream report;
  EXPECT_EQ(Xapian::Database::check(ours, Xapian::DBCHECK_SHOW_STATS, &report), 0U) << report.str();

  for (const std::string& path : {ours, theirs}) {
    Xapian::WritableDatabase db(path, Xapian::DB_OPEN);
    for (Xapian::docid id = 3; id < db.get_lastdocid(); id += 7) {
      try {
        db.delete_document(id);
      } catch (const Xapian::DocNotFoundError&) {
        continue;  // an id that was skipped
      }
    }
    for (const TestDocument& document : documents) {
      if (&document - documents.data() > 50) break;
      if (!document.skipped) db.add_document(to_xapian(document));
    }
    db.commit();
  }
  EXPECT_EQ(describe_database(Xapian::Database(ours)), describe_database(Xapian::Database(theirs)));
  EXPECT_EQ(Xapian::Database::check(ours, 0, nullptr), 0U);
}

std::string word(std::uint32_t number) { return "w" + std::to_string(number); }

std::uint32_t below(std::mt19937& random, std::uint32_t bound) {
  return static_cast<std::uint32_t>(random() % bound);
}

// Words by a rough Zipf's law, each with positions; now and then a boolean term, a value, a gap.
TestDocument random_document(std::mt19937& random, std::uint32_t length) {
  TestDocument document;
  for (std::uint32_t position = 1; position <= length; ++position) {
    const double u = (below(random, 100000) + 1) / 100001.0;
    const auto rank = static_cast<std::uint32_t>(2000 * u * u * u);
    TestPosting& posting = document.postings[word(rank)];
    posting.positions.push_back(position * (1 + rank % 3));
    ++posting.wdf;
  }
  for (auto& [term, posting] : document.postings) {
    std::sort(posting.positions.begin(), posting.positions.end());
  }
  document.postings["Q" + std::to_string(random())] = {};
  if (random() % 3 == 0) document.values[0] = std::to_string(random() % 1000);
  if (random() % 5 == 0) document.values[1] = std::string(random() % 40 + 1, 'v');
  document.data = std::string(random() % 200, static_cast<char>('a' + random() % 26));
  return document;
}

TEST(DatabaseBuilder, RandomDocumentsAreAsThoughXapianHadTakenThem) {
  std::mt19937 random(1);
  Documents documents;
  for (int i = 0; i < 800; ++i) documents.push_back(random_document(random, below(random, 200)));
  expect_same(documents, {{"dateline.format", "1"}, {"z", "last"}});
}

// The tables' bytes, the version file's UUID apart.
std::string bytes_of(const std::string& database) {
  std::string out;
  for (const char* name :
       {"postlist.glass", "position.glass", "termlist.glass", "docdata.glass", "iamglass"}) {
    std::ifstream file(database + "/" + name, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (std::string_view(name) == "iamglass") bytes.replace(16, 16, 16, '-');
    out += bytes;
  }
  return out;
}

TEST(DatabaseBuilder, NeitherLanesNorRunsChangeTheBytes) {
  std::mt19937 random(2);
  Documents documents;
  for (int i = 0; i < 500; ++i) documents.push_back(random_document(random, below(random, 100)));
  BuilderOptions small;
  small.arena_bytes = 70000;
  expect_same(documents, {}, small);

  const TemporaryDirectory directory;
  build_in_bulk(directory.file("one"), documents, {}, {});
  const std::string one = bytes_of(directory.file("one"));
  for (const unsigned lanes : {1U, 2U, 4U}) {
    for (const std::size_t arena : {std::size_t{35000}, std::size_t{100000}}) {
      const std::string path = directory.file(std::to_string(lanes) + "-" + std::to_string(arena));
      build_in_bulk(path, documents, {}, {lanes, arena, 1 << 20, lanes != 2});
      EXPECT_TRUE(bytes_of(path) == one) << lanes << " lanes, arenas of " << arena << " bytes";
    }
  }
}

TEST(DatabaseBuilder, NoDocumentsAreADatabaseToo) {
  expect_same({});
  expect_same({}, {{"key", "value"}});
}

TEST(DatabaseBuilder, DocumentsMayBeEmptyAndIdsMayHaveGaps) {
  Documents documents(12);
  for (const std::size_t i : {1U, 2U, 7U, 10U}) documents[i].skipped = true;
  documents[3].data = "data alone";
  documents[4].values[0] = "a value alone";
  documents[5].postings["boolean"] = {};
  documents[6].postings["word"] = {3, {}};
  expect_same(documents);
}

TEST(DatabaseBuilder, TermsOfEveryLengthAndByte) {
  using namespace std::string_literals;
  Documents documents(40);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto& postings = documents[i].postings;
    postings[std::string(245, 'x')] = {1, {1}};
    postings[std::string(245 - i, 'y')] = {2, {1, 9}};
    postings["\0"s] = {1, {4}};
    postings["a\0b"s] = {1, {2}};
    postings["a\0"s + std::to_string(i)] = {1, {2}};
    postings["\xFF\xFE"s + std::string(i, '\0')] = {1, {}};
    postings[std::string(122, '\0')] = {1, {7}};
  }
  expect_same(documents);
}

TEST(DatabaseBuilder, ManySlotsWithSharedAndWidelySpacedValues) {
  Documents documents(700);
  std::mt19937 random(3);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const std::uint32_t slot : {0U, 1U, 5U, 127U, 128U, 255U, 256U, 299U}) {
      if ((i + slot) % 3 == 0) documents[i].values[slot] = std::string(1 + random() % 60, 'q');
    }
    documents[i].values[7] = "the same";
    documents[i].postings["t"] = {1, {1}};
  }
  expect_same(documents);
}

TEST(DatabaseBuilder, LongDocumentsAndLargeFrequencies) {
  Documents documents(3);
  std::mt19937 random(4);
  documents[0] = random_document(random, 100000);
  documents[1].postings["often"] = {4000000, {1, 1000000, 4000000000U}};
  documents[1].data = std::string(300000, 'd');
  std::string noise;
  for (int i = 0; i < 300000; ++i) noise += static_cast<char>(random());
  documents[2].data = noise;
  expect_same(documents);
}

std::string noise(std::mt19937& random, std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random());
  return bytes;
}

// Data that does not shrink, of all lengths around those at which tags are cut.
TEST(DatabaseBuilder, TagsOfEveryLengthAcrossBlocks) {
  std::mt19937 random(6);
  Documents documents(600);
  for (TestDocument& document : documents) {
    document.data = noise(random, 1 + below(random, 4500));
    document.postings["t"] = {1, {}};
  }
  expect_same(documents);

  const TemporaryDirectory directory;
  build_in_bulk(directory.file("bulk"), documents, {}, {});
  Xapian::WritableDatabase db(directory.file("bulk"), Xapian::DB_OPEN);
  std::vector<std::string> wanted;
  for (Xapian::docid id = 1; id <= documents.size(); ++id) {
    wanted.push_back(noise(random, below(random, 4500)));
    Xapian::Document changed = db.get_document(id);
    changed.set_data(wanted.back());
    db.replace_document(id, changed);
    if (id % 50 == 0) db.commit();
  }
  db.commit();
  for (Xapian::docid id = 1; id <= documents.size(); ++id) {
    ASSERT_EQ(db.get_document(id).get_data(), wanted[id - 1]);
  }
  EXPECT_EQ(Xapian::Database::check(directory.file("bulk"), 0, nullptr), 0U);
}

TEST(DatabaseBuilder, DocumentNumbersPastTheFirstWidthOfKeys) {
  Documents documents(33500);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto& document = documents[i];
    document.postings["all"] = {static_cast<std::uint32_t>(1 + i % 3),
                                {1, 2 + static_cast<std::uint32_t>(i % 5)}};
    document.postings[word(static_cast<std::uint32_t>(i % 97))] = {1, {9}};
    if (i % 2 == 0) document.values[0] = std::to_string(i % 10);
  }
  expect_same(documents);
}

// Builds with arenas so small that runs stand on disk, harms a run, and finishes.
Status finish_with_harmed_run(const std::string& name, std::uint64_t cut_to) {
  const TemporaryDirectory directory;
  BuilderOptions options;
  options.arena_bytes = 100000;
  auto builder = DatabaseBuilder::create(directory.path(), options);
  std::mt19937 random(5);
  for (DocId number = 1; number <= 200; ++number) {
    const TestDocument document = random_document(random, 60);
    std::vector<PostingView> postings;
    for (const auto& [term, posting] : document.postings) {
      postings.push_back({term, posting.wdf, posting.positions});
    }
    auto encoded = builder->prepare(0, number, {postings, {}, document.data});
    if (!encoded) return tl::unexpected(encoded.error());
    builder->take(*encoded);
  }
  const std::string path = directory.file(name);
  EXPECT_GT(std::filesystem::file_size(path), cut_to);
  std::filesystem::resize_file(path, cut_to);
  auto finished = builder->finish({});
  EXPECT_FALSE(std::filesystem::exists(directory.file("iamglass")));
  return finished;
}

TEST(DatabaseBuilder, ARunThatIsCutShortIsNoticed) {
  for (const char* run : {"run0-0.postings", "run0-1.positions"}) {
    for (const std::uint64_t cut_to : {0U, 1U, 2U, 5U, 100U, 1000U, 3000U}) {
      const auto finished = finish_with_harmed_run(run, cut_to);
      ASSERT_FALSE(finished) << run << " of " << cut_to << " bytes";
      EXPECT_EQ(finished.error().code, ErrorCode::kIo);
      EXPECT_NE(finished.error().message.find(run), std::string::npos);
    }
  }
}

TEST(DatabaseBuilder, ADirectoryThatIsNotEmptyIsRefused) {
  const TemporaryDirectory directory;
  directory.write("termlist.glass", "");
  EXPECT_FALSE(DatabaseBuilder::create(directory.path(), {}));
  EXPECT_FALSE(DatabaseBuilder::create(directory.file("none"), {}));
}

}  // namespace
}  // namespace dateline::glass
