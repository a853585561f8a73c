//   "iraq"  →  slice: 1,2,… 4,1,…  ─▶  longer slice: 9,1,…      (distance to the document, wdf)
//
// Tested against a map of maps by tests/indexer/glass/inverting/inverter_test.cc.
#include "indexer/glass/inverting/inverter.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/large_pages.h"
#include "common/base/probe_table.h"
#include "common/base/word_bytes.h"
#include "indexer/glass/encoding/position_list.h"
#include "indexer/glass/inverting/run.h"
#include "indexer/glass/inverting/slice_arena.h"

namespace dateline::glass {
namespace {

// How far ahead memory is asked for: lists of a document's terms lie all over the arena.
constexpr std::size_t kAhead = 24;
// A posting with at most one position, encoded: distance, wdf and position.
constexpr std::size_t kShortPosting = 5 + 5 + 5;

// What a posting changes of its term, half a cache line: terms lie all over a table that is larger
// than the processor's caches, and each miss takes as long as encoding the posting.
struct alignas(32) TermEntry {
  SliceArena::List list;
  DocId last_document = 0;
  std::uint32_t documents = 0;
  std::uint32_t documents_with_positions = 0;
  std::uint64_t occurrences = 0;
};
static_assert(sizeof(TermEntry) == 32);

// A term while terms are sorted.
struct Sortable {
  std::uint64_t head;  // orders as the first eight bytes do
  std::uint32_t entry;
};

// With the place of its text and its places in the tables by hash and by id, and in their order.
constexpr std::size_t kEntryBytes =
    sizeof(TermEntry) + sizeof(std::uint32_t) + 32 + sizeof(Sortable);

// An entry of a list: distance to the document before, wdf with a mark that tells of positions, and
// their packed form. Of one position that is a number, whose end can be seen; most terms of an
// article occur once, so its size is left out.
enum Mark : std::uint64_t { kNoPositions, kOnePosition, kSizedPositions };
constexpr unsigned kMarkBits = 2;

std::uint64_t wdf_and_mark(const PostingView& posting) {
  const auto mark = std::min<std::uint64_t>(posting.positions.size(), kSizedPositions);
  return std::uint64_t{posting.wdf} << kMarkBits | mark;
}

struct ListEntry {
  DocId distance;
  std::uint32_t wdf;
  std::string_view positions;  // packed; empty for none
};

ListEntry take_entry(std::string_view& list) {
  ListEntry entry{};
  entry.distance = static_cast<DocId>(take_uint(list));
  const std::uint64_t wdf = take_uint(list);
  entry.wdf = static_cast<std::uint32_t>(wdf >> kMarkBits);
  const std::uint64_t mark = wdf % (1U << kMarkBits);
  if (mark == kNoPositions) return entry;
  std::size_t size = 1;
  if (mark == kSizedPositions) {
    size = take_uint(list);
  } else {
    while ((static_cast<unsigned char>(list[size - 1]) & 0x80U) != 0) ++size;
  }
  entry.positions = list.substr(0, size);
  list.remove_prefix(size);
  return entry;
}

// Distances in the position list are between documents that have positions.
void split(std::string_view list, std::string& postings, std::string& positions) {
  postings.clear();
  positions.clear();
  DocId since_positions = 0;
  while (!list.empty()) {
    const ListEntry entry = take_entry(list);
    put_uint(postings, entry.distance);
    put_uint(postings, entry.wdf);
    since_positions += entry.distance;
    if (entry.positions.empty()) continue;
    put_uint(positions, std::exchange(since_positions, 0));
    put_string(positions, entry.positions);
  }
}

}  // namespace

class Inverter::Impl {
 public:
  explicit Impl(std::size_t arena_bytes)
      : limit_(arena_bytes), arena_(arena_bytes), seed_(random_seed()), slots_(kFirstTerms) {
    // So that they do not double.
    entries_.reserve(arena_bytes / 4 / sizeof(TermEntry));
    texts_.reserve(arena_bytes / 4 / sizeof(TermEntry));
  }

  bool empty() const { return entries_.empty(); }

