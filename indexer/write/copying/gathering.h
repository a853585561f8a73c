// DIR/pulling: where the files of the next state of a copy are gathered, laid out as an index of their
// own, until all of them are there and right. What a run that ended too early has gathered is there for
// the next one.
#pragma once

#include <string>

#include "common/base/descriptor.h"
#include "common/base/result.h"
#include "common/store/manifest.h"

namespace dateline::indexer {

class Gathering {
 public:
  // In the index in `directory`, of which the caller holds the WriteLock. kLocked where a program that a
  // killed run had started still writes there, after five seconds.
  static Result<Gathering> begin(const std::string& directory);

  const std::string& path() const { return path_; }
  int lock() const { return lock_.number(); }

  // Lets go of what `wanted` does not name.
  void keep_only(const store::Manifest& wanted) const;

  // A segment that is whole and as its file of fingerprints says.
  bool has_intact(const std::string& segment) const;

  // Synced, under a name in the index that nothing has. Nobody reads it before a manifest names it.
  Status move_segment(const std::string& from, const std::string& to) const;
  Status move_file(const std::string& from, const std::string& to) const;

  // Deletes all that is left; the place alone, if no segment is in it.
  void end() const;
  void end_if_empty() const;

 private:
  Gathering(std::string directory, std::string path, Descriptor lock);

  std::string directory_;
  std::string path_;
  Descriptor lock_;
};

}  // namespace dateline::indexer
