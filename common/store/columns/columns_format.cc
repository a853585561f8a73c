#include "common/store/columns/columns_format.h"

#include <xxhash.h>

#include <algorithm>

#include "common/store/bounds/bounds_format.h"

namespace dateline::store {
namespace {

constexpr std::size_t kSumAt = kColumnsFooterBytes - sizeof(std::uint64_t);

std::uint64_t sum_of_footer(std::string_view unsummed, std::string_view entries) {
  return XXH3_64bits_withSeed(unsummed.data(), unsummed.size(), sum_of_column(entries));
}

}  // namespace

void append_to_dictionary(std::string& out, std::string_view before, std::string_view value) {
  std::size_t shared = 0;
  while (shared < std::min(before.size(), value.size()) && before[shared] == value[shared]) {
    ++shared;
  }
  append_number(out, static_cast<std::uint8_t>(shared));
  append_number(out, static_cast<std::uint8_t>(value.size() - shared));
  out += value.substr(shared);
}

void append_entry(std::string& out, const ColumnEntry& entry) {
  append_number(out, entry.slot);
  append_number(out, entry.width);
  append_number(out, entry.numbers_at);
  append_number(out, entry.dictionary_at);
  append_number(out, entry.dictionary_bytes);
  append_number(out, entry.dictionary_values);
  append_number(out, entry.dictionary_sum);
}

void append_footer(std::string& out, const ColumnsFooter& footer, std::string_view entries) {
  std::string unsummed;
  append_number(unsummed, footer.entries_at);
  append_number(unsummed, footer.entries);
  append_number(unsummed, footer.last_document);
  append_number(unsummed, footer.version);
  out += unsummed;
  append_number(out, sum_of_footer(unsummed, entries));
}

ColumnEntry column_entry_at(const char* at) {
  ColumnEntry entry;
  entry.slot = load_number<std::uint32_t>(at);
  entry.width = load_number<std::uint32_t>(at + 4);
  entry.numbers_at = load_number<std::uint64_t>(at + 8);
  entry.dictionary_at = load_number<std::uint64_t>(at + 16);
  entry.dictionary_bytes = load_number<std::uint64_t>(at + 24);
  entry.dictionary_values = load_number<std::uint32_t>(at + 32);
  entry.dictionary_sum = load_number<std::uint64_t>(at + 36);
  return entry;
}

ColumnsFooter columns_footer_at(const char* at) {
  ColumnsFooter footer;
  footer.entries_at = load_number<std::uint64_t>(at);
  footer.entries = load_number<std::uint32_t>(at + 8);
  footer.last_document = load_number<std::uint32_t>(at + 12);
  footer.version = load_number<std::uint32_t>(at + 16);
  return footer;
}

bool is_sound_footer(const char* at, std::string_view entries) {
  return load_number<std::uint64_t>(at + kSumAt) ==
         sum_of_footer(std::string_view(at, kSumAt), entries);
}

std::uint64_t sum_of_column(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace dateline::store
