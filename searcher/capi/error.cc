#include "searcher/capi/error.h"

#include <cstdlib>
#include <cstring>
#include <memory>

namespace dateline::capi {
namespace {

// Given where there is no memory for another one; never freed.
dateline_error& no_memory() {
  static dateline_error error{{ErrorCode::kNoMemory, "no memory", ""}, "no memory", ""};
  return error;
}

// Made while there still is memory.
[[maybe_unused]] const dateline_error& made_early = no_memory();

dateline_code code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return DATELINE_USAGE;
    case ErrorCode::kQuery:
      return DATELINE_QUERY;
    case ErrorCode::kInvalidInput:
      return DATELINE_INVALID_INPUT;
    case ErrorCode::kNotFound:
      return DATELINE_NOT_FOUND;
    case ErrorCode::kIo:
      return DATELINE_IO;
    case ErrorCode::kNoSpace:
      return DATELINE_NO_SPACE;
    case ErrorCode::kLocked:
      return DATELINE_LOCKED;
    case ErrorCode::kForeign:
      return DATELINE_FOREIGN;
    case ErrorCode::kCorrupt:
      return DATELINE_CORRUPT;
    case ErrorCode::kVersion:
      return DATELINE_FORMAT;
    case ErrorCode::kLimit:
      return DATELINE_LIMIT;
    case ErrorCode::kNoMemory:
      return DATELINE_NO_MEMORY;
    case ErrorCode::kInterrupted:
      return DATELINE_INTERRUPTED;
    case ErrorCode::kInternal:
      break;
  }
  return DATELINE_INTERNAL;
}

}  // namespace

void give(Error error, dateline_error** where, std::string reason) noexcept {
  if (where == nullptr) return;
  try {
    std::string public_message = error.public_message();
    *where = std::make_unique<dateline_error>(
                 dateline_error{std::move(error), std::move(public_message), std::move(reason)})
                 .release();
  } catch (...) {
    *where = &no_memory();
  }
}

tl::unexpected<Error> missing(const char* name) {
  return failure(ErrorCode::kUsage, std::string(name) + " is NULL",
                 "see dateline.h for what the function takes");
}

// NOLINTBEGIN(cppcoreguidelines-no-malloc): dateline_free() is for callers in C
char* copied(std::string_view text) {
  auto* const out = static_cast<char*>(std::malloc(text.size() + 1));
  if (out == nullptr) throw std::bad_alloc();
  std::memcpy(out, text.data(), text.size());
  out[text.size()] = '\0';
  return out;
}

}  // namespace dateline::capi

using dateline::capi::code_of;
using dateline::capi::no_memory;

void dateline_free(char* text) { std::free(text); }
// NOLINTEND(cppcoreguidelines-no-malloc)

dateline_code dateline_error_code(const dateline_error* error) {
  return error == nullptr ? DATELINE_OK : code_of(error->error.code);
}

const char* dateline_error_name(const dateline_error* error) {
  // The names are literals, and so end with a zero.
  return error == nullptr ? "ok" : dateline::name_of(error->error.code).data();
}

const char* dateline_error_message(const dateline_error* error) {
  return error == nullptr ? "" : error->error.message.c_str();
}

const char* dateline_error_hint(const dateline_error* error) {
  return error == nullptr ? "" : error->error.hint.c_str();
}

const char* dateline_error_public_message(const dateline_error* error) {
  return error == nullptr ? "" : error->public_message.c_str();
}

const char* dateline_error_reason(const dateline_error* error) {
  return error == nullptr ? "" : error->reason.c_str();
}

void dateline_error_free(dateline_error* error) {
  if (error != &no_memory()) delete error;
}
