// Which files of a run have all their articles in the index: to be stamped, so that the next run
// need not open them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/input/file_identity.h"
#include "indexer/write/index/input_stamps.h"

namespace dateline::indexer {

// Hears of documents in the order of the input, so those of a file come one after another.
class FileLedger {
 public:
  // A document whose article is in the index now.
  void indexed(const std::string& path, const std::optional<FileIdentity>& file);
  // One that gave no article: its file is to be read again.
  void rejected(const std::string& path);

  // Stamps the files that were finished; with `ended`, the last one too: the input has come to its
  // end, and was not cut off.
  void stamp(InputStamps& stamps, bool ended);

 private:
  void turn_to(const std::string& path);
  void close();

  std::vector<std::pair<FileIdentity, std::uint32_t>> finished_;
  std::string path_;
  std::optional<FileIdentity> file_;
  std::uint32_t articles_ = 0;
  bool spoiled_ = false;
};

}  // namespace dateline::indexer
