// An index in a directory of this machine, as the source of a copy.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/store/segment_lease.h"
#include "indexer/write/copying/copy_source.h"

namespace dateline::indexer {

// Holds a lease on each segment that it has copied anything of, until the manifest is fetched anew or
// it goes: what a writer folds away meanwhile stays until it has been copied. Writes nothing into the
// source.
class DirectorySource final : public CopySource {
 public:
  // `stopping` is asked between pieces of files.
  DirectorySource(std::string directory, std::function<bool()> stopping);

  const std::string& name() const override { return directory_; }
  Status fetch(const std::vector<std::string>& names, const std::string& into) override;

 private:
  Status hold(const std::string& name);
  Status copy(const std::string& name, const std::string& into) const;

  const std::string directory_;
  const std::function<bool()> stopping_;
  std::map<std::string, store::SegmentLease> leases_;
};

}  // namespace dateline::indexer
