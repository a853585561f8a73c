#include "common/store/guard.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace dateline::store {
namespace {

struct Meaning {
  ErrorCode code;
  std::string_view hint;
};

Meaning meaning_of(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  if (type == "DatabaseLockError") {
    return {ErrorCode::kLocked, "another program writes to this index; wait for it to finish"};
  }
  if (type == "DatabaseCorruptError") {
    return {ErrorCode::kCorrupt, "run dateline-index verify; restore a backup or index again"};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::kVersion, "it was written by another version of Xapian; index again"};
  }
  if (type == "DatabaseNotFoundError" || type == "DocNotFoundError") {
    return {ErrorCode::kNotFound, ""};
  }
  if (type == "DatabaseModifiedError")
    return {ErrorCode::kIo, "the index changes too fast; try again"};
  if (type == "NetworkError" || type == "NetworkTimeoutError") {
    return {ErrorCode::kIo, "check that xapian-tcpsrv runs there"};
  }
  return {type == "DatabaseError" || type == "DatabaseOpeningError" ? ErrorCode::kIo
                                                                    : ErrorCode::kInternal,
          ""};
}

bool is_no_space(const Xapian::Error& error) {
  const char* detail = error.get_error_string();
  return detail != nullptr && std::string_view(detail) == std::strerror(ENOSPC);
}

}  // namespace

Error error_from(std::string_view what, const Xapian::Error& error) {
  const Meaning meaning = is_no_space(error)
                              ? Meaning{ErrorCode::kNoSpace, "free some space, then run it again"}
                              : meaning_of(error);
  std::string message = fmt::format("{}: {}", what, error.get_msg());
  if (const char* detail = error.get_error_string(); detail != nullptr) {
    message += fmt::format(" ({})", detail);
  }
  return {meaning.code, std::move(message), std::string(meaning.hint)};
}

}  // namespace dateline::store
