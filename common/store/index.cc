#include "common/store/index.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/store/guard.h"

namespace dateline::store {
namespace {

namespace fs = std::filesystem;

struct HostPort {
  std::string host;
  unsigned port;
};

// "host:port", unless a file of that name exists.
std::optional<HostPort> remote_place(const std::string& place) {
  std::error_code error;
  const std::size_t colon = place.rfind(':');
  if (colon == std::string::npos || colon == 0 || fs::exists(place, error)) return std::nullopt;
  unsigned port = 0;
  const char* end = place.data() + place.size();
  const auto read = std::from_chars(place.data() + colon + 1, end, port);
  if (read.ec != std::errc() || read.ptr != end || port == 0 || port > 65535) return std::nullopt;
  return HostPort{place.substr(0, colon), port};
}

Result<Xapian::Database> open_place(const std::string& place) {
  if (const auto remote = remote_place(place)) {
    return guard("connecting to " + place,
                 [&] { return Xapian::Remote::open(remote->host, remote->port, 10000, 10000); });
  }
  if (!has_index(place)) {
    return failure(ErrorCode::kNotFound, "there is no index in " + place,
                   "make one with: dateline-index add --db " + place + " PATH…");
  }
  return guard("opening " + place, [&] { return Xapian::Database(place); });
}

bool is_empty_or_absent(const std::string& directory) {
  std::error_code error;
  if (!fs::exists(directory, error)) return true;
  fs::directory_iterator entries(directory, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    // A lock that an earlier start left behind does not make the directory somebody else's.
    if (entries->path().filename() != "dateline.lock") return false;
  }
  return !error;
}

Status make_directory(const std::string& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (!error) return {};
  return failure(ErrorCode::kIo,
                 fmt::format("cannot make the directory {}: {}", directory, error.message()));
}

}  // namespace

bool has_index(const std::string& directory) {
  std::error_code error;
  return fs::exists(fs::path(directory) / "iamglass", error);
}

Status check_format(const Xapian::Database& db, const std::string& place) {
  const std::string digits = db.get_metadata(std::string(schema::kFormatKey));
  int version = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), version);
  if (version == 0) {
    return failure(ErrorCode::kUsage, place + " is a Xapian database, but not one of Dateline's",
                   "name an index that dateline-index made");
  }
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

Status stamp_format(Xapian::WritableDatabase& db, const std::string& place) {
  const std::string key(schema::kFormatKey);
  if (db.get_doccount() > 0 || !db.get_metadata(key).empty()) return check_format(db, place);
  db.set_metadata(key, std::to_string(schema::kFormatVersion));
  db.commit();
  return {};
}

Result<Xapian::Database> open_for_reading(const std::vector<std::string>& places) {
  Xapian::Database all;
  for (const std::string& place : places) {
    auto one = open_place(place);
    if (!one) return one;
    const auto checked =
        guard_read("opening " + place, *one, [&] { return check_format(*one, place); });
    if (!checked) return failure(checked.error());
    all.add_database(*one);
  }
  return all;
}

Result<Xapian::WritableDatabase> open_for_writing(const std::string& directory) {
  if (!has_index(directory)) {
    if (!is_empty_or_absent(directory)) {
      return failure(ErrorCode::kUsage, directory + " is not empty and holds no index",
                     "name another directory with --db");
    }
    if (auto made = make_directory(directory); !made) return failure(made.error());
  }
  return guard("opening " + directory, [&]() -> Result<Xapian::WritableDatabase> {
    Xapian::WritableDatabase db(directory, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    if (auto stamped = stamp_format(db, directory); !stamped) return failure(stamped.error());
    return db;
  });
}

}  // namespace dateline::store
