// Articles go through three steps: admission gives each its number in the order of the input,
// preparing is done on any thread, taking is in that order again. A newer version marks the older
// one as gone, in the committed segments or in the segment that is being built. Tested by
// tests/indexer/write/index/index_writer_test.cc.
#include "indexer/write/index/index_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "common/base/calendar.h"
#include "common/document/url.h"
#include "common/schema/fields.h"
#include "common/schema/version_order.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"
#include "common/store/write_lock.h"
#include "indexer/write/index/committed_index.h"
#include "indexer/write/index/memory_use.h"
#include "indexer/write/index/pending_segment.h"

namespace dateline::indexer {
namespace {

// What the program needs before the first article: code, ICU's and libxml2's tables, stacks.
constexpr std::uint64_t kProgramBytes = std::uint64_t{72} << 20;
// Of what is left, the segment that is being built; the rest is for inputs under way and for what
// allocators keep.
constexpr double kSegmentShare = 0.7;
constexpr std::uint64_t kMinSegmentBytes = std::uint64_t{24} << 20;
// If the process is larger than it should be for another reason than its segment, segments must not
// become as small as an article.
constexpr std::uint64_t kMinBatchBytes = std::uint64_t{8} << 20;
constexpr std::uint64_t kBytesBetweenLooks = std::uint64_t{1} << 20;
constexpr double kResidentShare = 0.92;

std::uint64_t segment_bytes(std::uint64_t memory_bytes) {
  const std::uint64_t left = memory_bytes > kProgramBytes ? memory_bytes - kProgramBytes : 0;
  return std::max(kMinSegmentBytes,
                  static_cast<std::uint64_t>(static_cast<double>(left) * kSegmentShare));
}

std::string utc_text(std::chrono::sys_seconds now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const auto seconds = static_cast<std::int32_t>((now - day).count());
  return Timestamp(day, seconds, 0).to_string();
}

std::string value_term(schema::FieldId id, std::string_view value) {
  return schema::make_term(schema::field(id).value_prefix, value);
}

}  // namespace

// Tickets are given out by the pipeline's source and come back to its sink, so that what both touch
// stands under one mutex: the segment at hand, and how many inputs are on their way into it.
class IndexWriter::State {
 public:
  State(std::string directory, const WriterOptions& options, store::WriteLock lock,
        store::IndexReader reader)
      : options_(options), committed_(std::move(directory), std::move(lock), std::move(reader)) {
    begin_segment();
  }

  std::optional<Ticket> enter(bool takes_number) {
    std::unique_lock lock(mutex_);
    admitted_.wait(lock, [this] { return !ending_ || closed_; });
    if (closed_) return std::nullopt;
    return enter_locked(takes_number);
  }

  Ticket enter_now() {
    const std::lock_guard lock(mutex_);
    return enter_locked(true);
  }

  Result<Prepared> prepare(unsigned lane, Ticket ticket, const AnalysedArticle& article) {
    // The segment cannot change while a ticket to it is out.
    auto made = pending_->prepare(lane, ticket.number, article);
    if (!made) return failure(made.error());
    Prepared prepared = identified(ticket, article);
    prepared.article = std::move(*made);
    return prepared;
  }

  Result<AddOutcome> take(Prepared article) {
    const std::string id_term = article.id_term;
    batch_bytes_ += article.bytes;
    const auto standing = standing_order(id_term);
    if (!standing) return failure(standing.error());
    if (schema::is_outdated(article.order, *standing)) {
      if (auto left = pending_->take_outdated(std::move(article)); !left) {
        return failure(left.error());
      }
      come_out();
      return AddOutcome::kOutdated;
    }
    const auto again = pending_->take(std::move(article));
    if (!again) return failure(again.error());
    bool replaces = *again;
    if (!replaces) {
      const auto gone = committed_.mark_gone(id_term);
      if (!gone) return failure(gone.error());
      replaces = *gone > 0;
    }
    come_out(1);
    return replaces ? AddOutcome::kReplaced : AddOutcome::kAdded;
  }

  void come_out(std::uint64_t changes = 0) {
    const std::lock_guard lock(mutex_);
    --on_their_way_;
    changes_ += changes;
  }

  Result<bool> has(const std::string& term) {
    if (pending_->find(term) != 0) return true;
    return committed_.has(term);
  }

  bool is_superseded(std::string_view id_term, Ticket ticket) const {
    return pending_->find(id_term) >= ticket.number;
  }

  void request_commit() {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }

  bool wants_commit() {
    const std::lock_guard lock(mutex_);
    ending_ = ending_ || is_due();
    return ending_ && on_their_way_ == 0;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    admitted_.notify_all();
  }

