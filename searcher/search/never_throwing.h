// The last catch at the library's door: a Searcher never throws, whatever a library, a fault of
// ours or a full memory throws inside it.
#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include "common/base/result.h"

namespace dateline::search {

// The exception that is being handled as an Error, with `what` ("searching") in front: kNoMemory where
// memory ran out, kInternal for what nobody expected. To be called while handling one alone. With
// no memory left even for a message it says "no memory".
Error thrown_error(std::string_view what) noexcept;

// Runs `body`, which returns a Result; its result, or whatever it throws as an Error.
template <typename Body>
std::invoke_result_t<Body> never_throwing(std::string_view what, Body&& body) noexcept {
  try {
    return std::forward<Body>(body)();
  } catch (...) {
    return failure(thrown_error(what));
  }
}

}  // namespace dateline::search
