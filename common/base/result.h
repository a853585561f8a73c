// Result<T>: a value, or an Error that says what went wrong, why, and what to do about it.
//
// Library code returns Results and never prints, exits or lets an exception of a third-party
// library escape. Programs turn an Error into a message on standard error and an exit code
// (common/program/exit_code.h).
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace dateline {

// The kinds of failure that a caller may want to treat differently.
enum class ErrorCode {
  kUsage,         // the command line or a request parameter is wrong
  kQuery,         // the query text is wrong; the message carries the place
  kInvalidInput,  // an article or archive that cannot be used
  kNotFound,      // no such file, index or article
  kIo,            // reading or writing failed
  kNoSpace,       // no space left on the device
  kLocked,        // another writer holds the index
  kForeign,       // the directory is somebody else's
  kCorrupt,       // the index is damaged
  kVersion,       // the index was written by a version that this one cannot read
  kLimit,         // a bound of ours was met: size, depth, count
  kNoMemory,      // the system gave no more memory
  kInterrupted,   // SIGINT or SIGTERM asked us to stop
  kInternal,      // a fault of ours
};

// A stable lower-case name, such as "not-found", for JSON and logs.
std::string_view name_of(ErrorCode code);

// What the code stands for, in words that name nothing of this machine: "the index is damaged".
std::string_view meaning_of(ErrorCode code);

// Message and hint are for people on this machine: they name paths, processes and commands. Whoever
// asks from elsewhere is sent the code's name and public_message(), and nothing else.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // what and why: one sentence, no trailing full stop needed
  std::string hint;     // what to do; empty when there is nothing to advise

  // The message of kQuery, which quotes the asker's own words alone; else meaning_of(code).
  std::string public_message() const;

  // "message (hint)", for logs and test failures.
  std::string to_string() const;
};

template <typename T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string message, std::string hint = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(hint)});
}

inline tl::unexpected<Error> failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace dateline
