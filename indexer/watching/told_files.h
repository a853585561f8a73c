// Which files have been told of, in which state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"
#include "indexer/input/input_list.h"

namespace dateline::indexer::watching {

// Some 40 bytes a file. Not thread-safe.
class ToldFiles {
 public:
  explicit ToldFiles(std::vector<std::string> directories) : directories_(std::move(directories)) {}

  // Begins to look through all directories, from the beginning if it is at it.
  Status look_through();
  bool is_looking() const { return walk_.has_value(); }

  // Goes on looking: up to `most` files that have settled in a state that was not told yet. Others
  // that have changed just now are kept for look_again(). With `twice`, a file must have been seen
  // in that state by an earlier look_through() too.
  std::vector<std::string> go_on(std::size_t most, bool twice);

  // Those that were kept and have settled since.
  std::vector<std::string> look_again();
  void keep(std::string path) { unsettled_.push_back(std::move(path)); }
  bool has_unsettled() const { return !unsettled_.empty(); }

  // True if this file, which is complete, is in a state that was not told yet; it is now.
  bool tell(const std::string& path);

 private:
  std::vector<std::string> directories_;
  std::optional<InputList> walk_;
  std::unordered_map<std::uint64_t, std::uint64_t> told_;  // FileIdentity: place, state
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;  // of those that are not told
  std::vector<std::string> unsettled_;
};

}  // namespace dateline::indexer::watching
