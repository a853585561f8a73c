// The file `bounds` beside a segment's tables: what is read of lists before the lists themselves.
//
//   begin      8 bytes that say what this is
//   lengths    4 bytes for each document number from 0 to the last
//   sums       8 bytes for each kLengthsInPage lengths: XXH3 of them
//   rows       for each term with kFewestPostings or more: a row for the whole list, then one for
//              each kPostingsInBlock of its postings
//   entries    one for each such term, by byte: where its rows are, how many, its name, XXH3 of all
//   names      the terms
//   footer     where all of this is, and XXH3 of the footer
//
// A row has the last document of its postings and up to kPairs pairs of a frequency and a length,
// such that each of its postings is no more frequent and stands in no shorter a document than one
// of them says. So whatever ranks higher with frequency and lower with length has its bound there,
// whatever its parameters. Numbers are little-endian; docs/index-format.md has the reasons.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dateline::store {

inline constexpr const char* kBoundsFile = "bounds";
inline constexpr std::string_view kBoundsBegin{"DLBOUNDS", 8};
// To be raised when anything of the file changes: a program leaves other versions alone.
inline constexpr std::uint32_t kBoundsVersion = 1;

inline constexpr std::uint32_t kFewestPostings = 256;
inline constexpr std::uint32_t kPostingsInBlock = 128;
inline constexpr std::uint32_t kLengthsInPage = 4096;
inline constexpr std::size_t kPairs = 4;

// What a pair holds at most. A greater length is told as this one, which only loosens a bound; a
// greater frequency as kAnyFrequency, which bounds nothing.
inline constexpr std::uint32_t kMostOfPair = 0xFFFF;
inline constexpr std::uint32_t kAnyFrequency = kMostOfPair;

struct BoundPair {
  std::uint32_t frequency = 0;  // at most; 0 for no pair, and none follows
  std::uint32_t length = 0;     // at least
  friend bool operator==(const BoundPair&, const BoundPair&) = default;
};

struct BoundRow {
  std::uint32_t last = 0;
  std::array<BoundPair, kPairs> pairs{};
};

inline constexpr std::size_t kLengthBytes = 4;
inline constexpr std::size_t kSumBytes = 8;
inline constexpr std::size_t kRowBytes = 4 + 4 * kPairs;

struct BoundEntry {
  std::uint64_t rows_at = 0;  // in the file
  std::uint64_t name_at = 0;  // among the names
  std::uint32_t rows = 0;
  std::uint32_t postings = 0;
  std::uint32_t name_bytes = 0;
  std::uint64_t sum = 0;  // of the rows, then of all before it here, then of the name
};
inline constexpr std::size_t kEntryBytes = 36;

struct BoundsFooter {
  std::uint64_t sums_at = 0;  // the lengths stand right behind the beginning
  std::uint64_t entries_at = 0;
  std::uint64_t names_at = 0;
  std::uint64_t names_bytes = 0;
  std::uint32_t entries = 0;
  std::uint32_t last_document = 0;
  std::uint32_t documents = 0;
  std::uint32_t version = kBoundsVersion;
  std::uint64_t sum = 0;  // of all before it here
};
inline constexpr std::size_t kFooterBytes = 56;

// A number at `at`, which need not be aligned.
template <typename Number>
Number load_number(const char* at) {
  Number number = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&number, at, sizeof number);
  } else {
    for (std::size_t i = sizeof number; i-- > 0;) {
      number = static_cast<Number>(number << 8 | static_cast<unsigned char>(at[i]));
    }
  }
  return number;
}

template <typename Number>
void append_number(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof number; ++i) {
    out += static_cast<char>(number >> (8 * i) & 0xFF);
  }
}

void append_row(std::string& out, const BoundRow& row);
// With its sum, of the `rows` and `name` that it tells of.
void append_entry(std::string& out, const BoundEntry& entry, std::string_view rows,
                  std::string_view name);
void append_footer(std::string& out, const BoundsFooter& footer);

// `at` has as many bytes as one takes. Sums are read, not checked.
BoundEntry entry_at(const char* at);
BoundsFooter footer_at(const char* at);

std::uint64_t sum_of_entry(const BoundEntry& entry, std::string_view rows, std::string_view name);
std::uint64_t sum_of_footer(const BoundsFooter& footer);
std::uint64_t sum_of_lengths(std::string_view bytes);

}  // namespace dateline::store
