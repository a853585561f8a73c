// An index of another machine as the source of a copy: by Debian's rsync over ssh. No shell sees the name
// of the machine or of the directory, here or there.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/write/copying/command.h"
#include "indexer/write/copying/copy_source.h"
#include "indexer/write/copying/source_place.h"

namespace dateline::indexer {

class RsyncSource final : public CopySource {
 public:
  // The runner must outlive the source. `stopping` is asked while rsync runs.
  // RSYNC_RSH names another program than ssh, as rsync's manual has it.
  RsyncSource(RemoteDirectory place, CommandRunner& runner, std::function<bool()> stopping);

  const std::string& name() const override { return name_; }

  // A file that is there in part is finished, by the part that differs. Errors say in which of the
  // programs they are: rsync is missing here or there, ssh does not get through, the disk is full.
  Status fetch(const std::vector<std::string>& names, const std::string& into) override;
  void keep_open(int descriptor) override { kept_open_ = descriptor; }

 private:
  Error error_of(const CommandEnd& end) const;

  const RemoteDirectory place_;
  const std::string name_;
  CommandRunner& runner_;
  const std::function<bool()> stopping_;
  int kept_open_ = -1;
};

}  // namespace dateline::indexer
