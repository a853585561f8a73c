// Everything of the file that says where something else stands is checked before it is followed.
// Tested, with every byte changed once, by tests/common/store/bounds/segment_bounds_test.cc.
#include "common/store/bounds/segment_bounds.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace dateline::store {
namespace {

std::size_t pages_of(const BoundsFooter& footer) {
  return (std::size_t{footer.last_document} + 1 + kLengthsInPage - 1) / kLengthsInPage;
}

// Whether its parts follow each other, up to the footer at `end`.
bool makes_sense(const BoundsFooter& footer, std::uint64_t end) {
  const std::uint64_t lengths = (std::uint64_t{footer.last_document} + 1) * kLengthBytes;
  const std::uint64_t sums = std::uint64_t{pages_of(footer)} * kSumBytes;
  const std::uint64_t entries = std::uint64_t{footer.entries} * kEntryBytes;
  return footer.sums_at == kBoundsBegin.size() + lengths && footer.sums_at + sums <= end &&
         footer.entries_at >= footer.sums_at + sums && footer.entries_at <= end &&
         footer.names_at == footer.entries_at + entries && footer.names_at <= end &&
         footer.names_bytes == end - footer.names_at;
}

Error damaged_bounds(const std::string& path) {
  return {ErrorCode::kCorrupt, path + " is damaged",
          "run dateline-index verify; restore a backup, or index again into a new directory"};
}

}  // namespace

SegmentBounds::SegmentBounds(std::string path, PositionedFile file, const BoundsFooter& footer)
    : path_(std::move(path)),
      file_(std::move(file)),
      footer_(footer),
      kept_(pages_of(footer)),
      pages_(pages_of(footer)) {}

Result<std::shared_ptr<const SegmentBounds>> SegmentBounds::open(const std::string& segment_path) {
  const std::string path = segment_path + "/" + kBoundsFile;
  auto file = PositionedFile::open(path);
  if (!file && file.error().code == ErrorCode::kNotFound) return nullptr;
  if (!file) return failure(file.error());
  if (file->size() < kBoundsBegin.size() + kFooterBytes) return failure(damaged_bounds(path));
  const std::uint64_t end = file->size() - kFooterBytes;
  const auto begin = file->read(0, kBoundsBegin.size());
  if (!begin) return failure(begin.error());
  const auto last = file->read(end, kFooterBytes);
  if (!last) return failure(last.error());
  const BoundsFooter footer = footer_at(last->data());
  if (*begin != kBoundsBegin || footer.sum != sum_of_footer(footer)) {
    return failure(damaged_bounds(path));
  }
  if (footer.version != kBoundsVersion) return nullptr;
  if (!makes_sense(footer, end)) return failure(damaged_bounds(path));
  return std::shared_ptr<const SegmentBounds>(
      new SegmentBounds(path, std::move(*file), footer));  // NOLINT: the constructor is private
}

void SegmentBounds::fail() const {
  throw Xapian::DatabaseCorruptError(path_ + " is damaged: run dateline-index verify");
}

std::string SegmentBounds::read(std::uint64_t at, std::size_t bytes) const {
  auto read = file_.read(at, bytes);
  if (read) return std::move(*read);
  if (read.error().code == ErrorCode::kCorrupt) fail();
  throw Xapian::DatabaseError(read.error().to_string());
}

const char* SegmentBounds::read_page(std::size_t page) const {
  const std::lock_guard<std::mutex> lock(reading_);
  if (kept_[page]) return kept_[page]->data();
  const std::size_t begin = page * kLengthsInPage;
  const std::size_t end =
      std::min<std::size_t>(begin + kLengthsInPage, std::size_t{footer_.last_document} + 1);
  auto lengths = std::make_unique<const std::string>(
      read(kBoundsBegin.size() + begin * kLengthBytes, (end - begin) * kLengthBytes));
  const std::string sum = read(footer_.sums_at + page * kSumBytes, kSumBytes);
  if (sum_of_lengths(*lengths) != load_number<std::uint64_t>(sum.data())) fail();
  kept_[page] = std::move(lengths);
  pages_[page].store(kept_[page]->data(), std::memory_order_release);
  return kept_[page]->data();
}

void SegmentBounds::read_terms() const {
  if (has_terms_.load(std::memory_order_acquire)) return;
  const std::lock_guard<std::mutex> lock(reading_);
  if (has_terms_.load(std::memory_order_relaxed)) return;
  terms_ =
      read(footer_.entries_at, std::size_t{footer_.entries} * kEntryBytes + footer_.names_bytes);
  has_terms_.store(true, std::memory_order_release);
}

BoundEntry SegmentBounds::entry(std::size_t number) const {
  return entry_at(terms_.data() + number * kEntryBytes);
}

std::string_view SegmentBounds::name_of(const BoundEntry& entry) const {
  if (entry.name_at > footer_.names_bytes ||
      entry.name_bytes > footer_.names_bytes - entry.name_at) {
    fail();
  }
  const std::size_t names = std::size_t{footer_.entries} * kEntryBytes;
  return std::string_view(terms_).substr(names + entry.name_at, entry.name_bytes);
}

// The rows of an entry stand before the entries; whose sum is right has been written so.
std::optional<TermBounds> SegmentBounds::find(std::string_view term) const {
  read_terms();
  std::size_t low = 0;
  std::size_t high = footer_.entries;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (name_of(entry(middle)) < term) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == footer_.entries) return std::nullopt;
  const BoundEntry found = entry(low);
  if (name_of(found) != term) return std::nullopt;
  const std::uint64_t bytes = std::uint64_t{found.rows} * kRowBytes;
  if (found.rows < 2 || found.rows_at > footer_.entries_at ||
      bytes > footer_.entries_at - found.rows_at) {
    fail();
  }
  std::string rows = read(found.rows_at, bytes);
  if (sum_of_entry(found, rows, term) != found.sum) fail();
  return TermBounds(std::move(rows), found.postings);
}

}  // namespace dateline::store
