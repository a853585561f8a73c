#include "indexer/write/copying/pull.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/figures.h"
#include "common/base/file.h"
#include "common/store/checksums.h"
#include "common/store/index.h"
#include "common/store/index_files.h"
#include "common/store/manifest.h"
#include "common/store/write_lock.h"
#include "indexer/write/copying/copy_plan.h"
#include "indexer/write/copying/gathering.h"
#include "indexer/write/copying/provenance.h"
#include "indexer/write/index/input_stamps.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

constexpr int kMostAttempts = 10;
constexpr std::uint64_t kMostManifestBytes = std::uint64_t{16} << 20;
constexpr std::uint64_t kMostListBytes = std::uint64_t{1} << 20;
constexpr std::uint64_t kMostFileBytes = std::uint64_t{1} << 30;
constexpr const char* kManifest = "XAPIANDB";

class Puller {
 public:
  Puller(CopySource& source, std::string destination, const PullOptions& options,
         Gathering gathering)
      : source_(source),
        destination_(std::move(destination)),
        options_(options),
        gathering_(std::move(gathering)) {
    source_.keep_open(gathering_.lock());
  }

  Result<Pulled> run() {
    if (auto read = read_mine(); !read) return failure(read.error());
    std::string before;
    for (int i = 0; i < kMostAttempts; ++i) {
      if (auto fetched = fetch_manifest(); !fetched) return failure(fetched.error());
      auto pulled = pull();
      const bool is_gone = !pulled && pulled.error().code == ErrorCode::kNotFound;
      if (!is_gone) return pulled;
      // A writer names a new state before it deletes what was only in the old one.
      if (text_ == before) return failure(lacks_files(pulled.error()));
      before = text_;
    }
    return failure(
        ErrorCode::kIo,
        fmt::format("{} changed {} times while it was being copied", source_.name(), kMostAttempts),
        "run it again: what has come is kept");
  }

  // What has come is kept where the next run can go on from it.
  void end(bool is_kept) const { is_kept ? gathering_.end_if_empty() : gathering_.end(); }

 private:
  Status read_mine() {
    if (!store::has_index(destination_)) return {};
    auto text = read_regular_file(store::manifest_path(destination_), kMostManifestBytes);
    if (!text) return failure(text.error());
    auto mine = store::decode_manifest(*text, destination_);
    if (!mine) return failure(mine.error());
    facts_.mine = std::move(*mine);
    my_text_ = std::move(*text);
    for (const store::SegmentEntry& segment : facts_.mine->segments) {
      const auto list = read_list(destination_, segment.name);
      // Without it the segment is known to be none of the source's, and is replaced.
      if (list) facts_.my_lists.emplace(segment.name, *list);
    }
    return {};
  }

  static Result<std::string> read_list(const std::string& index, const std::string& segment) {
    return read_regular_file(
        fmt::format("{}/{}", store::segment_path(index, segment), store::kChecksumsFile),
        kMostListBytes);
  }

  Status fetch_manifest() {
    const std::string path = store::manifest_path(gathering_.path());
    std::error_code ignored;
    fs::remove(path, ignored);
    if (auto fetched = source_.fetch({kManifest}, gathering_.path()); !fetched) {
      if (fetched.error().code != ErrorCode::kNotFound) return fetched;
      return failure(ErrorCode::kNotFound, "there is no index in " + source_.name(),
                     "name the directory that dateline-index add --db made; it said: " +
                         fetched.error().message);
    }
    auto text = read_regular_file(path, kMostManifestBytes);
    if (!text) return failure(text.error());
    auto manifest = store::decode_manifest(*text, source_.name());
    if (!manifest) return failure(manifest.error());
    facts_.source = std::move(*manifest);
    text_ = std::move(*text);
    return {};
  }

  Result<Pulled> pull() {
    // A manifest alone names no content: two indexes that somebody else wrote may have the same.
    if (text_ == my_text_ && is_known_copy()) return unchanged();
    gathering_.keep_only(facts_.source);
    if (auto fetched = fetch_lists(); !fetched) return failure(fetched.error());
    facts_.is_same = [this](const std::string& from, const std::string& mine) {
      return is_same_file(from, mine);
    };
    const CopyPlan plan = plan_copy(facts_);
    if (auto allowed = check_replaced(plan); !allowed) return failure(allowed.error());
    if (plan.is_done) return noted_unchanged();
    if (auto gathered = gather(plan); !gathered) return failure(gathered.error());
    return publish(plan);
  }

  bool is_known_copy() const { return was_pulled_from(destination_, source_.name(), my_text_); }

