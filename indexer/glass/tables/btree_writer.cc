// Example: three leaves fill, then a branch points to them. When the fourth leaf begins, the third
// is written, and its number and the shortest key that tells it from the second go into the open
// branch block, which is written in its turn when it is full. Tested by
// tests/indexer/glass/tables/btree_writer_test.cc.
#include "indexer/glass/tables/btree_writer.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/base/word_bytes.h"
#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/tables/output_file.h"

namespace dateline::glass {
namespace {

constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kDirectoryEntry = 2;
constexpr std::size_t kItemSizeBytes = 2;  // before an item's key
// Four items must fit a block, so that later updates can always split it.
constexpr std::size_t kMaxItem = (kBlockSize - kHeaderBytes - 4 * kDirectoryEntry) / 4;
constexpr std::uint32_t kRevision = 1;
constexpr std::uint32_t kDeflated = 0x8000;
constexpr std::uint32_t kLastComponent = 0x4000;
constexpr std::uint32_t kFirstComponent = 0x2000;
constexpr std::uint32_t kSizeMask = 0x1FFF;

// A key that leads to a block: every key in it is at or after (key, component), every key before it
// is less.
struct Separator {
  std::string key;
  std::uint32_t component = 0;
};

class Block {
 public:
  Block() : bytes_(kBlockSize, '\0') {}

  std::size_t free_bytes() const { return lowest_ - directory_end(); }
  bool fits(std::size_t item) const { return free_bytes() >= item + kDirectoryEntry; }
  bool empty() const { return items_ == 0; }

  // The key of the last item, if this is a leaf that has one.
  std::string_view last_key() const {
    const char* const key = bytes_.data() + lowest_ + kItemSizeBytes;
    return {key + 1, static_cast<unsigned char>(*key)};
  }

  // Room for the next item of `size` bytes, which fits.
  char* append(std::size_t size) {
    lowest_ -= size;
    store_u16(bytes_.data() + directory_end(), static_cast<std::uint32_t>(lowest_));
    ++items_;
    return bytes_.data() + lowest_;
  }

  // The finished block.
  std::string_view seal(std::uint32_t level) {
    const auto gap = static_cast<std::uint32_t>(free_bytes());
    std::memset(bytes_.data() + directory_end(), 0, gap);
    store_u32(bytes_.data(), kRevision);
    bytes_[4] = static_cast<char>(level);
    store_u16(bytes_.data() + 5, gap);
    store_u16(bytes_.data() + 7, gap);
    store_u16(bytes_.data() + 9, static_cast<std::uint32_t>(directory_end()));
    return bytes_;
  }

  void clear() {
    items_ = 0;
    lowest_ = kBlockSize;
  }

 private:
  std::size_t directory_end() const { return kHeaderBytes + kDirectoryEntry * items_; }

  std::string bytes_;
  std::size_t items_ = 0;
  std::size_t lowest_ = kBlockSize;
};

// An open block of one level, and the separator that will lead to it.
struct Level {
  Block block;
  Separator separator;
};

// The shortest beginning of `next` that tells it from `previous`, which is less.
std::string_view shortest_separator(std::string_view previous, std::string_view next) {
  const auto end = std::mismatch(previous.begin(), previous.end(), next.begin(), next.end()).second;
  const auto common = static_cast<std::size_t>(end - next.begin());
  return next.substr(0, common + 1);
}

}  // namespace

class BtreeWriter::Impl {
 public:
  explicit Impl(OutputFile file) : file_(std::move(file)) {
    levels_.emplace_back();
    // The null item that stands before every key, in the first leaf.
    char* at = levels_[0].block.append(3);
    store_u16(at, kFirstComponent | kLastComponent);
    at[2] = '\0';
  }

  void add(std::string_view key, std::string_view tag, bool deflated) {
    ++facts_.entries;
    const std::size_t overhead = key.size() + 5;
    const std::size_t limit = kMaxItem - overhead;
    std::size_t piece = first_piece(key.size(), tag.size(), limit);
    std::uint32_t component = 1;
    do {
      piece = std::min(piece, tag.size());
      const bool last = piece == tag.size();
      add_leaf_item(key, component, tag.substr(0, piece),
                    (deflated ? kDeflated : 0) | (last ? kLastComponent : 0));
      tag.remove_prefix(piece);
      piece = limit;
      ++component;
    } while (!tag.empty());
  }

  std::uint64_t bytes() const { return std::uint64_t{facts_.blocks} * kBlockSize; }

  Result<TableFacts> finish() {
    for (std::size_t level = 0; level < levels_.size(); ++level) {
      const bool is_root = level + 1 == levels_.size();
      const std::uint32_t number = write_block(level);
      if (is_root) {
        facts_.root = number;
        facts_.levels_above_leaves = static_cast<std::uint32_t>(level);
        break;
      }
      add_branch_item(level + 1, std::move(levels_[level].separator), number);
    }
    if (auto finished = file_.finish(); !finished) return failure(finished.error());
    return facts_;
  }

