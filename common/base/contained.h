// Where exceptions end: std::bad_alloc above all, which any allocation may throw, and whatever a
// library or a fault of ours throws besides. Around work whose failure must not end the program
// from within, such as the work of a thread.
#pragma once

#include <exception>
#include <type_traits>
#include <utility>

#include "common/base/result.h"

namespace dateline {

// kNoMemory for std::bad_alloc, with what to do about it; kInternal for everything else.
Error error_of(const std::exception& exception) noexcept;

// What `body` returns, which is a Result or a Status; an exception is its failure. Whatever `body`
// was changing is half changed then, and must not be used again.
template <typename Body>
std::invoke_result_t<Body> contained(Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (const std::exception& exception) {
    return failure(error_of(exception));
  }
}

}  // namespace dateline
