// Tested against Xapian's own writer by tests/indexer/glass/database_builder_test.cc, and with
// every write failing once by tests/indexer/glass/faults_test.cc.
#include "indexer/glass/database_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <future>
#include <optional>
#include <random>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "indexer/glass/inverting/merge.h"
#include "indexer/glass/inverting/run.h"
#include "indexer/glass/tables/chunks.h"
#include "indexer/glass/tables/held_lists.h"
#include "indexer/glass/tables/version_file.h"

namespace dateline::glass {
namespace {

// Of each run; larger ones only leave the processor's caches.
constexpr std::size_t kMinReadBuffer = 4096;
constexpr std::size_t kMaxReadBuffer = std::size_t{1} << 18;

// A random UUID of version 4 (RFC 9562).
std::array<std::uint8_t, 16> make_uuid() {
  std::random_device source;
  std::array<std::uint8_t, 16> uuid{};
  for (std::uint8_t& byte : uuid) byte = static_cast<std::uint8_t>(source());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x40);
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

// What one thread at a time inverts into, and the runs that it has written.
struct Lane {
  explicit Lane(std::size_t arena_bytes) : inverter(arena_bytes) {}

  Inverter inverter;
  DocumentEncoder encoder;
  std::vector<std::string> runs;
  bool in_hand = false;  // a document is being prepared
};

// A table that has no file where it has no entry.
Result<std::optional<TableFacts>> finish_optional(BtreeWriter& table, const std::string& path) {
  auto facts = table.finish();
  if (!facts) return failure(facts.error());
  if (facts->entries > 0) return std::optional(*facts);
  std::remove(path.c_str());
  return std::optional<TableFacts>();
}

}  // namespace

class DatabaseBuilder::Impl {
 public:
  Impl(std::string directory, const BuilderOptions& options, BtreeWriter termlist,
       BtreeWriter docdata)
      : directory_(std::move(directory)),
        options_(options),
        termlist_(std::move(termlist)),
        docdata_(std::move(docdata)) {
    for (unsigned i = 0; i < options.lanes; ++i) lanes_.emplace_back(options.arena_bytes);
  }

  Result<EncodedDocument> prepare(unsigned number, DocId id, const DocumentView& document) {
    Lane& lane = lanes_[number];
    if (lane.in_hand) return failure(half_done());
    lane.in_hand = true;
    if (!lane.inverter.add(id, document.postings, document.vocabulary)) {
      if (auto spilled = spill(number); !spilled) return failure(spilled.error());
      lane.inverter.add(id, document.postings, document.vocabulary);
    }
    EncodedDocument encoded = lane.encoder.encode(id, document);
    lane.in_hand = false;
    return encoded;
  }

  void take(const EncodedDocument& document) {
    taking_ = true;
    std::string_view rest = document.bytes;
    const auto piece = [&rest](const EncodedTag& tag) {
      const std::string_view bytes = rest.substr(0, tag.size);
      rest.remove_prefix(tag.size);
      return bytes;
    };
    key_.clear();
    put_sortable(key_, document.number);
    termlist_.add(key_, piece(document.terms), document.terms.deflated);
    const std::string_view slots = piece(document.slots);
    if (document.data.size > 0) docdata_.add(key_, piece(document.data), document.data.deflated);
    if (!slots.empty()) {
      key_ += '\0';
      termlist_.add(key_, slots, document.slots.deflated);
    }
    lists_.add(document.number, document.length, document.values);
    taking_ = false;
  }

  std::size_t held_bytes() const { return lists_.memory_bytes(); }

  Status replace_values(std::uint32_t slot, std::span<const std::pair<DocId, std::string>> values) {
    if (lists_.replace_values(slot, values)) return {};
    return failure(ErrorCode::kInternal,
                   fmt::format("a document has no value in slot {} to be replaced", slot));
  }

