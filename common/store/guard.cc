#include "common/store/guard.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "common/base/file.h"

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

// What the system said, where one can do something about it; 0 otherwise.
int number_of(const Xapian::Error& error) {
  const char* detail = error.get_error_string();
  for (const int number : {ENOSPC, EMFILE}) {
    if (detail != nullptr && std::string_view(detail) == std::strerror(number)) return number;
  }
  return 0;
}

}  // namespace

Error error_from(std::string_view what, const Xapian::Error& error) {
  std::string message = fmt::format("{}: {}", what, error.get_msg());
  if (const char* detail = error.get_error_string(); detail != nullptr) {
    message += fmt::format(" ({})", detail);
  }
  if (const int number = number_of(error); number != 0) {
    const Error known = io_error(what, number);
    return {known.code, std::move(message), known.hint};
  }
  const Meaning meaning = meaning_of(error);
  return {meaning.code, std::move(message), std::string(meaning.hint)};
}

}  // namespace dateline::store
