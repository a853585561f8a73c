#include "common/store/columns/segment_columns.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace dateline::store::segment_columns_test {
namespace {

using dateline::testing::TemporaryDirectory;

constexpr std::uint32_t kLast = 5;
constexpr std::uint32_t kValuesSlot = 8;
constexpr std::uint32_t kNamesSlot = 2;

// Ends the column: its sum, its dictionary, its entry.
void end_column(std::string& file, std::string& entries, ColumnEntry entry,
                const std::vector<std::string>& values) {
  append_number(file, sum_of_column(std::string_view(file).substr(entry.numbers_at)));
  entry.dictionary_at = file.size();
  std::string dictionary;
  std::string_view before;
  for (const std::string& value : values) {
    append_to_dictionary(dictionary, before, value);
    before = value;
  }
  entry.dictionary_bytes = dictionary.size();
  entry.dictionary_values = static_cast<std::uint32_t>(values.size());
  entry.dictionary_sum = sum_of_column(dictionary);
  file += dictionary;
  append_entry(entries, entry);
}

// Of the documents 0 to 5: a column of values of eight bytes, and one of names, of which `highest` is
// the greatest number.
std::string small_file(std::uint8_t highest = 2, std::uint32_t version = kColumnsVersion) {
  std::string file(kColumnsBegin);
  std::string entries;
  ColumnEntry entry;
  entry.slot = kValuesSlot;
  entry.width = kValueBytes;
  entry.numbers_at = file.size();
  for (const char* value : {"\0\0\0\0\0\0\0\0", "story  1", "\0\0\0\0\0\0\0\0", "story  2",
                            "story  1", "\0\0\0\0\0\0\0\1"}) {
    file.append(value, kValueBytes);
  }
  end_column(file, entries, entry, {});
  entry.slot = kNamesSlot;
  entry.width = 1;
  entry.numbers_at = file.size();
  for (const std::uint8_t number : {std::uint8_t{0}, std::uint8_t{1}, highest, std::uint8_t{0},
                                    std::uint8_t{1}, std::uint8_t{1}}) {
    file += static_cast<char>(number);
  }
  end_column(file, entries, entry, {"ap.org", "apnews.com"});
  const ColumnsFooter footer{file.size(), 2, kLast, version};
  file += entries;
  append_footer(file, footer, entries);
  return file;
}

// All that can be asked of it; "corrupt" where that is found.
std::string answers(const std::string& directory) {
  const auto columns = SegmentColumns::open(directory);
  if (!columns) return "corrupt";
  if (!*columns) return "none";
  std::string text;
  try {
    for (const std::uint32_t slot : {kValuesSlot, kNamesSlot, 1U}) {
      const Column* column = (*columns)->of(slot);
      if (column == nullptr) text += "no column";
      for (std::uint32_t i = 0; column != nullptr && i <= kLast; ++i) {
        text += std::string(column->value(i)) + ",";
      }
    }
  } catch (const Xapian::DatabaseCorruptError&) {
    return "corrupt";
  }
  return text;
}

TEST(SegmentColumns, TellWhatWasWritten) {
  const TemporaryDirectory directory;
  directory.write(kColumnsFile, small_file());
  const std::string last("\0\0\0\0\0\0\0\1", 8);
  EXPECT_EQ(answers(directory.path()), ",story  1,,story  2,story  1," + last +
                                           ",,ap.org,apnews.com,,ap.org,ap.org,no column");
}

TEST(SegmentColumns, AnyChangedByteIsFound) {
  const TemporaryDirectory directory;
  const std::string file = small_file();
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (const char change : {'\x01', '\x80'}) {
      std::string damaged = file;
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      directory.write(kColumnsFile, damaged);
      EXPECT_EQ(answers(directory.path()), "corrupt") << "byte " << i;
    }
  }
}

TEST(SegmentColumns, ACutFileIsFound) {
  const TemporaryDirectory directory;
  const std::string file = small_file();
  for (std::size_t size = 0; size < file.size(); ++size) {
    directory.write(kColumnsFile, file.substr(0, size));
    EXPECT_EQ(answers(directory.path()), "corrupt") << size;
  }
}

// Whoever writes such a file can make its sums right too.
TEST(SegmentColumns, ANumberBeyondTheDictionaryIsFound) {
  const TemporaryDirectory directory;
  directory.write(kColumnsFile, small_file(3));
  EXPECT_EQ(answers(directory.path()), "corrupt");
}

TEST(SegmentColumns, PlacesBeyondTheFileAreFoundWhenItIsOpened) {
  const TemporaryDirectory directory;
  for (const std::uint64_t at : {std::uint64_t{0}, std::uint64_t{1} << 20, ~std::uint64_t{0}}) {
    for (const bool of_dictionary : {false, true}) {
      std::string file(kColumnsBegin);
      ColumnEntry entry;
      entry.width = 1;
      entry.numbers_at = of_dictionary ? file.size() : at;
      file += std::string(8, '\0');
      entry.dictionary_at = of_dictionary ? file.size() : at + 16;
      entry.dictionary_bytes = of_dictionary ? at : 1;
      entry.dictionary_values = 1;
      file += std::string(16, '\0');
      std::string entries;
      append_entry(entries, entry);
      const ColumnsFooter footer{file.size(), 1, 0, kColumnsVersion};
      file += entries;
      append_footer(file, footer, entries);
      directory.write(kColumnsFile, file);
      EXPECT_EQ(answers(directory.path()), "corrupt") << at;
    }
  }
}

// As by a disk that gives up, or by somebody else: an error, not a signal.
TEST(SegmentColumns, WhatIsCutOffWhileItIsOpenIsAnError) {
  const TemporaryDirectory directory;
  directory.write(kColumnsFile, small_file());
  const auto columns = SegmentColumns::open(directory.path());
  ASSERT_TRUE(columns && *columns);
  std::filesystem::resize_file(directory.path() + "/" + kColumnsFile, 16);
  EXPECT_THROW((*columns)->of(kValuesSlot)->value(1), Xapian::DatabaseCorruptError);
  EXPECT_THROW((*columns)->of(kNamesSlot)->value(1), Xapian::DatabaseCorruptError);
}

TEST(SegmentColumns, ASegmentOfBeforeOrOfAnotherVersionHasNone) {
  const TemporaryDirectory directory;
  EXPECT_EQ(answers(directory.path()), "none");
  directory.write(kColumnsFile, small_file(2, kColumnsVersion + 1));
  EXPECT_EQ(answers(directory.path()), "none");
}

TEST(SegmentColumns, ADocumentBeyondTheLastIsAnError) {
  const TemporaryDirectory directory;
  directory.write(kColumnsFile, small_file());
  const auto columns = SegmentColumns::open(directory.path());
  ASSERT_TRUE(columns && *columns);
  EXPECT_THROW((*columns)->of(kNamesSlot)->value(kLast + 1), Xapian::DatabaseCorruptError);
  EXPECT_THROW((*columns)->of(kNamesSlot)->value(5000), Xapian::DatabaseCorruptError);
}

}  // namespace
}  // namespace dateline::store::segment_columns_test