  Status commit() {
    auto committed = changes_ == 0 ? forget_outdated() : write_changes();
    const std::lock_guard lock(mutex_);
    ending_ = false;
    admitted_.notify_all();
    return committed;
  }

  Status finish() { return commit_and(&CommittedIndex::fold_tiers); }
  Status compact() { return commit_and(&CommittedIndex::fold_all); }

  std::uint64_t articles() const { return committed_.articles() + pending_->articles(); }

  std::uint64_t changes() const { return changes_; }
  std::uint64_t generation() const { return committed_.manifest().generation; }

  Result<std::uint64_t> remove(const std::string& term) {
    if (pending_->documents() > 0) {
      if (auto committed = commit(); !committed) return failure(committed.error());
    }
    auto gone = committed_.mark_gone(term, options_.note_removed ? &removed_ : nullptr);
    if (gone) changes_ += *gone;
    return gone;
  }

  std::vector<store::Blocked> take_removed() { return std::exchange(removed_, {}); }

  const store::Blocklist& blocked() const { return committed_.blocked(); }
  void set_blocked(store::Blocklist list) {
    committed_.set_blocked(std::move(list));
    ++changes_;
  }

  Result<std::uint64_t> remove_gone(const std::function<bool(std::string_view)>& seen,
                                    const std::function<bool(const Origin&)>& covers) {
    if (auto committed = commit(); !committed) return failure(committed.error());
    auto gone = committed_.mark_unseen_gone(seen, covers);
    if (gone) changes_ += *gone;
    return gone;
  }

 private:
  Result<std::string> standing_order(const std::string& id_term) {
    const std::uint32_t pending = pending_->find(id_term);
    return pending == 0 ? committed_.standing_order(id_term) : pending_->order_of(pending);
  }

  // Nothing but what came too late was taken, if anything.
  Status forget_outdated() {
    if (pending_->documents() > 0) begin_segment();
    return {};
  }

  Ticket enter_locked(bool takes_number) {
    ++on_their_way_;
    // All that is on its way belongs to this batch.
    const std::uint64_t batch = changes_ + on_their_way_;
    ending_ = ending_ || (options_.batch_articles > 0 && batch >= options_.batch_articles);
    return {takes_number ? pending_->advance() : pending_->next_number()};
  }

  void begin_segment() {
    SegmentOptions options;
    options.lanes = options_.lanes;
    options.memory_bytes = segment_bytes(options_.memory_bytes);
    auto pending =
        std::make_unique<PendingSegment>(committed_.next_segment_path(), options_.builder, options);
    const std::lock_guard lock(mutex_);
    pending_ = std::move(pending);
    changes_ = 0;
    batch_bytes_ = 0;
    bytes_at_next_look_ = kMinBatchBytes;
    batch_began_ = options_.clock->now();
  }

  bool is_due() {
    if (changes_ == 0 && pending_->documents() == 0) return false;
    return pending_->is_full() || is_memory_due() ||
           options_.clock->now() - batch_began_ >= interval_;
  }

  bool is_memory_due() {
    if (batch_bytes_ < bytes_at_next_look_) return false;
    bytes_at_next_look_ = batch_bytes_ + kBytesBetweenLooks;
    const auto bound = static_cast<double>(options_.memory_bytes) * kResidentShare;
    return static_cast<double>(resident_bytes()) > bound;
  }

  Status write_changes() {
    const std::string now = utc_text(options_.clock->now());
    std::optional<CommittedIndex::NewSegment> segment;
    if (pending_->articles() > 0) {
      const std::map<std::string, std::string> metadata{
          {std::string(schema::kFormatKey), std::to_string(schema::kFormatVersion)},
          {std::string(schema::kUpdatedKey), now}};
      auto grouping = find_stories();
      if (!grouping) return failure(grouping.error());
      if (auto finished = pending_->finish(metadata); !finished) return finished;
      segment = {pending_->documents(), pending_->tombstones(), std::move(grouping->merges)};
    }
    if (auto published = committed_.publish(segment, now); !published) return published;
    if (options_.clock->now() - batch_began_ >= interval_) {
      interval_ = std::min(2 * interval_, kLongestInterval * options_.commit_interval);
    }
    begin_segment();
    release_free_memory();
    return {};
  }

  Result<Grouping> find_stories() {
    StoryGrouper grouper(pending_->take_story_marks(), committed_.stories());
    if (auto shown = committed_.show_articles(grouper); !shown) return failure(shown.error());
    Grouping grouping = grouper.finish();
    if (auto put = pending_->put_stories(grouping.stories); !put) return failure(put.error());
    return grouping;
  }

