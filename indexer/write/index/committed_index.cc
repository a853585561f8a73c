#include "indexer/write/index/committed_index.h"

#include <fmt/format.h>

#include <map>
#include <numeric>
#include <utility>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "common/store/index_files.h"
#include "indexer/write/index/copy_search.h"
#include "indexer/write/index/folding.h"

namespace dateline::indexer {
CommittedIndex::CommittedIndex(std::string directory, store::WriteLock lock,
                               store::IndexReader reader)
    : directory_(std::move(directory)),
      lock_(std::move(lock)),
      reader_(std::move(reader)),
      manifest_(reader_.manifest()) {
  // The writer before may have died, or met an error, between replacing the manifest and knowing it
  // to be on the disk: until then a crash can bring back the one before, with its segments.
  if (sync_path(directory_)) store::delete_unnamed(directory_, manifest_);
}

std::string CommittedIndex::next_segment_path() const {
  return store::segment_path(directory_, store::segment_name(manifest_.next_segment));
}

Result<bool> CommittedIndex::has(const std::string& term) {
  return store::guard("looking into " + directory_, [&] {
    const Xapian::Database& db = reader_.database();
    for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
      if (counts(*at)) return true;
    }
    return false;
  });
}

Result<std::string> CommittedIndex::standing_order(const std::string& id_term) {
  return store::guard("looking into " + directory_, [&]() -> std::string {
    const Xapian::Database& db = reader_.database();
    for (auto at = db.postlist_begin(id_term); at != db.postlist_end(id_term); ++at) {
      if (!counts(*at)) continue;
      return db.get_document(*at).get_value(static_cast<Xapian::valueno>(schema::Slot::kVersion));
    }
    return {};
  });
}

Result<std::uint64_t> CommittedIndex::mark_gone(const std::string& term,
                                                std::vector<store::Blocked>* gone) {
  return store::guard("looking into " + directory_, [&]() -> Result<std::uint64_t> {
    const Xapian::Database& db = reader_.database();
    std::uint64_t marked = 0;
    for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
      if (!counts(*at)) continue;
      if (gone != nullptr) {
        const auto article = schema::decode_record(db.get_document(*at).get_data());
        if (!article) return failure(article.error());
        gone->push_back(store::blocked_for(*article));
      }
      gone_.insert(*at);
      ++marked;
    }
    return marked;
  });
}

Result<std::uint64_t> CommittedIndex::mark_unseen_gone(
    const std::function<bool(std::string_view)>& seen,
    const std::function<bool(const Origin&)>& covers) {
  return store::guard("removing from " + directory_, [&]() -> Result<std::uint64_t> {
    const Xapian::Database& db = reader_.database();
    const std::string prefix(schema::field(schema::FieldId::kFingerprint).value_prefix);
    std::uint64_t marked = 0;
    for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
      if (seen(std::string_view(*term).substr(prefix.size()))) continue;
      auto gone = bury_covered(*term, covers);
      if (!gone) return gone;
      marked += *gone;
    }
    return marked;
  });
}

Result<std::uint64_t> CommittedIndex::bury_covered(
    const std::string& term, const std::function<bool(const Origin&)>& covers) {
  const Xapian::Database& db = reader_.database();
  std::uint64_t marked = 0;
  for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
    if (!counts(*at)) continue;
    const auto article = schema::decode_record(db.get_document(*at).get_data());
    if (!article) return failure(article.error());
    if (!article->origin || !covers(*article->origin)) continue;
    gone_.insert(*at);
    ++marked;
  }
  return marked;
}

Status CommittedIndex::show_articles(StoryGrouper& grouper) const {
  return store::guard("looking for copies in " + directory_, [&] {
    indexer::show_articles(
        reader_, [this](Xapian::docid document) { return counts(document); }, grouper);
  });
}

