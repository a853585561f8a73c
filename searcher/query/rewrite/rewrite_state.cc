#include "searcher/query/rewrite/rewrite_state.h"

#include <algorithm>
#include <utility>

namespace dateline::query {

void RewriteState::note(std::string code, std::string text) {
  Notice notice{std::move(code), std::move(text)};
  if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
    notices.push_back(std::move(notice));
  }
}

void RewriteState::fail(std::size_t offset, std::string message, std::string hint) {
  if (!error) error = QueryError{offset, std::move(message), std::move(hint)};
}

}  // namespace dateline::query
