#include "indexer/pipeline/file_ledger.h"

namespace dateline::indexer {

void FileLedger::indexed(const std::string& path, const std::optional<FileIdentity>& file) {
  turn_to(path);
  file_ = file;
  ++articles_;
}

void FileLedger::rejected(const std::string& path) {
  turn_to(path);
  spoiled_ = true;
}

void FileLedger::turn_to(const std::string& path) {
  if (path == path_) return;
  close();
  path_ = path;
}

void FileLedger::close() {
  if (file_ && file_->settled && !spoiled_) finished_.emplace_back(*file_, articles_);
  path_.clear();
  file_.reset();
  articles_ = 0;
  spoiled_ = false;
}

void FileLedger::stamp(InputStamps& stamps, bool ended) {
  if (ended) close();
  for (const auto& [file, articles] : finished_) stamps.put(file, articles);
  finished_.clear();
}

}  // namespace dateline::indexer
