// The one place where Xapian's exceptions become Errors.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "common/base/result.h"

namespace dateline::store {

// What a Xapian exception means to a user, with `what` ("searching", "committing to news.db") in
// front.
Error error_from(std::string_view what, const Xapian::Error& error);

// Runs `body`, which may throw Xapian::Error; returns its result, or the Error. A `body` that
// returns a Result keeps its own failures.
template <typename Body>
auto guard(std::string_view what, Body&& body) {
  using Value = std::invoke_result_t<Body>;
  if constexpr (std::is_void_v<Value>) {
    try {
      std::forward<Body>(body)();
      return Status{};
    } catch (const Xapian::Error& error) {
      return Status(failure(error_from(what, error)));
    }
  } else if constexpr (requires(Value value) {
                         value.error();
                         value.has_value();
                       }) {
    try {
      return std::forward<Body>(body)();
    } catch (const Xapian::Error& error) {
      return Value(failure(error_from(what, error)));
    }
  } else {
    try {
      return Result<Value>(std::forward<Body>(body)());
    } catch (const Xapian::Error& error) {
      return Result<Value>(failure(error_from(what, error)));
    }
  }
}

// Like guard, for reads: when a writer has committed twice since `db` was opened, its blocks may be
// gone. Then the newest revision is opened and `body` runs again from its start, so readers never
// see that. Documents and iterators taken from `db` before must not be used inside.
//
// Mostly that shows as DatabaseModifiedError. But a block that was put to another use in between
// can also look damaged ("Expected block 13 to be level 1, not 0", about one read in 10,000 beside
// a writer that commits without pause), so damage is believed when it is met ten times. Reopening
// may be overtaken as well, and stands inside the try.
template <typename Body>
auto guard_read(std::string_view what, Xapian::Database& db, Body&& body) {
  constexpr int kMostOvertaken = 100;
  constexpr int kMostDamaged = 10;
  return guard(what, [&] {
    int overtaken = 0;
    int damaged = 0;
    for (;;) {
      try {
        if (overtaken + damaged > 0) db.reopen();
        return body();
      } catch (const Xapian::DatabaseModifiedError&) {
        if (++overtaken == kMostOvertaken) throw;
      } catch (const Xapian::DatabaseCorruptError&) {
        if (++damaged == kMostDamaged) throw;
      }
    }
  });
}

}  // namespace dateline::store
