#include "indexer/write/index/pending_segment.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/base/file.h"
#include "common/schema/version_order.h"
#include "common/store/checksums.h"
#include "common/store/index_files.h"

namespace dateline::indexer {
namespace {

// Of the memory for a segment, what ids, fingerprints and what is known of stories may take.
constexpr std::uint64_t kRegistryShare = 4;
// What finding the story of an article takes (indexer/stories/grouping.h).
constexpr std::uint64_t kStoryBytes = 150 + kNewArticleBytes;
// What is kept of a version: a node, and a string that may be on the heap.
constexpr std::uint64_t kOrderBytes = 128;

}  // namespace

PendingSegment::PendingSegment(std::string directory, BuilderKind kind,
                               const SegmentOptions& options)
    : directory_(std::move(directory)), kind_(kind), options_(options) {}

PendingSegment::~PendingSegment() {
  if (finished_ || !builder_) return;
  builder_.reset();
  store::discard_segment(directory_);
}

Result<SegmentBuilder*> PendingSegment::builder() {
  const std::lock_guard lock(making_);
  if (builder_) return builder_.get();
  store::discard_segment(directory_);
  std::error_code error;
  const bool is_new = std::filesystem::create_directory(directory_, error);
  if (error) return failure(io_error("cannot make the directory " + directory_, error.value()));
  if (!is_new) {
    return failure(ErrorCode::kForeign, directory_ + " is in the way, and holds files of others",
                   "move it away");
  }
  auto made = SegmentBuilder::create(kind_, directory_, options_);
  if (!made) return failure(made.error());
  builder_ = std::move(*made);
  return builder_.get();
}

Result<std::unique_ptr<PreparedArticle>> PendingSegment::prepare(unsigned lane,
                                                                 std::uint32_t number,
                                                                 const AnalysedArticle& article) {
  auto to = builder();
  if (!to) return failure(to.error());
  return (*to)->prepare(lane, number, article);
}

Result<bool> PendingSegment::take(ArticleSink::Prepared article) {
  if (auto taken = builder_->take(std::move(article.article)); !taken) {
    return failure(taken.error());
  }
  ++documents_;
  const std::uint32_t earlier = find(article.id_term);
  if (earlier != 0) gone_.insert(earlier);
  registry_.put(article.id_term, article.ticket.number);
  if (schema::is_signalled(article.order)) {
    orders_.emplace(article.ticket.number, std::move(article.order));
  }
  if (!article.fingerprint_term.empty()) {
    registry_.put(article.fingerprint_term, article.ticket.number);
  }
  article.story.number = article.ticket.number;
  marks_.push_back(std::move(article.story));
  return earlier != 0;
}

Status PendingSegment::take_outdated(ArticleSink::Prepared article) {
  if (auto taken = builder_->take(std::move(article.article)); !taken) return taken;
  ++documents_;
  gone_.insert(article.ticket.number);
  return {};
}

std::string PendingSegment::order_of(std::uint32_t number) const {
  const auto found = orders_.find(number);
  return found == orders_.end() ? std::string() : found->second;
}

std::uint32_t PendingSegment::find(std::string_view term) const {
  const std::uint32_t number = registry_.find(term);
  return gone_.contains(number) ? 0 : number;
}

bool PendingSegment::is_full() const {
  return (builder_ && builder_->is_full()) ||
         registry_.bytes() + marks_.size() * kStoryBytes + orders_.size() * kOrderBytes >
             options_.memory_bytes / kRegistryShare;
}

std::vector<NewArticle> PendingSegment::take_story_marks() {
  std::erase_if(marks_, [this](const NewArticle& one) { return gone_.contains(one.number); });
  return std::exchange(marks_, {});
}

Status PendingSegment::put_stories(
    const std::vector<std::pair<std::uint32_t, schema::StoryId>>& stories) {
  NewValues values;
  values.reserve(stories.size());
  for (const auto& [number, story] : stories) {
    values.emplace_back(number, schema::story_value(story));
  }
  return builder_->replace_values(schema::Slot::kStory, values);
}

Status PendingSegment::finish(const std::map<std::string, std::string>& metadata) {
  registry_.clear();
  if (auto built = builder_->finish(metadata); !built) return built;
  builder_.reset();
  if (auto summed = store::write_checksums(directory_); !summed) return summed;
  finished_ = true;
  return {};
}

store::Tombstones PendingSegment::tombstones() const {
  store::Tombstones out(gone_.begin(), gone_.end());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace dateline::indexer
