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

#include "common/base/result.h"
#include "indexer/input/file_identity.h"

namespace dateline::indexer {

// Not thread-safe. 40 bytes or so a file.
class InputStamps {
 public:
  // What the index in `directory` has; nothing where the cache is not there, is damaged, or is
  // newer than the index (generation `generation`), as after a restored backup.
  static InputStamps load(const std::string& directory, std::uint64_t generation);

  // How many articles the file gave; 0 if it is not known in this state.
  std::uint32_t articles_of(const FileIdentity& file) const;

  void put(const FileIdentity& file, std::uint32_t articles);
  bool changed() const { return changed_; }

  // Replaces the cache; `generation` is the one up to which it knows the index.
  Status save(const std::string& directory, std::uint64_t generation) const;
  static void drop(const std::string& directory);

 private:
  struct Stamp {
    std::uint64_t state = 0;
    std::uint32_t articles = 0;
  };
  std::unordered_map<std::uint64_t, Stamp> by_place_;
  bool changed_ = false;
};

}  // namespace dateline::indexer
