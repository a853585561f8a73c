#include "indexer/glass/inverter.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "indexer/glass/position_list.h"
#include "indexer/glass/run.h"

namespace dateline::glass {
namespace {

constexpr std::array<std::uint32_t, 9> kSliceBytes{12, 20, 36, 68, 132, 260, 516, 1028, 4100};
constexpr std::uint32_t kLinkBytes = 4;  // at the end of each slice: where the next one is

struct TermEntry {
  std::uint64_t occurrences = 0;
  std::uint32_t text = 0;  // in the arena
  std::uint32_t text_size = 0;
  std::uint32_t head = 0;  // first slice
  std::uint32_t at = 0;    // next free byte of the last slice
  std::uint32_t end = 0;   // of the last slice, before its link
  std::uint32_t documents = 0;
  std::uint32_t documents_with_positions = 0;
  DocId last_document = 0;
  std::uint32_t slice_level = 0;
};

}  // namespace

class Inverter::Impl {
 public:
  explicit Impl(std::size_t arena_bytes) : limit_(arena_bytes), slots_(kFirstSlots, kNoEntry) {
    // Slack for the last document's slices; pages never touched cost nothing.
    arena_.reserve(arena_bytes + arena_bytes / 4);
  }

  bool empty() const { return entries_.empty(); }

  bool add(DocId document, std::span<const PostingView> postings) {
    if (!empty() && arena_.size() + worst_case(postings) > limit_) return false;
    for (const PostingView& posting : postings) add_posting(document, posting);
    return true;
  }

  Status write_run(RunWriter& run) {
    std::vector<std::uint32_t> order(entries_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return text_of(entries_[a]) < text_of(entries_[b]);
    });
    std::string list;
    std::string postings;
    std::string positions;
    for (const std::uint32_t index : order) {
      const TermEntry& entry = entries_[index];
      gather(entry, list);
      split(list, postings, positions);
      run.add(text_of(entry), entry.documents, entry.occurrences, postings,
              entry.documents_with_positions, positions);
    }
    clear();
    return run.finish();
  }

 private:
  static constexpr std::size_t kFirstSlots = std::size_t{1} << 16;
  static constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

  // More than the document can take: each posting may need a new term, a new slice of the longest
  // kind that its bytes fill, and slack.
  static std::size_t worst_case(std::span<const PostingView> postings) {
    std::size_t bytes = 0;
    for (const PostingView& posting : postings) {
      bytes += posting.term.size() + 64 + 2 * (posting.positions.size() * 5 + 16);
    }
    return bytes;
  }

  std::string_view text_of(const TermEntry& entry) const {
    return {arena_.data() + entry.text, entry.text_size};
  }

  void clear() {
    arena_.clear();
    entries_.clear();
    std::fill(slots_.begin(), slots_.end(), kNoEntry);
  }

  TermEntry& entry_of(std::string_view term) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = XXH3_64bits(term.data(), term.size()) & mask;
    while (slots_[slot] != kNoEntry) {
      TermEntry& entry = entries_[slots_[slot]];
      if (text_of(entry) == term) return entry;
      slot = (slot + 1) & mask;
    }
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return new_entry(term);
  }

  TermEntry& new_entry(std::string_view term) {
    TermEntry& entry = entries_.emplace_back();
    entry.text = allocate(term.size());
    entry.text_size = static_cast<std::uint32_t>(term.size());
    std::copy(term.begin(), term.end(), arena_.data() + entry.text);
    entry.head = entry.at = allocate(kSliceBytes[0]);
    entry.end = entry.head + kSliceBytes[0] - kLinkBytes;
    return entry;
  }

  void grow() {
    slots_.assign(slots_.size() * 2, kNoEntry);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      std::size_t slot =
          XXH3_64bits(arena_.data() + entries_[i].text, entries_[i].text_size) & mask;
      while (slots_[slot] != kNoEntry) slot = (slot + 1) & mask;
      slots_[slot] = i;
    }
  }

  std::uint32_t allocate(std::size_t bytes) {
    const std::size_t at = arena_.size();
    arena_.resize(at + bytes);
    return static_cast<std::uint32_t>(at);
  }

  void add_posting(DocId document, const PostingView& posting) {
    TermEntry& entry = entry_of(posting.term);
    scratch_.clear();
    put_uint(scratch_, document - entry.last_document);
    put_uint(scratch_, posting.wdf);
    if (posting.positions.empty()) {
      put_uint(scratch_, 0);
    } else {
      packed_.clear();
      put_positions(packed_, posting.positions);
      put_string(scratch_, packed_);
      ++entry.documents_with_positions;
    }
    append(entry, scratch_);
    entry.last_document = document;
    entry.occurrences += posting.wdf;
    ++entry.documents;
  }

  void append(TermEntry& entry, std::string_view bytes) {
    while (!bytes.empty()) {
      if (entry.at == entry.end) next_slice(entry);
      const std::size_t piece = std::min<std::size_t>(bytes.size(), entry.end - entry.at);
      std::memcpy(arena_.data() + entry.at, bytes.data(), piece);
      entry.at += static_cast<std::uint32_t>(piece);
      bytes.remove_prefix(piece);
    }
  }

  void next_slice(TermEntry& entry) {
    if (entry.slice_level + 1 < kSliceBytes.size()) ++entry.slice_level;
    const std::uint32_t size = kSliceBytes[entry.slice_level];
    const std::uint32_t slice = allocate(size);
    std::memcpy(arena_.data() + entry.end, &slice, kLinkBytes);
    entry.at = slice;
    entry.end = slice + size - kLinkBytes;
  }

  // The whole list of a term in one piece.
  void gather(const TermEntry& entry, std::string& into) const {
    into.clear();
    std::uint32_t slice = entry.head;
    for (std::size_t level = 0;; level = std::min(level + 1, kSliceBytes.size() - 1)) {
      const std::uint32_t end = slice + kSliceBytes[level] - kLinkBytes;
      if (end == entry.end) {
        into.append(arena_, slice, entry.at - slice);
        return;
      }
      into.append(arena_, slice, end - slice);
      std::memcpy(&slice, arena_.data() + end, kLinkBytes);
    }
  }

  // Distances in the position list are between documents that have positions.
  static void split(std::string_view list, std::string& postings, std::string& positions) {
    postings.clear();
    positions.clear();
    DocId since_positions = 0;
    while (!list.empty()) {
      const auto distance = static_cast<DocId>(take_uint(list));
      put_uint(postings, distance);
      put_uint(postings, take_uint(list));
      since_positions += distance;
      const std::size_t size = take_uint(list);
      if (size == 0) continue;
      put_uint(positions, std::exchange(since_positions, 0));
      put_string(positions, list.substr(0, size));
      list.remove_prefix(size);
    }
  }

  std::size_t limit_;
  std::string arena_;
  std::vector<TermEntry> entries_;
  std::vector<std::uint32_t> slots_;
  std::string scratch_;
  std::string packed_;
};

Inverter::Inverter(std::size_t arena_bytes) : impl_(std::make_unique<Impl>(arena_bytes)) {}
Inverter::~Inverter() = default;
Inverter::Inverter(Inverter&&) noexcept = default;
Inverter& Inverter::operator=(Inverter&&) noexcept = default;

bool Inverter::add(DocId document, std::span<const PostingView> postings) {
  return impl_->add(document, postings);
}
bool Inverter::empty() const { return impl_->empty(); }
Status Inverter::write_run(RunWriter& run) { return impl_->write_run(run); }

}  // namespace dateline::glass
