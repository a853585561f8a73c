// What is known of each index that is served, for whoever asks how the service is: written by the
// workers and by whoever looks after the indexes, read by all.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/settings.h"

namespace dateline::http {

struct IndexState {
  std::string name;
  // Of the newest commit that could be read; none where the index is on another machine, which
  // tells of no commits.
  std::optional<std::uint64_t> revision = std::nullopt;
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::string updated = {};
  // When answers change though nothing is committed, as far as anybody looked.
  std::optional<std::chrono::sys_seconds> changes_at = std::nullopt;
  // Why requests are answered from an older commit than the newest, if they are.
  std::optional<Error> trouble = std::nullopt;
};

// Thread-safe.
class IndexBoard {
 public:
  explicit IndexBoard(std::vector<NamedPlace> places);

  // Reads the manifests anew: a few small files. What cannot be read is `trouble`, and the rest of
  // the state stays as it was.
  void refresh();

  // What a worker met when it answered: why it did so from an older commit, or nothing.
  void note(std::size_t index, const std::optional<Error>& stale_because);
  // And when the next embargo ends, or nothing for never.
  void note_change(std::size_t index, std::optional<std::chrono::sys_seconds> changes_at);

  IndexState state(std::size_t index) const;
  std::vector<IndexState> states() const;

  // The index of this name; the first for an empty one.
  std::optional<std::size_t> find(std::string_view name) const;

 private:
  struct Entry {
    IndexState state;
    std::optional<Error> unread;  // of the manifest
    std::optional<Error> stale;   // of the worker that answered last
  };

  const std::vector<NamedPlace> places_;
  mutable std::mutex mutex_;
  std::vector<Entry> entries_;
};

}  // namespace dateline::http