  bool add(DocId document, std::span<const PostingView> postings, std::uint64_t vocabulary) {
    const std::size_t room = worst_case(postings);
    if (!empty() && arena_.size() + entries_.size() * kEntryBytes + room > limit_) return false;
    arena_.reserve(room);
    resolve(postings, vocabulary);
    for (std::size_t i = 0; i < postings.size(); ++i) {
      if (i + kAhead < postings.size()) {
        const TermEntry& soon = entries_[found_[i + kAhead]];
        __builtin_prefetch(arena_.data() + soon.list.at, 1);
      }
      add_posting(document, entries_[found_[i]], postings[i]);
    }
    return true;
  }

  void sort() {
    order_.clear();
    order_.reserve(entries_.size());
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      order_.push_back({ordering_head_of(text_of(i)), i});
    }
    std::sort(order_.begin(), order_.end(), [&](const Sortable& a, const Sortable& b) {
      if (a.head != b.head) return a.head < b.head;
      return text_of(a.entry) < text_of(b.entry);
    });
  }

  const std::vector<Sortable>& order() const { return order_; }
  const TermEntry& entry(std::uint32_t index) const { return entries_[index]; }
  std::string_view text_of(std::uint32_t entry) const {
    const char* const text = arena_.data() + texts_[entry];
    return {text + 1, static_cast<unsigned char>(*text)};
  }
  // All that has been added to the term, in one piece, for which `room` may be used.
  std::string_view list_of(std::uint32_t entry, std::string& room) const {
    const auto head = static_cast<std::uint32_t>(texts_[entry] + 1 + text_of(entry).size());
    return arena_.gather(head, entries_[entry].list, room);
  }

  Status write_run(RunWriter& run) {
    std::string room;
    std::string postings;
    std::string positions;
    sort();
    for (const Sortable& next : order_) {
      const TermEntry& entry = entries_[next.entry];
      split(list_of(next.entry, room), postings, positions);
      run.add(text_of(next.entry), entry.documents, entry.occurrences, postings,
              entry.documents_with_positions, positions);
    }
    clear();
    return run.finish();
  }

 private:
  static constexpr std::size_t kFirstTerms = 40000;
  static constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

  struct Slot {
    std::uint32_t entry = kNoEntry;
    std::uint32_t tag = 0;  // from the hash's other bits

    bool is_free() const { return entry == kNoEntry; }
  };

  // More than the document can take: each posting may need a new term and a new slice.
  static std::size_t worst_case(std::span<const PostingView> postings) {
    std::size_t bytes = 0;
    for (const PostingView& posting : postings) {
      const std::size_t list = kShortPosting + 5 * posting.positions.size();
      bytes += kEntryBytes + 1 + posting.term.size() + 2 * SliceArena::worst_case(list);
    }
    return bytes;
  }

  void clear() {
    arena_.clear();
    entries_.clear();
    texts_.clear();
    slots_.clear();
    entry_by_id_.clear();
    order_.clear();
  }

  // Finds each posting's entry, by its id where that is known.
  void resolve(std::span<const PostingView> postings, std::uint64_t vocabulary) {
    if (vocabulary != vocabulary_) entry_by_id_.clear();
    vocabulary_ = vocabulary;
    found_.resize(postings.size());
    for (std::size_t i = 0; i < postings.size(); ++i) {
      if (i + kAhead < postings.size() && postings[i + kAhead].id < entry_by_id_.size()) {
        __builtin_prefetch(&entry_by_id_[postings[i + kAhead].id]);
      }
      found_[i] = postings[i].id == PostingView::kNoId ? entry_of(postings[i].term)
                                                       : entry_by_id(postings[i]);
      __builtin_prefetch(&entries_[found_[i]], 1);
    }
  }

  std::uint32_t entry_by_id(const PostingView& posting) {
    if (posting.id >= entry_by_id_.size()) {
      entry_by_id_.resize(std::max<std::size_t>(posting.id + 1, 2 * entry_by_id_.size()), kNoEntry);
    }
    std::uint32_t& known = entry_by_id_[posting.id];
    if (known == kNoEntry) known = entry_of(posting.term);
    return known;
  }

  std::uint64_t hash_of(std::string_view term) const {
    return XXH3_64bits_withSeed(term.data(), term.size(), seed_);
  }

  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  std::uint32_t entry_of(std::string_view term) {
    const std::uint64_t hash = hash_of(term);
    const std::uint32_t tag = tag_of(hash);
    Slot& slot = slots_.find(
        hash, [&](const Slot& one) { return one.tag == tag && text_of(one.entry) == term; });
    if (!slot.is_free()) return slot.entry;
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    slots_.take(slot, hash, {entry, tag},
                [this](const Slot& taken) { return hash_of(text_of(taken.entry)); });
    new_entry(term);
    return entry;
  }

