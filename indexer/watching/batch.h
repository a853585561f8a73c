// Files that wait to be indexed together: a commit for each alone would cost more than they do.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace dateline::indexer::watching {

class Batch {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Due when its first file has waited for `delay`, or when there are `most` files.
  Batch(std::chrono::milliseconds delay, std::size_t most) : delay_(delay), most_(most) {}

  void add(std::vector<std::string> paths, Time now) {
    if (paths_.empty()) since_ = now;
    for (std::string& path : paths) paths_.push_back(std::move(path));
  }

  bool is_empty() const { return paths_.empty(); }
  bool is_due(Time now) const {
    return !paths_.empty() && (paths_.size() >= most_ || now - since_ >= delay_);
  }

  const std::vector<std::string>& paths() const { return paths_; }
  void clear() { paths_.clear(); }

 private:
  std::chrono::milliseconds delay_;
  std::size_t most_;
  std::vector<std::string> paths_;
  Time since_;
};

}  // namespace dateline::indexer::watching
