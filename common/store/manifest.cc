// Tested by tests/common/store/manifest_test.cc, and fuzzed by tests/fuzz/manifest_fuzz.cc.
#include "common/store/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/store/blocking/blocklist.h"
#include "common/store/index.h"
#include "common/store/index_files.h"

namespace dateline::store {
namespace {

constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{16} << 20;
// Xapian numbers documents with 32 bits.
constexpr std::uint64_t kMostDocuments = 0xFFFF'FFFF;
constexpr std::string_view kTitle =
    "# An index of Dateline's. Xapian's own tools read it as a stub database. Do not edit.\n";
constexpr std::string_view kHead = "#dateline ";
constexpr std::string_view kSegment = "#segment ";
constexpr std::string_view kStories = "#stories ";
constexpr std::string_view kBlocked = "#blocked ";
constexpr std::string_view kSumLine = "#sum ";

Error damaged(const std::string& place) {
  return {ErrorCode::kCorrupt, "the manifest of " + place + " is damaged",
          "restore a backup, or index the articles into a new directory"};
}

// The value of "key=" among words that single spaces part.
std::optional<std::string_view> word_of(std::string_view line, std::string_view key) {
  for (const std::string_view word : split(line, ' ')) {
    if (word.size() > key.size() && word.starts_with(key) && word[key.size()] == '=') {
      return word.substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> number_of(std::string_view line, std::string_view key) {
  const auto word = word_of(line, key);
  if (!word) return std::nullopt;
  std::uint64_t number = 0;
  const char* end = word->data() + word->size();
  const auto read = std::from_chars(word->data(), end, number);
  if (word->empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

std::optional<SegmentEntry> segment_of(std::string_view line) {
  const auto documents = number_of(line, "documents");
  const auto gone = number_of(line, "gone");
  const auto tombstones = word_of(line, "tombstones");
  const std::string_view name = line.substr(0, line.find(' '));
  if (!documents || !gone || !tombstones || *gone > *documents) return std::nullopt;
  if (!is_segment_name(name) || *documents > kMostDocuments || (*gone > 0) == tombstones->empty()) {
    return std::nullopt;
  }
  if (!tombstones->empty() &&
      (!is_tombstones_name(*tombstones) || !tombstones->starts_with(fmt::format("{}.", name)))) {
    return std::nullopt;
  }
  return SegmentEntry{std::string(name), *documents, *gone, std::string(*tombstones)};
}

std::optional<MergesEntry> merges_of(std::string_view line) {
  const auto merges = number_of(line, "merges");
  const auto file = word_of(line, "file");
  if (!merges || !file || *merges == 0 || *merges > kMostDocuments || !is_merges_name(*file)) {
    return std::nullopt;
  }
  return MergesEntry{*merges, std::string(*file)};
}

std::optional<BlockedEntry> blocked_of(std::string_view line) {
  const auto bytes = number_of(line, "bytes");
  const auto file = word_of(line, "file");
  if (!bytes || !file || *bytes > kMostBlocklistBytes || !is_blocklist_name(*file)) {
    return std::nullopt;
  }
  return BlockedEntry{*bytes, std::string(*file)};
}

// What the lines between head and sum say; false where one makes no sense.
bool read_rows(std::string_view text, Manifest& into) {
  for (const std::string_view row : split(text, '\n')) {
    if (row.starts_with(kSegment)) {
      auto segment = segment_of(row.substr(kSegment.size()));
      if (!segment) return false;
      into.segments.push_back(std::move(*segment));
    } else if (row.starts_with(kStories)) {
      auto merges = merges_of(row.substr(kStories.size()));
      if (!merges || !into.stories.file.empty()) return false;
      into.stories = std::move(*merges);
    } else if (row.starts_with(kBlocked)) {
      auto blocked = blocked_of(row.substr(kBlocked.size()));
      if (!blocked || !into.blocked.file.empty()) return false;
      into.blocked = std::move(*blocked);
    }
  }
  return true;
}

// No two segments share a name, and the next one to be built gets a name that none has.
bool has_numbers_of_its_own(const Manifest& manifest) {
  std::set<std::string_view> names;
  return std::ranges::all_of(manifest.segments, [&](const SegmentEntry& segment) {
    std::uint64_t number = 0;
    std::from_chars(segment.name.data(), segment.name.data() + segment.name.size(), number);
    return segment_name(number) == segment.name && number < manifest.next_segment &&
           names.insert(segment.name).second;
  });
}

Status check_version(std::uint64_t version, const std::string& place) {
  return check_format_version(static_cast<int>(std::min<std::uint64_t>(version, 1'000'000)), place);
}

// An index directory of an older kind, or somebody else's database.
Error no_manifest(const std::string& directory) {
  std::error_code ignored;
  if (std::filesystem::exists(directory + "/iamglass", ignored)) {
    return {ErrorCode::kUsage,
            directory + " is a Xapian database, but not one of this Dateline's indexes",
            "name an index that dateline-index made, or index the articles again"};
  }
  return {ErrorCode::kNotFound, "there is no index in " + directory,
          "make one with: dateline-index add --db " + directory + " PATH…"};
}

}  // namespace

std::uint64_t Manifest::articles() const {
  std::uint64_t sum = 0;
  for (const SegmentEntry& segment : segments) sum += segment.articles();
  return sum;
}

std::string manifest_path(const std::string& directory) { return directory + "/XAPIANDB"; }
std::string segments_path(const std::string& directory) { return directory + "/segments"; }
std::string segment_path(const std::string& directory, const std::string& segment) {
  return segments_path(directory) + "/" + segment;
}
std::string tombstones_path(const std::string& directory, const std::string& file) {
  return segments_path(directory) + "/" + file;
}
std::string merges_path(const std::string& directory, const std::string& file) {
  return segments_path(directory) + "/" + file;
}
std::string blocklist_path(const std::string& directory, const std::string& file) {
  return segments_path(directory) + "/" + file;
}

std::string segment_name(std::uint64_t number) { return fmt::format("{:06}", number); }

std::string encode_manifest(const Manifest& manifest) {
  std::string out(kTitle);
  out +=
      fmt::format("{}format={} generation={} next={} updated={}\n", kHead, manifest.format_version,
                  manifest.generation, manifest.next_segment, manifest.updated);
  for (const SegmentEntry& segment : manifest.segments) {
    out += fmt::format("{}{} documents={} gone={} tombstones={}\nglass segments/{}\n", kSegment,
                       segment.name, segment.documents, segment.gone, segment.tombstones,
                       segment.name);
  }
  if (!manifest.stories.file.empty()) {
    out += fmt::format("{}merges={} file={}\n", kStories, manifest.stories.merges,
                       manifest.stories.file);
  }
  if (!manifest.blocked.file.empty()) {
    out += fmt::format("{}bytes={} file={}\n", kBlocked, manifest.blocked.bytes,
                       manifest.blocked.file);
  }
  const std::string sum = fingerprint(out);
  return out.append(kSumLine).append(sum).append("\n");
}

Result<Manifest> decode_manifest(const std::string& text, const std::string& place) {
  const std::size_t head = text.find(kHead);
  if (head == std::string::npos) {
    return failure(ErrorCode::kUsage, place + " is a stub database, but not one of Dateline's",
                   "name an index that dateline-index made");
  }
  const std::string_view line = std::string_view(text).substr(head, text.find('\n', head) - head);
  const auto version = number_of(line, "format");
  if (!version) return failure(damaged(place));
  // Before the rest is judged, which another version may write otherwise.
  if (auto known = check_version(*version, place); !known) return failure(known.error());
  const std::size_t sum = text.rfind(kSumLine);
  if (sum == std::string::npos ||
      text.substr(sum) != std::string(kSumLine) + fingerprint(text.substr(0, sum)) + "\n") {
    return failure(damaged(place));
  }
  const auto generation = number_of(line, "generation");
  const auto next = number_of(line, "next");
  const auto updated = word_of(line, "updated");
  if (!generation || !next || !updated) return failure(damaged(place));
  Manifest manifest{
      static_cast<int>(*version), *generation, *next, std::string(*updated), {}, {}, {}};
  if (!read_rows(std::string_view(text).substr(0, sum), manifest)) return failure(damaged(place));
  if (!has_numbers_of_its_own(manifest)) return failure(damaged(place));
  return manifest;
}

Result<Manifest> read_manifest(const std::string& directory) {
  const auto text = read_regular_file(manifest_path(directory), kMaxManifestBytes);
  if (text) return decode_manifest(*text, directory);
  if (text.error().code == ErrorCode::kNotFound) return failure(no_manifest(directory));
  return failure(text.error());
}

Status write_manifest(const std::string& directory, const Manifest& manifest) {
  if (auto synced = sync_path(segments_path(directory)); !synced) return synced;
  return replace_file(manifest_path(directory), encode_manifest(manifest));
}

}  // namespace dateline::store