  // As after a backup that was put there by hand.
  Result<Pulled> noted_unchanged() const {
    if (is_known_copy()) return unchanged();
    auto noted = note_pulled(destination_, source_.name(), "", my_text_);
    if (!noted) return failure(noted.error());
    return unchanged();
  }

  Pulled unchanged() const {
    Pulled pulled;
    pulled.articles = facts_.mine->articles();
    pulled.revision = facts_.mine->generation;
    return pulled;
  }

  // Files of fingerprints, and all that stands beside the segments: little, and always anew.
  Status fetch_lists() {
    std::vector<std::string> names;
    for (const store::SegmentEntry& segment : facts_.source.segments) {
      names.push_back(file_in_segment(segment.name, store::kChecksumsFile));
      if (!segment.tombstones.empty()) names.push_back(file_beside_segments(segment.tombstones));
    }
    for (const std::string& file : {facts_.source.stories.file, facts_.source.blocked.file}) {
      if (!file.empty()) names.push_back(file_beside_segments(file));
    }
    std::error_code ignored;
    for (const std::string& name : names) fs::remove(gathering_.path() + "/" + name, ignored);
    if (auto fetched = fetch(names); !fetched) return fetched;
    facts_.source_lists.clear();
    for (const store::SegmentEntry& segment : facts_.source.segments) {
      auto list = read_list(gathering_.path(), segment.name);
      if (!list) return failure(list.error());
      facts_.source_lists.emplace(segment.name, std::move(*list));
    }
    return {};
  }

  Status fetch(const std::vector<std::string>& names) {
    if (options_.stopping && options_.stopping()) return failure(copy_stopped());
    return names.empty() ? Status() : source_.fetch(names, gathering_.path());
  }

  bool is_same_file(const std::string& from, const std::string& mine) const {
    const auto theirs =
        read_regular_file(store::segments_path(gathering_.path()) + "/" + from, kMostFileBytes);
    const auto ours =
        read_regular_file(store::segments_path(destination_) + "/" + mine, kMostFileBytes);
    return theirs && ours && *theirs == *ours;
  }

  Status check_replaced(const CopyPlan& plan) const {
    const bool is_ours = !plan.has_others || options_.replace || is_known_copy();
    if (is_ours) return {};
    return failure(
        ErrorCode::kUsage,
        fmt::format("{} has articles that were not copied from {}", destination_, source_.name()),
        "copy to another directory; or say --replace, and what is only in this one is gone");
  }

  Status gather(const CopyPlan& plan) {
    std::vector<std::string> wanted;
    for (const NamedCopy& segment : plan.segments) {
      if (!gathering_.has_intact(segment.from)) wanted.push_back(segment.from);
    }
    // Once more for what an earlier run has left in pieces: of the right size, with other bytes.
    for (int i = 0; i < 2 && !wanted.empty(); ++i) {
      if (auto fetched = fetch_segments(wanted); !fetched) return fetched;
      std::erase_if(wanted, [&](const std::string& name) { return gathering_.has_intact(name); });
      if (i == 0) discard(wanted);
    }
    if (wanted.empty()) return {};
    const auto reason =
        store::require_intact(store::segment_path(gathering_.path(), wanted.front()));
    const std::string said = reason ? "" : ": " + reason.error().message;
    discard(wanted);
    return failure(ErrorCode::kCorrupt,
                   fmt::format("the segment {} of {} does not match its fingerprints{}",
                               wanted.front(), source_.name(), said),
                   "run dateline-index verify where it is; the copy is as it was");
  }

  // All but the files of fingerprints, by which the next try finds what to fetch.
  void discard(const std::vector<std::string>& segments) const {
    std::error_code ignored;
    for (const std::string& segment : segments) {
      const std::string path = store::segment_path(gathering_.path(), segment);
      const auto files = store::listed_files(path);
      if (!files) continue;
      for (const auto& file : *files) fs::remove(path + "/" + file.name, ignored);
    }
  }

  Status fetch_segments(const std::vector<std::string>& segments) {
    std::vector<std::string> names;
    std::uint64_t bytes = 0;
    for (const std::string& segment : segments) {
      const std::string path = store::segment_path(gathering_.path(), segment);
      const auto files = store::listed_files(path);
      if (!files) return failure(files.error());
      for (const auto& file : *files) {
        names.push_back(file_in_segment(segment, file.name));
        const auto there = real_files().facts(path + "/" + file.name);
        bytes += file.bytes - (there ? std::min(there->size, file.bytes) : 0);
      }
    }
    if (auto fits = check_space(bytes); !fits) return fits;
    return fetch(names);
  }