 private:
  // How much of a tag that fits an item goes into the open leaf: all, unless it ends there. Xapian
  // would begin a new leaf then; its readers take components of any size, and a leaf that is filled
  // saves a tenth of a table of long tags.
  std::size_t fitting_piece(std::size_t key_size, std::size_t tag_size) const {
    constexpr std::size_t kMinPiece = 64;  // smaller ones save less than a component costs
    const std::size_t overhead = 3 + key_size + kDirectoryEntry;
    const std::size_t room = levels_[0].block.free_bytes();
    if (room >= overhead + tag_size || room < overhead + kMinPiece) return tag_size;
    const std::size_t piece = room - overhead;
    return tag_size - piece >= kMinPiece ? piece : tag_size;
  }

  // How much of a tag goes with its first component. Where it takes several: what fills the open
  // leaf, if that costs no component more.
  std::size_t first_piece(std::size_t key_size, std::size_t tag_size, std::size_t limit) const {
    const std::size_t whole = limit + 2;
    if (tag_size <= whole) return fitting_piece(key_size, tag_size);
    const std::size_t overhead = key_size + 5 + kDirectoryEntry;
    std::size_t room = levels_[0].block.free_bytes() % (kMaxItem + kDirectoryEntry);
    if (room <= overhead) return whole;
    room -= overhead;
    return room >= (tag_size - 2) % limit || room >= key_size + 34 ? room + 2 : whole;
  }

  void add_leaf_item(std::string_view key, std::uint32_t component, std::string_view piece,
                     std::uint32_t flags) {
    const bool first = component == 1;
    const std::size_t size = 3 + key.size() + (first ? 0 : 2) + piece.size();
    if (!levels_[0].block.fits(size)) {
      const std::string_view lead =
          first ? shortest_separator(levels_[0].block.last_key(), key) : key;
      start_block(0, Separator{std::string(lead), component});
    }
    char* at = levels_[0].block.append(size);
    store_u16(at, ((static_cast<std::uint32_t>(size) - 3) & kSizeMask) | flags |
                      (first ? kFirstComponent : 0));
    at[2] = static_cast<char>(key.size());
    at = copy_bytes(key, at + 3);
    if (!first) {
      store_u16(at, component);
      at += 2;
    }
    copy_bytes(piece, at);
  }

  // Every branch block begins with an entry without a key: it leads to all that is before its
  // second.
  void add_branch_item(std::size_t level, Separator separator, std::uint32_t child) {
    if (level == levels_.size()) levels_.emplace_back();
    std::size_t size = 4 + 1 + separator.key.size() + 2;
    if (!levels_[level].block.empty() && !levels_[level].block.fits(size)) {
      start_block(level, separator);
    }
    Block& block = levels_[level].block;
    if (block.empty()) separator = {};
    size = 4 + 1 + separator.key.size() + 2;
    char* at = block.append(size);
    store_u32(at, child);
    at[4] = static_cast<char>(separator.key.size());
    at = std::copy(separator.key.begin(), separator.key.end(), at + 5);
    store_u16(at, separator.component);
  }

  // Writes the open block of `level`, tells the level above, and opens the next one.
  void start_block(std::size_t level, Separator separator) {
    const std::uint32_t number = write_block(level);
    Separator lead = std::exchange(levels_[level].separator, std::move(separator));
    levels_[level].block.clear();
    add_branch_item(level + 1, std::move(lead), number);
  }

  std::uint32_t write_block(std::size_t level) {
    file_.buffer() += levels_[level].block.seal(static_cast<std::uint32_t>(level));
    file_.after_append();
    return facts_.blocks++;
  }

  OutputFile file_;
  std::vector<Level> levels_;
  TableFacts facts_;
};

BtreeWriter::BtreeWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BtreeWriter::BtreeWriter(BtreeWriter&&) noexcept = default;
BtreeWriter& BtreeWriter::operator=(BtreeWriter&&) noexcept = default;
BtreeWriter::~BtreeWriter() = default;

Result<BtreeWriter> BtreeWriter::create(const std::string& path) {
  auto file = OutputFile::create(path, Durability::kSynced);
  if (!file) return failure(file.error());
  return BtreeWriter(std::make_unique<Impl>(std::move(*file)));
}

void BtreeWriter::add(std::string_view key, std::string_view tag, bool deflated) {
  impl_->add(key, tag, deflated);
}

std::uint64_t BtreeWriter::bytes() const { return impl_->bytes(); }

Result<TableFacts> BtreeWriter::finish() { return impl_->finish(); }

}  // namespace dateline::glass
