// Tested by tests/indexer/input/archive/archive_feed_test.cc.
#include "indexer/input/archive/archive_feed.h"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

}  // namespace

// What was given last is let go of now, if nobody wants it any more.
bool ArchiveFeed::fetch() {
  const std::uint64_t end = start_ + at_;
  std::uint64_t from = std::min(wanted_, end);
  if (end - from > most_kept_) from = end;
  if (from > start_) {
    kept_.erase(0, from - start_);
    at_ -= from - start_;
    start_ = from;
  }
  const std::string_view seen = source_->peek(1).substr(0, kBlock);
  kept_ += seen;
  const bool found = !seen.empty();
  source_->skip(seen.size());
  return found;
}

std::string_view ArchiveFeed::next() {
  if (at_ == kept_.size() && !fetch()) return {};
  const std::string_view given = std::string_view(kept_).substr(at_);
  at_ = kept_.size();
  return given;
}

void ArchiveFeed::forget_before(std::uint64_t position) { wanted_ = std::max(wanted_, position); }

std::optional<std::uint64_t> ArchiveFeed::find(std::uint64_t position,
                                               std::string_view sign) const {
  const std::uint64_t from = std::max(position, start_) - start_;
  const std::size_t found = from > kept_.size() ? std::string::npos : kept_.find(sign, from);
  return found == std::string::npos ? std::nullopt : std::optional(start_ + found);
}

bool ArchiveFeed::go_to(std::uint64_t position, std::string_view sign, std::size_t lead) {
  wanted_ = position = std::max(position, start_);
  for (;;) {
    const std::size_t from = std::min<std::uint64_t>(position - start_, kept_.size());
    std::size_t found = kept_.find(sign, from + lead);
    if (found != std::string::npos) {
      found -= lead;
      at_ = found;
      wanted_ = start_ + found;
      return true;
    }
    // A sign may stand across two blocks.
    const std::size_t tail = std::min(kept_.size() - from, lead + sign.size() - 1);
    position = std::max(position, start_ + kept_.size() - tail);
    wanted_ = position;
    at_ = kept_.size();
    if (!fetch()) return false;
  }
}

}  // namespace dateline::indexer