  Status check_space(std::uint64_t bytes) const {
    std::error_code error;
    const fs::space_info space = fs::space(gathering_.path(), error);
    if (error || space.available >= bytes) return {};
    return failure(ErrorCode::kNoSpace,
                   fmt::format("the copy needs {} more, and {} has {}", format_bytes(bytes),
                               destination_, format_bytes(space.available)),
                   "free some space, then run it again");
  }

  Result<Pulled> publish(const CopyPlan& plan) {
    Pulled pulled{true, plan.manifest.articles(), plan.manifest.generation, plan.segments.size(),
                  0};
    for (const NamedCopy& segment : plan.segments) {
      pulled.bytes += bytes_of(segment.from);
      if (auto moved = gathering_.move_segment(segment.from, segment.to); !moved) {
        return failure(moved.error());
      }
    }
    for (const NamedCopy& file : plan.files) {
      if (auto moved = gathering_.move_file(file.from, file.to); !moved) {
        return failure(moved.error());
      }
    }
    if (auto replaced = replace_manifest(plan); !replaced) return failure(replaced.error());
    // Files that are known to be in the index may not be in this one.
    InputStamps::drop(destination_);
    store::delete_unnamed(destination_, plan.manifest);
    return pulled;
  }

  std::uint64_t bytes_of(const std::string& segment) const {
    std::uint64_t bytes = 0;
    const auto files = store::listed_files(store::segment_path(gathering_.path(), segment));
    for (const auto& file : files.value_or(std::vector<store::ListedFile>())) bytes += file.bytes;
    return bytes;
  }

  Status replace_manifest(const CopyPlan& plan) {
    const std::string text = plan.is_byte_for_byte ? text_ : store::encode_manifest(plan.manifest);
    if (auto noted = note_pulled(destination_, source_.name(), my_text_, text); !noted) {
      return noted;
    }
    if (auto synced = sync_path(store::segments_path(destination_)); !synced) return synced;
    return replace_file(store::manifest_path(destination_), text);
  }

  Error lacks_files(const Error& error) const {
    return {
        ErrorCode::kCorrupt,
        fmt::format("{} lacks a file that its manifest names: {}", source_.name(), error.message),
        "run dateline-index verify where it is; the copy is as it was"};
  }

  CopySource& source_;
  const std::string destination_;
  const PullOptions& options_;
  const Gathering gathering_;
  CopyFacts facts_;
  std::string text_;     // of the source's manifest
  std::string my_text_;  // of the copy's, as it was; empty for none
};

Status check_is_free(const std::string& destination) {
  if (store::has_index(destination) || store::holds_only_leftovers(destination)) return {};
  return failure(ErrorCode::kForeign, destination + " is there already, and is no index",
                 "name an index, or a directory that is not there yet");
}

// What there is nothing in.
void take_back(const std::string& destination, bool was_there) {
  if (store::has_index(destination)) return;
  std::error_code ignored;
  fs::remove(store::segments_path(destination), ignored);
  fs::remove(store::WriteLock::path(destination), ignored);
  if (!was_there) fs::remove(destination, ignored);
}

Result<Pulled> pull_locked(CopySource& source, const std::string& destination,
                           const PullOptions& options) {
  if (auto made = store::ensure_segments_directory(destination); !made)
    return failure(made.error());
  // See CommittedIndex for why, and why not before the directory is synced.
  const auto manifest = store::read_manifest(destination);
  if (manifest && sync_path(destination)) store::delete_unnamed(destination, *manifest);
  auto gathering = Gathering::begin(destination);
  if (!gathering) return failure(gathering.error());
  Puller puller(source, destination, options, std::move(*gathering));
  auto pulled = puller.run();
  const bool is_kept = !pulled && (pulled.error().code == ErrorCode::kIo ||
                                   pulled.error().code == ErrorCode::kNoSpace ||
                                   pulled.error().code == ErrorCode::kInterrupted);
  puller.end(is_kept);
  return pulled;
}

}  // namespace

Result<Pulled> pull_index(CopySource& source, const std::string& destination,
                          const PullOptions& options) {
  std::error_code ignored;
  const bool was_there = fs::exists(destination, ignored);
  if (auto is_free = check_is_free(destination); !is_free) return failure(is_free.error());
  const auto lock = store::WriteLock::acquire(destination);
  if (!lock) return failure(lock.error());
  auto pulled = pull_locked(source, destination, options);
  if (!pulled) take_back(destination, was_there);
  return pulled;
}

}  // namespace dateline::indexer
