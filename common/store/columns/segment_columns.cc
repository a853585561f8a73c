// Everything of the file that says where something else stands is checked before it is followed.
// Tested, with every byte changed once, by tests/common/store/columns/segment_columns_test.cc.
#include "common/store/columns/segment_columns.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace dateline::store {
namespace {

std::uint64_t pages_up_to(std::uint32_t last_document) {
  return std::uint64_t{last_document} / kDocumentsInPage + 1;
}

// Whether its parts follow each other and end before `end`. No sum overflows: a file is shorter than
// 2^63 bytes, and what is added to a place within it than 2^36.
bool is_within(const ColumnEntry& entry, std::uint32_t last_document, std::uint64_t end) {
  const bool has_dictionary = entry.width == 1 || entry.width == 2;
  if (!has_dictionary && entry.width != kValueBytes) return false;
  if (has_dictionary != (entry.dictionary_values > 0)) return false;
  if (entry.numbers_at < kColumnsBegin.size() || entry.numbers_at > end) return false;
  const std::uint64_t numbers = (std::uint64_t{last_document} + 1) * entry.width;
  const std::uint64_t sums = pages_up_to(last_document) * sizeof(std::uint64_t);
  return entry.dictionary_at == entry.numbers_at + numbers + sums && entry.dictionary_at <= end &&
         entry.dictionary_bytes <= end - entry.dictionary_at &&
         entry.dictionary_values <= kMostDictionaryValues &&
         entry.dictionary_values <= entry.dictionary_bytes;
}

Error damaged_columns(const std::string& path) {
  return {ErrorCode::kCorrupt, path + " is damaged",
          "run dateline-index verify; restore a backup, or index again into a new directory"};
}

// The footer and the entries before it.
struct ColumnParts {
  ColumnsFooter footer;
  std::vector<ColumnEntry> entries;
};

// No entries, and another version, for a file of another version.
Result<ColumnParts> read_parts(const PositionedFile& file, const std::string& path) {
  ColumnParts parts;
  if (file.size() < kColumnsBegin.size() + kColumnsFooterBytes) {
    return failure(damaged_columns(path));
  }
  const std::uint64_t end = file.size() - kColumnsFooterBytes;
  const auto begin = file.read(0, kColumnsBegin.size());
  if (!begin) return failure(begin.error());
  const auto last = file.read(end, kColumnsFooterBytes);
  if (!last) return failure(last.error());
  ColumnsFooter& footer = parts.footer;
  footer = columns_footer_at(last->data());
  const std::uint64_t bytes = std::uint64_t{footer.entries} * kColumnEntryBytes;
  if (*begin != kColumnsBegin || footer.entries_at > end || end - footer.entries_at != bytes) {
    return failure(damaged_columns(path));
  }
  const auto entries = file.read(footer.entries_at, bytes);
  if (!entries) return failure(entries.error());
  if (!is_sound_footer(last->data(), *entries)) return failure(damaged_columns(path));
  if (footer.version != kColumnsVersion) return parts;
  if (footer.entries > kMostColumns) return failure(damaged_columns(path));
  for (std::size_t i = 0; i < footer.entries; ++i) {
    const ColumnEntry entry = column_entry_at(entries->data() + i * kColumnEntryBytes);
    if (!is_within(entry, footer.last_document, footer.entries_at)) {
      return failure(damaged_columns(path));
    }
    parts.entries.push_back(entry);
  }
  return parts;
}

}  // namespace

Column::Column(const PositionedFile& file, const ColumnEntry& entry, std::uint32_t last_document)
    : file_(file),
      entry_(entry),
      last_document_(last_document),
      kept_(pages_up_to(last_document)),
      pages_(pages_up_to(last_document)) {}

void Column::fail() const {
  throw Xapian::DatabaseCorruptError(file_.path() + " is damaged: run dateline-index verify");
}

std::string Column::read(std::uint64_t at, std::size_t bytes) const {
  auto read = file_.read(at, bytes);
  if (read) return std::move(*read);
  if (read.error().code == ErrorCode::kCorrupt) fail();
  throw Xapian::DatabaseError(read.error().to_string());
}

const char* Column::read_page(std::size_t page) const {
  const std::lock_guard<std::mutex> lock(reading_);
  if (kept_[page]) return kept_[page]->data();
  const std::size_t all = std::size_t{last_document_} + 1;
  const std::size_t begin = page * kDocumentsInPage;
  const std::size_t end = std::min<std::size_t>(begin + kDocumentsInPage, all);
  auto numbers = std::make_unique<const std::string>(
      read(entry_.numbers_at + begin * entry_.width, (end - begin) * entry_.width));
  const std::string sum = read(
      entry_.numbers_at + all * entry_.width + page * sizeof(std::uint64_t), sizeof(std::uint64_t));
  if (sum_of_column(*numbers) != load_number<std::uint64_t>(sum.data())) fail();
  kept_[page] = std::move(numbers);
  pages_[page].store(kept_[page]->data(), std::memory_order_release);
  return kept_[page]->data();
}

std::string_view Column::in_dictionary(std::uint32_t place) const {
  if (!has_dictionary_.load(std::memory_order_acquire)) read_dictionary();
  return values_.at(place - 1);
}

void Column::read_dictionary() const {
  const std::lock_guard<std::mutex> lock(reading_);
  if (has_dictionary_.load(std::memory_order_relaxed)) return;
  const std::string dictionary = read(entry_.dictionary_at, entry_.dictionary_bytes);
  if (sum_of_column(dictionary) != entry_.dictionary_sum) fail();
  std::vector<std::string> values;
  std::string_view rest = dictionary;
  while (values.size() < entry_.dictionary_values) {
    if (rest.size() < 2) fail();
    const std::size_t shared = load_number<std::uint8_t>(rest.data());
    const std::size_t own = load_number<std::uint8_t>(rest.data() + 1);
    rest.remove_prefix(2);
    if (shared > (values.empty() ? 0 : values.back().size()) || own > rest.size()) fail();
    std::string value = shared == 0 ? std::string() : values.back().substr(0, shared);
    value += rest.substr(0, own);
    values.push_back(std::move(value));
    rest.remove_prefix(own);
  }
  values_ = std::move(values);
  has_dictionary_.store(true, std::memory_order_release);
}

Result<std::shared_ptr<const SegmentColumns>> SegmentColumns::open(
    const std::string& segment_path) {
  const std::string path = segment_path + "/" + kColumnsFile;
  auto file = PositionedFile::open(path);
  if (!file && file.error().code == ErrorCode::kNotFound) return nullptr;
  if (!file) return failure(file.error());
  const auto parts = read_parts(*file, path);
  if (!parts) return failure(parts.error());
  if (parts->footer.version != kColumnsVersion) return nullptr;
  const std::shared_ptr<SegmentColumns> columns(
      new SegmentColumns(std::move(*file)));  // NOLINT: the constructor is private
  for (const ColumnEntry& entry : parts->entries) {
    columns->columns_.emplace_back(
        entry.slot,
        std::make_unique<const Column>(columns->file_, entry, parts->footer.last_document));
  }
  return columns;
}

const Column* SegmentColumns::of(std::uint32_t slot) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [slot](const auto& one) { return one.first == slot; });
  return found == columns_.end() ? nullptr : found->second.get();
}

}  // namespace dateline::store
