#include "common/store/index.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/store/guard.h"

namespace dateline::store {
namespace {

namespace fs = std::filesystem;

// The file without which a directory is no Glass database.
constexpr const char* kVersionFile = "iamglass";

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

// Where an index is made before it is moved into its directory.
constexpr const char* kNursery = "creating";

// What the making of an index leaves behind when it is killed: no other program's, and no index
// yet.
bool is_leftover(const fs::path& name) {
  return name == "dateline.lock" || name == kNursery || name == "flintlock" ||
         name.extension() == ".glass";
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

Status status_of(const std::error_code& error, const std::string& what) {
  if (!error) return {};
  return failure(io_error(what, error.value()));
}

// Moves the files of a finished index up, the one that makes it an index last.
Status leave_nursery(const fs::path& nursery, const fs::path& directory) {
  std::error_code error;
  const auto move_up = [&](const fs::path& name) {
    if (!error) fs::rename(nursery / name, directory / name, error);
  };
  std::vector<fs::path> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(nursery, error)) {
    names.push_back(entry.path().filename());
  }
  for (const fs::path& name : names) {
    if (name != kVersionFile) move_up(name);
  }
  move_up(kVersionFile);
  if (!error) fs::remove_all(nursery, error);
  return status_of(error, "cannot make an index in " + directory.string());
}

// An empty index with its format version, or none: a reader never sees one half made.
Status create_index(const std::string& directory) {
  const fs::path nursery = fs::path(directory) / kNursery;
  std::error_code error;
  fs::remove_all(nursery, error);
  fs::create_directories(nursery, error);
  if (error) return status_of(error, "cannot make the directory " + directory);
  const auto made = guard("making an index in " + directory, [&]() -> Status {
    Xapian::WritableDatabase db(nursery.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    return stamp_format(db, directory);
  });
  return made ? leave_nursery(nursery, directory) : made;
}

}  // namespace

bool has_index(const std::string& directory) {
  std::error_code error;
  return fs::exists(fs::path(directory) / kVersionFile, error);
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
    if (holds_other_things(directory)) {
      return failure(ErrorCode::kUsage, directory + " is not empty and holds no index",
                     "name another directory with --db");
    }
    if (auto made = create_index(directory); !made) return failure(made.error());
  }
  return guard("opening " + directory, [&]() -> Result<Xapian::WritableDatabase> {
    Xapian::WritableDatabase db(directory, Xapian::DB_OPEN);
    if (auto stamped = stamp_format(db, directory); !stamped) return failure(stamped.error());
    return db;
  });
}

}  // namespace dateline::store
