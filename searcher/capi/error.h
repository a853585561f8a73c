// Errors as the C library hands them out, and the end of all exceptions at its functions.
#pragma once

#include <new>
#include <optional>
#include <string>
#include <utility>

#include "common/base/result.h"
#include "searcher/include/dateline/dateline.h"
#include "searcher/search/never_throwing.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name is the header's
struct dateline_error {
  dateline::Error error;
  std::string public_message;
  std::string reason;  // of a rejection; else empty
};

namespace dateline::capi {

// Puts the error where the caller wants it; `where` may be null. Where there is no memory for it, an
// error that says so, and that may be freed like any other.
void give(Error error, dateline_error** where, std::string reason = {}) noexcept;

// Runs `body`, which returns a Result of what the C function returns, and may throw. On failure
// gives the error and returns `failed`. `what` is what is being done, for messages.
template <typename Value, typename Body>
Value guarded(dateline_error** error, const char* what, Value failed, Body&& body) noexcept {
  Result<Value> made =
      search::never_throwing(what, [&]() -> Result<Value> { return std::forward<Body>(body)(); });
  if (made) return std::move(*made);
  give(std::move(made.error()), error);
  return failed;
}

// kUsage for a null pointer that stands for `name`.
tl::unexpected<Error> missing(const char* name);

// Memory of malloc() with the bytes and a zero; throws std::bad_alloc.
char* copied(std::string_view text);

}  // namespace dateline::capi
