#include "common/base/result.h"

namespace dateline {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return "usage";
    case ErrorCode::kQuery:
      return "query";
    case ErrorCode::kInvalidInput:
      return "invalid-input";
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kNoSpace:
      return "no-space";
    case ErrorCode::kLocked:
      return "locked";
    case ErrorCode::kForeign:
      return "foreign";
    case ErrorCode::kCorrupt:
      return "corrupt";
    case ErrorCode::kVersion:
      return "version";
    case ErrorCode::kLimit:
      return "limit";
    case ErrorCode::kNoMemory:
      return "no-memory";
    case ErrorCode::kInterrupted:
      return "interrupted";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "internal";
}

std::string_view meaning_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return "the request cannot be understood";
    case ErrorCode::kQuery:
      return "the query cannot be understood";
    case ErrorCode::kInvalidInput:
      return "the input cannot be used";
    case ErrorCode::kNotFound:
      return "there is nothing of that name";
    case ErrorCode::kIo:
      return "reading or writing failed";
    case ErrorCode::kNoSpace:
      return "there is no space left";
    case ErrorCode::kLocked:
      return "the index is being written by another process";
    case ErrorCode::kForeign:
      return "the directory belongs to something else";
    case ErrorCode::kCorrupt:
      return "the index is damaged";
    case ErrorCode::kVersion:
      return "the index was written by another version";
    case ErrorCode::kLimit:
      return "a limit was met";
    case ErrorCode::kNoMemory:
      return "there is not enough memory";
    case ErrorCode::kInterrupted:
      return "the work was interrupted";
    case ErrorCode::kInternal:
      break;
  }
  return "something is wrong inside the program";
}

std::string Error::public_message() const {
  return code == ErrorCode::kQuery ? message : std::string(meaning_of(code));
}

std::string Error::to_string() const {
  return hint.empty() ? message : message + " (" + hint + ")";
}

}  // namespace dateline
