#include "common/store/bounds/segment_bounds.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "tests/support/temporary_directory.h"

namespace dateline::store::segment_bounds_test {
namespace {

using dateline::testing::TemporaryDirectory;

// Of the documents 0 to 9, and of two terms of two blocks each.
std::string small_file() {
  std::string file(kBoundsBegin);
  BoundsFooter footer;
  footer.last_document = 9;
  footer.documents = 9;
  footer.entries = 2;
  std::string lengths;
  for (std::uint32_t i = 0; i <= footer.last_document; ++i) append_number(lengths, i * 100);
  file += lengths;
  footer.sums_at = file.size();
  append_number(file, sum_of_lengths(lengths));
  std::string entries;
  std::string names;
  for (const std::string term : {"Ziraq", "Ztroop"}) {
    std::string rows;
    append_row(rows, {9, {{{7, 100}, {2, 50}}}});
    append_row(rows, {5, {{{7, 300}}}});
    append_row(rows, {9, {{{7, 100}, {2, 50}}}});
    const BoundEntry entry{
        file.size(), names.size(), 3, 256, static_cast<std::uint32_t>(term.size()), 0};
    append_entry(entries, entry, rows, term);
    file += rows;
    names += term;
  }
  footer.entries_at = file.size();
  file += entries;
  footer.names_at = file.size();
  footer.names_bytes = names.size();
  file += names;
  append_footer(file, footer);
  return file;
}

// All that can be asked of it; "corrupt" where that is found.
std::string answers(const std::string& directory) {
  const auto bounds = SegmentBounds::open(directory);
  if (!bounds) return "corrupt";
  if (!*bounds) return "none";
  std::string text;
  try {
    for (std::uint32_t i = 0; i <= 9; ++i) text += std::to_string((*bounds)->length(i)) + " ";
    for (const char* term : {"Zbank", "Ziraq", "Ztroop", "Zzz"}) {
      const auto rows = (*bounds)->find(term);
      text += rows ? std::string(term) + " " + std::to_string(rows->last(0)) + " " +
                         std::to_string(rows->pair(0, 0).length) + " " +
                         std::to_string(rows->pair(1, 1).frequency) + " " +
                         std::to_string(rows->pair_of_all(1).length) + " "
                   : "- ";
    }
  } catch (const Xapian::DatabaseCorruptError&) {
    return "corrupt";
  }
  return text;
}

TEST(SegmentBounds, TellWhatWasWritten) {
  const TemporaryDirectory directory;
  directory.write(kBoundsFile, small_file());
  EXPECT_EQ(answers(directory.path()),
            "0 100 200 300 400 500 600 700 800 900 - Ziraq 5 300 2 50 Ztroop 5 300 2 50 - ");
}

// A term that is not found is ranked without bounds, which takes longer and is right.
TEST(SegmentBounds, AnyChangedByteIsFoundOrHidesATerm) {
  const TemporaryDirectory directory;
  const std::string file = small_file();
  directory.write(kBoundsFile, file);
  const std::string right = answers(directory.path());
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (const char change : {'\x01', '\x80'}) {
      std::string damaged = file;
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      directory.write(kBoundsFile, damaged);
      const std::string got = answers(directory.path());
      const bool hides = got.starts_with("0 100 200 300 400 500 600 700 800 900 ") &&
                         got.find("- ") != std::string::npos && got.size() < right.size();
      EXPECT_TRUE(got == "corrupt" || hides) << "byte " << i << ": " << got;
    }
  }
}

TEST(SegmentBounds, ACutFileIsFound) {
  const TemporaryDirectory directory;
  const std::string file = small_file();
  for (std::size_t size = 0; size < file.size(); ++size) {
    directory.write(kBoundsFile, file.substr(0, size));
    EXPECT_EQ(answers(directory.path()), "corrupt") << size;
  }
}

// As by a disk that gives up, or by somebody else: an error, not a signal.
TEST(SegmentBounds, WhatIsCutOffWhileItIsOpenIsAnError) {
  const TemporaryDirectory directory;
  directory.write(kBoundsFile, small_file());
  const auto bounds = SegmentBounds::open(directory.path());
  ASSERT_TRUE(bounds && *bounds);
  std::filesystem::resize_file(directory.path() + "/" + kBoundsFile, 16);
  EXPECT_THROW((*bounds)->length(9), Xapian::DatabaseCorruptError);
  EXPECT_THROW((*bounds)->find("Ziraq"), Xapian::DatabaseCorruptError);
}

TEST(SegmentBounds, ASegmentOfBeforeOrOfAnotherVersionHasNone) {
  const TemporaryDirectory directory;
  EXPECT_EQ(answers(directory.path()), "none");
  std::string file = small_file();
  BoundsFooter footer = footer_at(file.data() + file.size() - kFooterBytes);
  footer.version = kBoundsVersion + 1;
  file.resize(file.size() - kFooterBytes);
  append_footer(file, footer);
  directory.write(kBoundsFile, file);
  EXPECT_EQ(answers(directory.path()), "none");
}

TEST(SegmentBounds, ADocumentBeyondTheLastIsAnError) {
  const TemporaryDirectory directory;
  directory.write(kBoundsFile, small_file());
  const auto bounds = SegmentBounds::open(directory.path());
  ASSERT_TRUE(bounds && *bounds);
  EXPECT_THROW((*bounds)->length(5000), Xapian::DatabaseCorruptError);
  EXPECT_THROW((*bounds)->length(10), Xapian::DatabaseCorruptError);
  EXPECT_EQ((*bounds)->length(9), 900U);
  EXPECT_THROW((*bounds)->length(10), Xapian::DatabaseCorruptError);
}

}  // namespace
}  // namespace dateline::store::segment_bounds_test