  // A fold takes the number that the next segment was to have.
  Status commit_and(Status (CommittedIndex::*fold)()) {
    if (auto committed = commit(); !committed) return committed;
    auto folded = (committed_.*fold)();
    if (folded) begin_segment();
    return folded;
  }

  const WriterOptions options_;
  CommittedIndex committed_;
  std::uint64_t batch_bytes_ = 0;
  std::uint64_t bytes_at_next_look_ = kMinBatchBytes;
  std::chrono::sys_seconds batch_began_;
  std::vector<store::Blocked> removed_;
  std::chrono::seconds interval_ = options_.commit_interval;

  mutable std::mutex mutex_;
  std::condition_variable admitted_;
  std::unique_ptr<PendingSegment> pending_;
  std::uint64_t on_their_way_ = 0;
  std::uint64_t changes_ = 0;  // written by the thread that takes, and read by the one that admits
  bool ending_ = false;
  bool closed_ = false;
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::~IndexWriter() = default;

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(const std::string& directory,
                                                       const WriterOptions& options) {
  const std::string lock_file = store::WriteLock::path(directory);
  std::error_code ignored;
  const bool locked_before = std::filesystem::exists(lock_file, ignored);
  auto lock = store::WriteLock::acquire(directory);
  if (!lock) return failure(lock.error());
  if (auto made = store::create_index(directory); !made) {
    // A directory that is somebody else's is left as it was found.
    const bool foreign = made.error().code == ErrorCode::kForeign;
    if (foreign && !locked_before) std::filesystem::remove(lock_file, ignored);
    return failure(made.error());
  }
  auto reader = store::IndexReader::open({directory});
  if (!reader) return failure(reader.error());
  return std::unique_ptr<IndexWriter>(new IndexWriter(
      std::make_unique<State>(directory, options, std::move(*lock), std::move(*reader))));
}

std::optional<ArticleSink::Ticket> IndexWriter::admit() { return state_->enter(true); }
std::optional<ArticleSink::Ticket> IndexWriter::observe() { return state_->enter(false); }
ArticleSink::Ticket IndexWriter::admit_now() { return state_->enter_now(); }

Result<ArticleSink::Prepared> IndexWriter::prepare(unsigned lane, Ticket ticket,
                                                   const AnalysedArticle& article) {
  return state_->prepare(lane, ticket, article);
}

Result<AddOutcome> IndexWriter::take(Prepared article) { return state_->take(std::move(article)); }
void IndexWriter::leave(Ticket) { state_->come_out(); }

Result<bool> IndexWriter::has_unchanged(std::string_view fingerprint) {
  if (fingerprint.empty()) return false;
  return state_->has(value_term(schema::FieldId::kFingerprint, fingerprint));
}

bool IndexWriter::is_superseded(std::string_view id_term, Ticket ticket) const {
  return state_->is_superseded(id_term, ticket);
}

bool IndexWriter::is_blocked(const Article& article) const {
  return state_->blocked().blocks(article);
}

std::vector<store::Blocked> IndexWriter::take_removed() { return state_->take_removed(); }
const store::Blocklist& IndexWriter::blocked() const { return state_->blocked(); }
void IndexWriter::set_blocked(store::Blocklist list) { state_->set_blocked(std::move(list)); }

void IndexWriter::request_commit() { state_->request_commit(); }
bool IndexWriter::wants_commit() { return state_->wants_commit(); }
Status IndexWriter::commit() { return state_->commit(); }
void IndexWriter::close() { state_->close(); }
Status IndexWriter::finish() { return state_->finish(); }
Status IndexWriter::compact() { return state_->compact(); }
Result<std::uint64_t> IndexWriter::articles() { return state_->articles(); }
std::uint64_t IndexWriter::generation() const { return state_->generation(); }
std::uint64_t IndexWriter::uncommitted() const { return state_->changes(); }

Result<std::uint64_t> IndexWriter::remove_id(std::string_view id) {
  return state_->remove(value_term(schema::FieldId::kId, id));
}

Result<std::uint64_t> IndexWriter::remove_url(std::string_view url) {
  const auto normal = normalise_url(url);
  if (!normal) {
    return failure(ErrorCode::kUsage, fmt::format("{} is no http or https address", url),
                   "give the whole address: https://news.example/article");
  }
  return state_->remove(value_term(schema::FieldId::kUrl, normal->substr(normal->find(':') + 1)));
}

Result<std::uint64_t> IndexWriter::remove_gone(const std::function<bool(std::string_view)>& seen,
                                               const std::function<bool(const Origin&)>& covers) {
  return state_->remove_gone(seen, covers);
}

}  // namespace dateline::indexer