  Status finish(const std::map<std::string, std::string>& metadata, PostingObserver* observer) {
    observer_ = observer;
    const auto in_hand = [](const Lane& lane) { return lane.in_hand; };
    if (taking_ || std::any_of(lanes_.begin(), lanes_.end(), in_hand)) return failure(half_done());
    if (auto merged = merge(metadata); !merged) return merged;
    if (observer_ != nullptr) {
      if (auto observed = observer_->finish(); !observed) return observed;
    }
    // Last, for the disk has had the time of the merge to take them in, and is waited for here.
    if (auto written = finish_simple_tables(); !written) return written;
    for (const Lane& lane : lanes_) {
      for (const std::string& run : lane.runs) {
        std::remove(postings_file(run).c_str());
        std::remove(positions_file(run).c_str());
      }
    }
    return write_version_file();
  }

 private:
  // An exception or a failure left a document in a lane's lists in part.
  static Error half_done() {
    return {ErrorCode::kInternal,
            "a document was added to the segment in part, and none can follow", "run it again"};
  }

  Status spill(unsigned number) {
    Lane& lane = lanes_[number];
    lane.runs.push_back(fmt::format("{}/run{}-{}", directory_, number, lane.runs.size()));
    auto run = RunWriter::create(lane.runs.back());
    if (!run) return failure(run.error());
    return lane.inverter.write_run(*run);
  }

  std::size_t runs() const {
    std::size_t count = 0;
    for (const Lane& lane : lanes_) count += lane.runs.size();
    return count;
  }

  // All lists of a kind: runs, and what the arenas still hold.
  Result<ListSources> sources(ListKind kind) const {
    ListSources sources;
    const std::size_t buffer =
        std::clamp(options_.merge_bytes / 2 / (runs() + 1), kMinReadBuffer, kMaxReadBuffer);
    for (const Lane& lane : lanes_) {
      for (const std::string& run : lane.runs) {
        auto reader = RunReader::open(run, kind, buffer);
        if (!reader) return failure(reader.error());
        sources.push_back(std::move(*reader));
      }
      sources.push_back(lane.inverter.lists(kind));
    }
    return sources;
  }

  Status finish_simple_tables() {
    auto termlist = termlist_.finish();
    if (!termlist) return failure(termlist.error());
    facts_.termlist = *termlist;
    auto docdata = finish_optional(docdata_, directory_ + "/docdata.glass");
    if (!docdata) return failure(docdata.error());
    facts_.docdata = *docdata;
    return {};
  }

  Status merge(const std::map<std::string, std::string>& metadata) {
    sort_lanes();
    if (!options_.merge_in_parallel && runs() == 0) return write_both(metadata);
    std::future<Status> beside = std::async(launch(), [this] { return write_positions(); });
    const Status postings = write_postlist(metadata);
    const Status positions = beside.get();
    return postings ? positions : postings;
  }

  // A future hands on what its thread throws, and waits for it where another throws first.
  std::launch launch() const {
    return options_.merge_in_parallel ? std::launch::async : std::launch::deferred;
  }

  void sort_lanes() {
    std::vector<std::future<void>> beside;
    for (std::size_t i = 1; i < lanes_.size(); ++i) {
      beside.push_back(std::async(launch(), [this, i] { lanes_[i].inverter.sort(); }));
    }
    lanes_.front().inverter.sort();
    for (std::future<void>& sorted : beside) sorted.get();
  }

  Status write_positions() {
    auto table = BtreeWriter::create(position_path());
    if (!table) return failure(table.error());
    auto lists = sources(ListKind::kPositions);
    if (!lists) return failure(lists.error());
    if (auto merged = merge_positions(*lists, *table); !merged) return merged;
    return finish_positions(*table);
  }

  Status write_postlist(const std::map<std::string, std::string>& metadata) {
    auto table = start_postlist(metadata);
    if (!table) return failure(table.error());
    auto lists = sources(ListKind::kPostings);
    if (!lists) return failure(lists.error());
    auto merged = merge_postings(*lists, *table, observer_);
    if (!merged) return failure(merged.error());
    return finish_postlist(*table, *merged);
  }

