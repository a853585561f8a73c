#include "searcher/search/never_throwing.h"

#include <xapian.h>

#include <exception>
#include <new>
#include <string>

#include "common/store/guard.h"

namespace dateline::search {

namespace {

Error meaning_of_thrown(std::string_view what) {
  const std::string call(what);
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {ErrorCode::kNoMemory, call + ": there is not enough memory",
            "ask for less at once, or let the program have more memory"};
  } catch (const Xapian::Error& error) {
    return store::error_from(what, error);
  } catch (const std::exception& error) {
    return {ErrorCode::kInternal, call + ": a fault of the program: " + error.what(),
            "please report it with what was asked; the index has not been touched"};
  } catch (...) {
    return {ErrorCode::kInternal, call + ": a fault of the program",
            "please report it with what was asked; the index has not been touched"};
  }
}

}  // namespace

Error thrown_error(std::string_view what) noexcept {
  try {
    return meaning_of_thrown(what);
  } catch (...) {
    // So short a text takes no memory.
    return {ErrorCode::kNoMemory, "no memory", ""};
  }
}

}  // namespace dateline::search
