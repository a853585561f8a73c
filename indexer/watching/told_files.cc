#include "indexer/watching/told_files.h"

#include <utility>

#include "indexer/input/file_identity.h"

namespace dateline::indexer::watching {

Status ToldFiles::look_through() {
  auto walk = InputList::open({.paths = directories_, .files_from = {}, .base_url = {}});
  if (!walk) return failure(walk.error());
  walk_ = std::move(*walk);
  unsettled_.clear();
  return {};
}

std::vector<std::string> ToldFiles::go_on(std::size_t most, bool twice) {
  std::vector<std::string> out;
  while (walk_ && out.size() < most) {
    auto item = walk_->next();
    if (!item) {
      walk_.reset();
      break;
    }
    if (!*item) continue;  // what cannot be read now may be readable the next time
    const auto identity = file_identity((*item)->path, {});
    if (!identity) continue;
    const auto told = told_.find(identity->place);
    if (told != told_.end() && told->second == identity->state) continue;
    const auto seen = seen_.find(identity->place);
    const bool again = seen != seen_.end() && seen->second == identity->state;
    if (identity->settled && (again || !twice)) {
      told_[identity->place] = identity->state;
      seen_.erase(identity->place);
      out.push_back(std::move((*item)->path));
    } else if (twice) {
      seen_[identity->place] = identity->state;
    } else {
      unsettled_.push_back(std::move((*item)->path));
    }
  }
  return out;
}

std::vector<std::string> ToldFiles::look_again() {
  std::vector<std::string> out;
  for (std::string& path : std::exchange(unsettled_, {})) {
    const auto identity = file_identity(path, {});
    if (!identity) continue;
    if (!identity->settled) {
      unsettled_.push_back(std::move(path));
    } else if (tell(path)) {
      out.push_back(std::move(path));
    }
  }
  return out;
}

bool ToldFiles::tell(const std::string& path) {
  const auto identity = file_identity(path, {});
  if (!identity) return false;
  const auto [at, is_new] = told_.try_emplace(identity->place, identity->state);
  return std::exchange(at->second, identity->state) != identity->state || is_new;
}

}  // namespace dateline::indexer::watching
