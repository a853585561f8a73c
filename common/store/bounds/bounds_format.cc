#include "common/store/bounds/bounds_format.h"

#include <xxhash.h>

namespace dateline::store {
namespace {

std::string unsummed(const BoundEntry& entry) {
  std::string out;
  append_number(out, entry.rows_at);
  append_number(out, entry.name_at);
  append_number(out, entry.rows);
  append_number(out, entry.postings);
  append_number(out, entry.name_bytes);
  return out;
}

std::string unsummed(const BoundsFooter& footer) {
  std::string out;
  append_number(out, footer.sums_at);
  append_number(out, footer.entries_at);
  append_number(out, footer.names_at);
  append_number(out, footer.names_bytes);
  append_number(out, footer.entries);
  append_number(out, footer.last_document);
  append_number(out, footer.documents);
  append_number(out, footer.version);
  return out;
}

std::uint64_t xxh3_of(std::string_view bytes, std::uint64_t seed = 0) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace

void append_row(std::string& out, const BoundRow& row) {
  append_number(out, row.last);
  for (const BoundPair& pair : row.pairs) {
    append_number(out, static_cast<std::uint16_t>(pair.frequency));
    append_number(out, static_cast<std::uint16_t>(pair.length));
  }
}

void append_entry(std::string& out, const BoundEntry& entry, std::string_view rows,
                  std::string_view name) {
  out += unsummed(entry);
  append_number(out, sum_of_entry(entry, rows, name));
}

void append_footer(std::string& out, const BoundsFooter& footer) {
  out += unsummed(footer);
  append_number(out, sum_of_footer(footer));
}

BoundEntry entry_at(const char* at) {
  BoundEntry entry;
  entry.rows_at = load_number<std::uint64_t>(at);
  entry.name_at = load_number<std::uint64_t>(at + 8);
  entry.rows = load_number<std::uint32_t>(at + 16);
  entry.postings = load_number<std::uint32_t>(at + 20);
  entry.name_bytes = load_number<std::uint32_t>(at + 24);
  entry.sum = load_number<std::uint64_t>(at + 28);
  return entry;
}

BoundsFooter footer_at(const char* at) {
  BoundsFooter footer;
  footer.sums_at = load_number<std::uint64_t>(at);
  footer.entries_at = load_number<std::uint64_t>(at + 8);
  footer.names_at = load_number<std::uint64_t>(at + 16);
  footer.names_bytes = load_number<std::uint64_t>(at + 24);
  footer.entries = load_number<std::uint32_t>(at + 32);
  footer.last_document = load_number<std::uint32_t>(at + 36);
  footer.documents = load_number<std::uint32_t>(at + 40);
  footer.version = load_number<std::uint32_t>(at + 44);
  footer.sum = load_number<std::uint64_t>(at + 48);
  return footer;
}

std::uint64_t sum_of_entry(const BoundEntry& entry, std::string_view rows, std::string_view name) {
  return xxh3_of(name, xxh3_of(unsummed(entry), xxh3_of(rows)));
}

std::uint64_t sum_of_footer(const BoundsFooter& footer) { return xxh3_of(unsummed(footer)); }

std::uint64_t sum_of_lengths(std::string_view bytes) { return xxh3_of(bytes); }

}  // namespace dateline::store
