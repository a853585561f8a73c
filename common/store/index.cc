#include "common/store/index.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <system_error>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/store/manifest.h"

namespace dateline::store {
namespace {

namespace fs = std::filesystem;

// What the making of an index leaves behind when it is killed: no other program's, and no index
// yet.
bool is_leftover(const fs::path& name) {
  return name == "dateline.lock" || name == "segments" || name == "XAPIANDB.tmp" ||
         name == "inputs";
}

bool holds_other_things(const std::string& directory) {
  std::error_code error;
  if (!fs::exists(directory, error)) return false;
  fs::directory_iterator entries(directory, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    if (!is_leftover(entries->path().filename())) return true;
  }
  return static_cast<bool>(error);
}

}  // namespace

bool has_index(const std::string& directory) {
  std::error_code error;
  return fs::exists(manifest_path(directory), error);
}

Status create_index(const std::string& directory) {
  if (has_index(directory)) return {};
  if (holds_other_things(directory)) {
    return failure(ErrorCode::kUsage, directory + " is not empty and holds no index",
                   "name another directory with --db");
  }
  std::error_code error;
  fs::create_directories(segments_path(directory), error);
  if (error) return failure(io_error("cannot make an index in " + directory, error.value()));
  Manifest empty;
  empty.format_version = schema::kFormatVersion;
  return write_manifest(directory, empty);
}

Status check_format_version(int version, const std::string& place) {
  if (version > schema::kFormatVersion) {
    return failure(ErrorCode::kVersion,
                   fmt::format("{} has format version {}; this program reads up to {}", place,
                               version, schema::kFormatVersion),
                   "use the newer Dateline that wrote it, or index the articles again");
  }
  if (version < schema::kOldestReadableFormat) {
    return failure(ErrorCode::kVersion,
                   fmt::format("{} has format version {}; this program reads from {}", place,
                               version, schema::kOldestReadableFormat),
                   "index the articles again into a new directory");
  }
  return {};
}

Status check_format(const Xapian::Database& db, const std::string& place) {
  const std::string digits = db.get_metadata(std::string(schema::kFormatKey));
  int version = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), version);
  if (version > 0) return check_format_version(version, place);
  return failure(ErrorCode::kUsage, place + " is a Xapian database, but not one of Dateline's",
                 "name an index that dateline-index made");
}

}  // namespace dateline::store
