// The file "sums" beside a segment's tables has a line for each: name, size, fingerprint. Sizes
// are compared whenever a segment is opened, which costs nothing; fingerprints, for which every
// byte is read, when an index is verified, copied or folded. Tested by
// tests/common/store/checksums_test.cc.
#include "common/store/checksums.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <future>
#include <memory>
#include <new>
#include <system_error>
#include <utility>

#include "common/base/directory.h"
#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "common/store/index_files.h"

namespace dateline::store {
namespace {

constexpr const char* kVersionFile = "iamglass";
constexpr std::string_view kSum = "sum ";
constexpr std::size_t kPiece = std::size_t{1} << 18;
constexpr std::uint64_t kWorthAThread = std::uint64_t{8} << 20;
constexpr std::uint64_t kMaxSumsBytes = std::uint64_t{1} << 20;

// "size fingerprint" of a file that may be larger than memory.
Result<std::string> sum_of(const std::string& path) {
  const auto file = open_regular_file(path);
  if (!file) return failure(file.error());
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  std::string piece(kPiece, '\0');
  std::uint64_t size = 0;
  for (;;) {
    const ssize_t count = ::read(file->number(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(io_error("cannot read " + path, errno));
    if (count == 0) break;
    XXH3_128bits_update(state.get(), piece.data(), static_cast<std::size_t>(count));
    size += static_cast<std::uint64_t>(count);
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{} {:016x}{:016x}", size, hash.high64, hash.low64);
}

// Large files are read beside each other, by threads of their own if there are any to be had.
std::future<Result<std::string>> sum_to_come(const std::string& path) {
  const auto work = [path] { return sum_of(path); };
  const auto facts = real_files().facts(path);
  try {
    if (facts && facts->size >= kWorthAThread) return std::async(std::launch::async, work);
  } catch (const std::system_error&) {
    return std::async(std::launch::deferred, work);
  }
  return std::async(std::launch::deferred, work);
}

// "name size fingerprint" a line, in the order of the names.
Result<std::vector<std::string>> lines_of(const std::string& segment_path) {
  const auto names = real_files().list(segment_path);
  if (!names) return failure(names.error());
  std::vector<std::pair<std::string, std::future<Result<std::string>>>> sums;
  for (const std::string& name : *names) {
    // Xapian leaves its lock file where a database was open for writing.
    if (name == kChecksumsFile || name == "flintlock") continue;
    sums.emplace_back(name, sum_to_come(fmt::format("{}/{}", segment_path, name)));
  }
  std::vector<std::string> lines;
  for (auto& [name, to_come] : sums) {
    const auto sum = to_come.get();
    if (!sum) return failure(sum.error());
    lines.push_back(fmt::format("{} {}", name, *sum));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

// The lines that were written; kCorrupt where they are not as they were.
Result<std::string> read_kept(const std::string& segment_path) {
  const std::string path = segment_path + "/" + kChecksumsFile;
  auto kept = read_regular_file(path, kMaxSumsBytes);
  if (!kept) return kept;
  const std::size_t end = kept->rfind(kSum);
  if (end == std::string::npos ||
      kept->substr(end) != std::string(kSum) + fingerprint(kept->substr(0, end)) + "\n") {
    return failure(ErrorCode::kCorrupt, path + " is damaged");
  }
  kept->resize(end);
  return kept;
}

Error damaged(const std::string& segment_path, std::string_view what) {
  return {ErrorCode::kCorrupt, fmt::format("the segment {} is damaged: {}", segment_path, what),
          "run dateline-index verify; restore a backup, or index again into a new directory"};
}

// Of a line "name size fingerprint"; without a name where it is none.
ListedFile listed_in(std::string_view line) {
  const auto words = split(line, ' ');
  ListedFile file;
  if (words.size() != 3 || !is_segment_file_name(words[0])) return file;
  const char* const end = words[1].data() + words[1].size();
  const auto read = std::from_chars(words[1].data(), end, file.bytes);
  if (read.ec == std::errc() && read.ptr == end) file.name = words[0];
  return file;
}

// Whether a line of `kept` begins with "name size ".
bool has_size(const std::string& kept, const std::string& name, std::uint64_t size) {
  const std::string begin = fmt::format("{} {} ", name, size);
  return kept.starts_with(begin) || kept.find("\n" + begin) != std::string::npos;
}

Status check_sizes(const std::string& segment_path, const std::string& kept) {
  const auto directory = Directory::open(segment_path);
  const auto names = directory ? directory->names() : failure(directory.error());
  if (!names) return failure(names.error());
  std::ptrdiff_t as_written = 0;
  for (const std::string& name : *names) {
    const auto size = directory->size_of_regular_file(name);
    if (!size) return failure(damaged(segment_path, name + " is no regular file"));
    if (has_size(kept, name, *size)) ++as_written;
  }
  if (as_written == std::ranges::count(kept, '\n')) return {};
  return failure(damaged(segment_path, "a file is missing or not of the size that was written"));
}

}  // namespace

Status write_checksums(const std::string& segment_path) {
  const auto lines = lines_of(segment_path);
  if (!lines) return failure(lines.error());
  std::string text = joined(*lines);
  const std::string sum = fingerprint(text);
  return replace_file(segment_path + "/" + kChecksumsFile,
                      text.append(kSum).append(sum).append("\n"));
}

Result<std::vector<ListedFile>> listed_files(const std::string& segment_path) {
  const auto kept = read_kept(segment_path);
  if (!kept) return failure(kept.error());
  std::vector<ListedFile> files;
  for (const std::string_view line : split(std::string_view(*kept), '\n')) {
    if (line.empty()) continue;
    files.push_back(listed_in(line));
    if (files.back().name.empty()) {
      return failure(damaged(segment_path, "its list of files names what no segment has"));
    }
  }
  return files;
}

Result<std::vector<std::string>> check_checksums(const std::string& segment_path) {
  const auto kept = read_kept(segment_path);
  if (!kept && kept.error().code == ErrorCode::kCorrupt) {
    return std::vector<std::string>{kept.error().message};
  }
  if (!kept) return failure(kept.error());
  const auto found = lines_of(segment_path);
  if (!found) return failure(found.error());
  std::vector<std::string> differing;
  const std::string now = "\n" + joined(*found);
  const std::string then = "\n" + *kept;
  const auto compare = [&](const std::string& a, const std::string& b, std::string_view what) {
    for (const std::string_view line : split(std::string_view(a), '\n')) {
      if (line.empty() || b.find("\n" + std::string(line) + "\n") != std::string::npos) continue;
      differing.push_back(
          fmt::format("{}/{} {}", segment_path, line.substr(0, line.find(' ')), what));
    }
  };
  compare(then, now, "is missing or not as it was written");
  if (differing.empty()) compare(now, then, "does not belong there");
  return differing;
}

Status require_intact(const std::string& segment_path) {
  const auto differing = check_checksums(segment_path);
  if (differing && differing->empty()) return {};
  if (differing) return failure(damaged(segment_path, differing->front()));
  if (differing.error().code != ErrorCode::kNotFound) return failure(differing.error());
  return failure(damaged(segment_path, differing.error().message));
}

Status check_before_opening(const std::string& segment_path) {
  const auto kept = read_kept(segment_path);
  if (!kept && kept.error().code == ErrorCode::kIo) return failure(kept.error());
  if (!kept) return failure(damaged(segment_path, kept.error().message));
  if (auto sized = check_sizes(segment_path, *kept); !sized) return sized;
  const auto version = sum_of(segment_path + "/" + kVersionFile);
  if (!version) return failure(version.error());
  const std::string line = fmt::format("\n{} {}\n", kVersionFile, *version);
  if (("\n" + *kept).find(line) != std::string::npos) return {};
  return failure(damaged(segment_path, "its version file is not as it was written"));
}

}  // namespace dateline::store