Status CommittedIndex::publish(const std::optional<NewSegment>& segment,
                               const std::string& updated) {
  store::Manifest next = manifest_;
  ++next.generation;
  next.updated = updated;
  // First, while the manifest's segments are the reader's shards.
  if (auto marked = write_gone(next); !marked) return marked;
  if (auto written = write_blocked(next); !written) return written;
  if (segment) {
    store::SegmentEntry entry;
    entry.name = store::segment_name(next.next_segment++);
    entry.documents = segment->documents;
    // Of an index of an older format, whose segments stay as they are, this one is no longer.
    next.format_version = schema::kFormatVersion;
    if (auto written = write_tombstones(entry, next.generation, segment->tombstones); !written) {
      return written;
    }
    next.segments.push_back(std::move(entry));
    if (auto written = write_merges(next, segment->merges); !written) return written;
  }
  return replace_manifest(std::move(next));
}

Status CommittedIndex::fold_tiers() {
  for (;;) {
    const auto chosen = choose_fold(manifest_.segments);
    if (chosen.empty()) return {};
    if (auto folded = fold(chosen); !folded) return folded;
  }
}

Status CommittedIndex::fold_all() {
  std::vector<std::size_t> all(manifest_.segments.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const bool packed = all.empty() || (all.size() == 1 && manifest_.segments.front().gone == 0);
  return packed ? Status() : fold(all);
}

bool CommittedIndex::counts(Xapian::docid document) const {
  return reader_.is_live(document) && !gone_.contains(document);
}

Status CommittedIndex::write_tombstones(store::SegmentEntry& entry, std::uint64_t generation,
                                        const store::Tombstones& tombstones) const {
  if (tombstones.empty()) return {};
  entry.gone = tombstones.size();
  entry.tombstones = fmt::format("{}.{}.gone", entry.name, generation);
  return store::write_tombstones(store::tombstones_path(directory_, entry.tombstones), tombstones);
}

Status CommittedIndex::write_merges(store::Manifest& next,
                                    const std::vector<store::StoryMerge>& merges) const {
  if (merges.empty()) return {};
  const store::StoryMerges all = reader_.stories().with(merges);
  next.stories = {all.list().size(), fmt::format("stories.{}.merged", next.generation)};
  return store::write_story_merges(store::merges_path(directory_, next.stories.file), all);
}

// The reader's shards are the committed segments, in their order.
Status CommittedIndex::write_gone(store::Manifest& next) const {
  const auto shards = static_cast<Xapian::docid>(reader_.shards());
  std::map<std::size_t, store::Tombstones> by_segment;
  for (const Xapian::docid document : gone_) {
    by_segment[(document - 1) % shards].push_back((document - 1) / shards + 1);
  }
  for (auto& [segment, fresh] : by_segment) {
    store::SegmentEntry& entry = next.segments[segment];
    store::Tombstones before;
    if (!entry.tombstones.empty()) {
      const std::string path = store::tombstones_path(directory_, entry.tombstones);
      auto read = store::read_tombstones(path, entry.gone);
      if (!read) return failure(read.error());
      before = std::move(*read);
    }
    const store::Tombstones all = store::united(std::move(before), fresh);
    if (auto written = write_tombstones(entry, next.generation, all); !written) return written;
  }
  std::erase_if(next.segments, [](const auto& entry) { return entry.articles() == 0; });
  return {};
}

Status CommittedIndex::write_blocked(store::Manifest& next) const {
  if (!blocked_) return {};
  next.blocked = {};
  if (blocked_->empty()) return {};
  const auto text = store::encode_blocklist(*blocked_);
  if (!text) return failure(text.error());
  next.blocked = {text->size(), fmt::format("blocked.{}.list", next.generation)};
  return replace_file(store::blocklist_path(directory_, next.blocked.file), *text);
}

Status CommittedIndex::fold(const std::vector<std::size_t>& chosen) {
  store::Manifest next = manifest_;
  ++next.generation;
  if (auto folded = fold_segments(directory_, next, chosen); !folded) return folded;
  return replace_manifest(std::move(next));
}

Status CommittedIndex::replace_manifest(store::Manifest next) {
  if (auto written = store::write_manifest(directory_, next); !written) {
    // Readers may see it all the same, so that nothing may be built under the names that it has.
    manifest_.next_segment = next.next_segment;
    manifest_.generation = next.generation;
    return written;
  }
  manifest_ = std::move(next);
  gone_.clear();
  blocked_.reset();
  const auto refreshed = reader_.refresh();
  if (!refreshed) return failure(refreshed.error());
  store::delete_unnamed(directory_, manifest_);
  return {};
}

}  // namespace dateline::indexer