  // There are no runs.
  Status write_both(const std::map<std::string, std::string>& metadata) {
    auto positions = BtreeWriter::create(position_path());
    if (!positions) return failure(positions.error());
    auto postlist = start_postlist(metadata);
    if (!postlist) return failure(postlist.error());
    auto lists = sources(ListKind::kBoth);
    if (!lists) return failure(lists.error());
    auto merged = merge_both(*lists, *postlist, *positions, observer_);
    if (!merged) return failure(merged.error());
    if (auto finished = finish_positions(*positions); !finished) return finished;
    return finish_postlist(*postlist, *merged);
  }

  std::string position_path() const { return directory_ + "/position.glass"; }

  // With all that precedes the terms.
  Result<BtreeWriter> start_postlist(const std::map<std::string, std::string>& metadata) const {
    auto table = BtreeWriter::create(directory_ + "/postlist.glass");
    if (!table) return table;
    for (const auto& [key, value] : metadata) write_metadata(*table, key, value);
    lists_.write_values(*table);
    lists_.write_lengths(*table);
    return table;
  }

  Status finish_positions(BtreeWriter& table) {
    auto facts = finish_optional(table, position_path());
    if (!facts) return failure(facts.error());
    facts_.position = *facts;
    return {};
  }

  Status finish_postlist(BtreeWriter& table, const MergeFacts& merged) {
    auto facts = table.finish();
    if (!facts) return failure(facts.error());
    facts_.postlist = *facts;
    facts_.highest_wdf = merged.highest_wdf;
    return {};
  }

  Status write_version_file() {
    facts_.documents = lists_.documents();
    facts_.last_document = lists_.last_document();
    facts_.total_length = lists_.total_length();
    facts_.shortest = lists_.shortest();
    facts_.longest = lists_.longest();
    facts_.uuid = make_uuid();
    return replace_file(directory_ + "/iamglass", encode_version_file(facts_));
  }

  std::string directory_;
  BuilderOptions options_;
  BtreeWriter termlist_;
  BtreeWriter docdata_;
  std::vector<Lane> lanes_;
  HeldLists lists_;
  bool taking_ = false;  // a document is being taken into the tables
  std::string key_;
  PostingObserver* observer_ = nullptr;  // of finish(); may be null
  DatabaseFacts facts_;
};

DatabaseBuilder::DatabaseBuilder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DatabaseBuilder::DatabaseBuilder(DatabaseBuilder&&) noexcept = default;
DatabaseBuilder& DatabaseBuilder::operator=(DatabaseBuilder&&) noexcept = default;
DatabaseBuilder::~DatabaseBuilder() = default;

Result<DatabaseBuilder> DatabaseBuilder::create(const std::string& directory,
                                                const BuilderOptions& options) {
  auto termlist = BtreeWriter::create(directory + "/termlist.glass");
  if (!termlist) return failure(termlist.error());
  auto docdata = BtreeWriter::create(directory + "/docdata.glass");
  if (!docdata) return failure(docdata.error());
  return DatabaseBuilder(
      std::make_unique<Impl>(directory, options, std::move(*termlist), std::move(*docdata)));
}

Result<EncodedDocument> DatabaseBuilder::prepare(unsigned lane, DocId number,
                                                 const DocumentView& document) {
  return impl_->prepare(lane, number, document);
}

void DatabaseBuilder::take(const EncodedDocument& document) { impl_->take(document); }

std::size_t DatabaseBuilder::held_bytes() const { return impl_->held_bytes(); }

Status DatabaseBuilder::replace_values(std::uint32_t slot,
                                       std::span<const std::pair<DocId, std::string>> values) {
  return impl_->replace_values(slot, values);
}

Status DatabaseBuilder::finish(const std::map<std::string, std::string>& metadata,
                               PostingObserver* observer) {
  return impl_->finish(metadata, observer);
}

}  // namespace dateline::glass
