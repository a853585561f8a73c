// The file `columns` beside a segment's tables: values of some slots by document number, at a fixed
// width, so that the value of any document is one look into memory. Xapian keeps a slot as a list of
// chunks in a B-tree, of which whoever wants values here and there reads nearly all.
//
//   begin        8 bytes that say what this is
//   columns      for each slot that has one:
//                  numbers      `width` bytes for each document from 0 to the last
//                  sums         8 bytes for each kDocumentsInPage of them: XXH3 of their numbers
//                  dictionary   of a slot whose values repeat, ascending: of each how many bytes
//                               it begins with of the one before, how many follow, and these
//   entries      one for each column: where this is
//   footer       where the entries are, and XXH3 of them and of itself
//
// A number is 0 where the document has no value; else the place of its value in the dictionary,
// counted from 1, or the bytes of the value itself where that is of kValueBytes and none is all 0.
// Numbers are little-endian; docs/index-format.md has the reasons.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::store {

inline constexpr const char* kColumnsFile = "columns";
inline constexpr std::string_view kColumnsBegin{"DLCOLUMN", 8};
// To be raised when anything of the file changes: a program leaves other versions alone.
inline constexpr std::uint32_t kColumnsVersion = 1;

inline constexpr std::uint32_t kDocumentsInPage = 4096;
inline constexpr std::uint32_t kMostColumns = 16;
// Of a column whose numbers are the values themselves.
inline constexpr std::uint32_t kValueBytes = 8;
// Of one with a dictionary: one byte where that has at most 255 values, else two.
inline constexpr std::uint32_t kMostDictionaryValues = 0xFFFF;
inline constexpr std::size_t kMostDictionaryValueBytes = 0xFF;  // of each value

struct ColumnEntry {
  std::uint32_t slot = 0;
  std::uint32_t width = 0;              // 1 or 2 with a dictionary, else kValueBytes
  std::uint64_t numbers_at = 0;         // the sums stand right behind them
  std::uint64_t dictionary_at = 0;      // right behind the sums
  std::uint64_t dictionary_bytes = 0;   // 0 without one
  std::uint32_t dictionary_values = 0;  // 0 without one
  std::uint64_t dictionary_sum = 0;
};
inline constexpr std::size_t kColumnEntryBytes = 44;

struct ColumnsFooter {
  std::uint64_t entries_at = 0;
  std::uint32_t entries = 0;
  std::uint32_t last_document = 0;
  std::uint32_t version = kColumnsVersion;
};
inline constexpr std::size_t kColumnsFooterBytes = 28;

// `value` stands behind `before` in the dictionary; neither is longer than it may be.
void append_to_dictionary(std::string& out, std::string_view before, std::string_view value);

void append_entry(std::string& out, const ColumnEntry& entry);
// With the sum of `entries`, the bytes, and of itself.
void append_footer(std::string& out, const ColumnsFooter& footer, std::string_view entries);

// `at` has as many bytes as one takes.
ColumnEntry column_entry_at(const char* at);
ColumnsFooter columns_footer_at(const char* at);
// Whether the sum of the footer at `at` is right.
bool is_sound_footer(const char* at, std::string_view entries);

std::uint64_t sum_of_column(std::string_view bytes);

}  // namespace dateline::store
