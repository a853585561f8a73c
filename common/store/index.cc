#include "common/store/index.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <system_error>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/store/index_files.h"
#include "common/store/manifest.h"

namespace dateline::store {

bool has_index(const std::string& directory) {
  std::error_code error;
  return std::filesystem::exists(manifest_path(directory), error);
}

Status create_index(const std::string& directory) {
  if (has_index(directory)) return ensure_segments_directory(directory);
  if (!holds_only_leftovers(directory)) {
    return failure(ErrorCode::kForeign,
                   directory + " holds no index, but other things; nothing in it was changed",
                   "name another directory with --db: one that is empty or not there yet");
  }
  if (auto made = make_directories(directory); !made) return made;
  if (auto made = ensure_segments_directory(directory); !made) return made;
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

std::string xapian_version() { return std::string("Xapian ") + Xapian::version_string(); }

}  // namespace dateline::store
