// Segments are of tiers by their articles, each tier eight times the one before; where a tier has
// more than it may, all of it becomes one segment:
//
//   articles   90 100 95 120 80   →   485      more than kMostSmall of small ones
//
// A segment of which a good part has gone is written anew by itself. Tested by
// tests/indexer/write/upkeep/maintenance_test.cc and
// tests/indexer/write/index/index_writer_test.cc.
#include "indexer/write/index/folding.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <map>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/store/checksums.h"
#include "common/store/guard.h"
#include "common/store/index_files.h"
#include "common/store/tombstones.h"
#include "indexer/write/index/value_bounds.h"
#include "indexer/write/segment/bounds_writer.h"
#include "indexer/write/segment/columns_writer.h"

namespace dateline::indexer {
namespace {

constexpr std::uint64_t kTierFactor = 8;
// Small segments cost a search almost as much as large ones, and almost nothing to fold.
constexpr std::uint64_t kSmall = 4096;
constexpr std::size_t kMostSmall = 4;  // in a tier
constexpr std::size_t kMostLarge = 8;
// A segment of which more than this part has gone is written anew.
constexpr double kMostGone = 0.3;
constexpr std::uint64_t kGoneWorthwhile = 64;
// Deleting holds the changed lists of so many documents in memory: a few hundred kilobytes each
// hundred.
constexpr std::uint64_t kCommitEvery = 2000;

int tier_of(std::uint64_t articles) {
  int tier = 0;
  for (; articles >= kTierFactor; articles /= kTierFactor) ++tier;
  return tier;
}

bool is_worn(const store::SegmentEntry& segment) {
  return segment.gone >= kGoneWorthwhile &&
         static_cast<double>(segment.gone) > kMostGone * static_cast<double>(segment.documents);
}

// The one id term of a document; empty if it has none.
std::string id_term_of(const Xapian::Database& db, Xapian::docid document) {
  const std::string prefix(schema::field(schema::FieldId::kId).value_prefix);
  auto at = db.termlist_begin(document);
  at.skip_to(prefix);
  if (at == db.termlist_end(document) || !(*at).starts_with(prefix)) return {};
  return *at;
}

class Fold {
 public:
  Fold(const std::string& directory, std::string target)
      : directory_(directory), target_(std::move(target)) {}

  // Where the segment's documents will stand: Xapian shifts the numbers of each source so that its
  // first document follows the last of the sources before it.
  Status add(const store::SegmentEntry& segment) {
    const Xapian::Database db(store::segment_path(directory_, segment.name));
    const auto first = db.postlist_begin("");
    if (first != db.postlist_end("")) offset_ -= *first - 1;
    if (!segment.tombstones.empty()) {
      const std::string path = store::tombstones_path(directory_, segment.tombstones);
      const auto gone = store::read_tombstones(path, segment.gone);
      if (!gone) return failure(gone.error());
      for (const std::uint32_t document : *gone) {
        gone_.emplace(document + offset_, id_term_of(db, document));
      }
    }
    offset_ += db.get_lastdocid();
    all_.add_database(db);
    documents_ += segment.documents;
    return {};
  }

  // How many documents the new segment has.
  Result<std::uint64_t> write() {
    store::discard_segment(target_);
    if (gone_.empty()) {
      all_.compact(target_, Xapian::Compactor::FULL);
    } else if (auto written = write_without_gone(); !written) {
      return failure(written.error());
    }
    const Xapian::Database made(target_);
    const std::uint64_t expected = documents_ - gone_.size();
    if (made.get_doccount() == expected) return expected;
    return failure(ErrorCode::kInternal,
                   fmt::format("folding gave {} articles instead of {}; the index is as it was",
                               made.get_doccount(), expected));
  }

 private:
  // What has gone is deleted from a copy, which is then packed again.
  Status write_without_gone() {
    const std::string copy = target_ + ".whole";
    store::discard_segment(copy);
    all_.compact(copy, Xapian::Compactor::STANDARD);
    if (auto deleted = delete_gone(copy); !deleted) return deleted;
    Xapian::Database(copy).compact(target_, Xapian::Compactor::FULL);
    store::discard_segment(copy);
    return {};
  }

  Status delete_gone(const std::string& copy) {
    Xapian::WritableDatabase db(copy, Xapian::DB_OPEN);
    std::uint64_t deleted = 0;
    for (const auto& [document, id_term] : gone_) {
      if (id_term_of(db, document) != id_term) {
        return failure(ErrorCode::kInternal,
                       "folding lost its place among the articles; the index is as it was");
      }
      db.delete_document(document);
      if (++deleted % kCommitEvery == 0) db.commit();
    }
    db.commit();
    for (const schema::Slot slot : kSlotsOfText) tighten_bounds(db, slot);
    return {};
  }

  // Of the others what is a bound are dates and hashes.
  static constexpr std::array kSlotsOfText{schema::Slot::kSource, schema::Slot::kSection,
                                           schema::Slot::kLanguage};

  const std::string& directory_;
  std::string target_;
  Xapian::Database all_;
  Xapian::docid offset_ = 0;
  std::uint64_t documents_ = 0;
  std::map<Xapian::docid, std::string> gone_;  // where it stands in the copy, and its id term
};

}  // namespace

std::vector<std::size_t> choose_fold(const std::vector<store::SegmentEntry>& segments) {
  std::map<int, std::vector<std::size_t>> tiers;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (is_worn(segments[i])) return {i};
    tiers[tier_of(segments[i].articles())].push_back(i);
  }
  for (const auto& [tier, members] : tiers) {
    const bool small = segments[members.front()].articles() < kSmall;
    if (members.size() > (small ? kMostSmall : kMostLarge)) return members;
  }
  return {};
}

Status fold_segments(const std::string& directory, store::Manifest& manifest,
                     const std::vector<std::size_t>& chosen) {
  store::SegmentEntry made;
  made.name = store::segment_name(manifest.next_segment++);
  const std::string target = store::segment_path(directory, made.name);
  auto written = store::guard("folding segments of " + directory, [&]() -> Status {
    Fold fold(directory, target);
    for (const std::size_t i : chosen) {
      const std::string path = store::segment_path(directory, manifest.segments[i].name);
      if (auto intact = store::require_intact(path); !intact) return intact;
      if (auto added = fold.add(manifest.segments[i]); !added) return added;
    }
    const auto documents = fold.write();
    if (!documents) return failure(documents.error());
    made.documents = *documents;
    if (auto bounds = write_bounds(target); !bounds) return bounds;
    return write_columns(target);
  });
  if (written) written = sync_files(target);
  if (written) written = store::write_checksums(target);
  if (!written) {
    store::discard_segment(target);
    store::discard_segment(target + ".whole");
    return written;
  }
  std::vector<store::SegmentEntry> segments;
  for (std::size_t i = 0; i < manifest.segments.size(); ++i) {
    if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) {
      segments.push_back(std::move(manifest.segments[i]));
    } else if (i == chosen.front()) {
      segments.push_back(made);
    }
  }
  manifest.segments = std::move(segments);
  return {};
}

}  // namespace dateline::indexer
