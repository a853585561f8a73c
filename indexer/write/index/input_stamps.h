// Files whose articles are all in the index, by what the file system says of them: so that a run
// over an archive that has not changed opens none of its files.
//
// A cache beside the index, DIR/inputs: what it does not know is read and recognised by its
// fingerprint, or indexed. It is dropped whenever articles are removed, for then a file that has
// not changed may have articles to give again.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"
#include "indexer/input/file_identity.h"

namespace dateline::indexer {

// Not thread-safe. 24 bytes a file, 60 for those of this run. Loading copies the
// file and sorts nothing, so that a run over a million files of which one has changed starts at once.
class InputStamps {
 public:
  // What the index in `directory` has; nothing where the cache is not there, is damaged, is newer
  // than the index (generation `generation`), as after a restored backup, or has more files than an
  // index of so many articles can come from.
  static InputStamps load(const std::string& directory, std::uint64_t generation,
                          std::uint64_t articles);

  // How many articles the file gave; 0 if it is not known in this state.
  std::uint32_t articles_of(const FileIdentity& file) const;

  void put(const FileIdentity& file, std::uint32_t articles);
  bool changed() const { return !fresh_.empty(); }

  // Replaces the cache; `generation` is the one up to which it knows the index.
  Status save(const std::string& directory, std::uint64_t generation) const;
  static void drop(const std::string& directory);

 private:
  struct Stamp {
    std::uint64_t state = 0;
    std::uint32_t articles = 0;
  };
  struct Row {
    std::uint64_t place = 0;
    Stamp stamp;
  };
  const Stamp* find(std::uint64_t place) const;

  std::vector<Row> known_;       // ascending by place
  std::uint64_t most_rows_ = 0;  // more would not be loaded again
  std::unordered_map<std::uint64_t, Stamp> fresh_;
};

}  // namespace dateline::indexer
