// Walking over the terms of a damaged table ends. A test that does not is ended by ctest.
#include <gtest/gtest.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "common/schema/fields.h"
#include "searcher/query/vocabulary/pattern.h"
#include "searcher/query/vocabulary/vocabulary.h"
#include "tests/support/temporary_directory.h"

namespace dateline::query::damaged_terms_test {
namespace {

constexpr std::string_view kPrefix = "XA";

// Words behind the prefix, and around them what a walk jumps over: the terms of a longer prefix.
void write_terms(const std::string& path) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
  for (int i = 0; i < 900; ++i) {
    Xapian::Document document;
    document.add_term(schema::make_term(kPrefix, "w" + std::to_string(i * 7919)));
    document.add_term(schema::make_term("XAB", "w" + std::to_string(i * 104729)));
    db.add_document(document);
  }
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

constexpr std::size_t kPage = 8192;

// Exchanges two pages of the table, each sound by itself, with two others.
std::string damaged(std::string bytes, std::size_t one, std::size_t other) {
  const auto begin = [&](std::size_t page) {
    return bytes.begin() + static_cast<std::ptrdiff_t>(page * kPage);
  };
  std::swap_ranges(begin(one), begin(one + 2), begin(other));
  return bytes;
}

// How many words a walk comes to; none where the damage is noticed.
std::optional<std::size_t> walked(const std::string& path) {
  std::size_t words = 0;
  try {
    const Xapian::Database db(path);
    Vocabulary vocabulary(db);
    const auto set = wildcard_set("*", Signs::kAsWritten);
    vocabulary.walk({kPrefix}, *set, [&](std::string_view, std::uint64_t) { ++words; });
  } catch (const Xapian::Error&) {
    return std::nullopt;
  } catch (const std::exception&) {  // Xapian takes a length from the table for true
    return std::nullopt;
  }
  return words;
}

TEST(DamagedTerms, AWalkOverThemEnds) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.file("db");
  write_terms(path);
  const std::string table = path + "/postlist.glass";
  const std::string sound = bytes_of(table);
  const std::size_t pages = sound.size() / kPage;
  std::size_t refused = 0;
  for (std::size_t one = 0; one + 3 < pages; ++one) {
    for (std::size_t other = one + 2; other + 1 < pages; ++other) {
      std::ofstream(table, std::ios::binary) << damaged(sound, one, other);
      if (!walked(path)) ++refused;
    }
  }
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace dateline::query::damaged_terms_test