  void new_entry(std::string_view term) {
    const std::uint32_t text = texts_.emplace_back(arena_.allocate(1 + term.size()));
    arena_.data()[text] = static_cast<char>(term.size());
    std::copy(term.begin(), term.end(), arena_.data() + text + 1);
    entries_.emplace_back().list = arena_.new_list();
  }

  void add_posting(DocId document, TermEntry& entry, const PostingView& posting) {
    std::array<char, kShortPosting> bytes{};
    char* at = put_uint_at(bytes.data(), document - entry.last_document);
    at = put_uint_at(at, wdf_and_mark(posting));
    if (posting.positions.size() == 1) at = put_uint_at(at, posting.positions.front());
    arena_.append_short(entry.list, bytes, static_cast<std::size_t>(at - bytes.data()));
    if (posting.positions.size() > 1) add_positions(entry, posting);
    if (!posting.positions.empty()) ++entry.documents_with_positions;
    entry.last_document = document;
    entry.occurrences += posting.wdf;
    ++entry.documents;
  }

  void add_positions(TermEntry& entry, const PostingView& posting) {
    packed_.clear();
    put_positions(packed_, posting.positions);
    std::array<char, 10> size;
    const char* const end = put_uint_at(size.data(), packed_.size());
    arena_.append(entry.list, size.data(), static_cast<std::size_t>(end - size.data()));
    arena_.append(entry.list, packed_.data(), packed_.size());
  }

  std::size_t limit_;
  SliceArena arena_;
  std::uint64_t seed_;
  LargeVector<TermEntry> entries_;
  // Of each entry, where in the arena its term stands, behind a byte with its size; the entry's
  // list begins behind that.
  LargeVector<std::uint32_t> texts_;
  ProbeTable<Slot, LargeVector<Slot>> slots_;
  LargeVector<std::uint32_t> entry_by_id_;  // of the vocabulary at hand
  std::uint64_t vocabulary_ = 0;
  std::vector<Sortable> order_;       // once sorted
  std::vector<std::uint32_t> found_;  // by posting of the document at hand
  std::string packed_;
};

namespace {

// An entry's list in one piece, and its documents one by one; of a kind.
class ArenaLists final : public ListSource {
 public:
  ArenaLists(const Inverter::Impl& inverter, ListKind kind) : inverter_(inverter), kind_(kind) {}

  bool next_list() override {
    while (at_ < inverter_.order().size()) {
      const std::uint32_t number = inverter_.order()[at_++].entry;
      const TermEntry& entry = inverter_.entry(number);
      documents_ = kind_ == ListKind::kPositions ? entry.documents_with_positions : entry.documents;
      if (documents_ == 0) continue;
      term_ = inverter_.text_of(number);
      occurrences_ = entry.occurrences;
      rest_ = inverter_.list_of(number, room_);
      document_ = 0;
      return true;
    }
    return false;
  }

  bool next_document() override {
    while (!rest_.empty()) {
      const ListEntry entry = take_entry(rest_);
      document_ += entry.distance;
      wdf_ = entry.wdf;
      positions_ = entry.positions;
      if (!positions_.empty() || kind_ != ListKind::kPositions) return true;
    }
    return false;
  }

  Status status() const override { return {}; }

 private:
  const Inverter::Impl& inverter_;
  ListKind kind_;
  std::size_t at_ = 0;  // in the order of terms
  std::string room_;
  std::string_view rest_;  // of the list
};

}  // namespace

Inverter::Inverter(std::size_t arena_bytes) : impl_(std::make_unique<Impl>(arena_bytes)) {}
Inverter::~Inverter() = default;
Inverter::Inverter(Inverter&&) noexcept = default;
Inverter& Inverter::operator=(Inverter&&) noexcept = default;

bool Inverter::add(DocId document, std::span<const PostingView> postings,
                   std::uint64_t vocabulary) {
  return impl_->add(document, postings, vocabulary);
}
bool Inverter::empty() const { return impl_->empty(); }
Status Inverter::write_run(RunWriter& run) { return impl_->write_run(run); }
void Inverter::sort() { impl_->sort(); }
std::unique_ptr<ListSource> Inverter::lists(ListKind kind) const {
  return std::make_unique<ArenaLists>(*impl_, kind);
}

}  // namespace dateline::glass
