#include "indexer/write/copying/copy_source.h"

#include <fmt/format.h>

#include <set>

#include "common/base/file.h"

namespace dateline::indexer {

Error copy_stopped() {
  return {ErrorCode::kInterrupted, "the copy was stopped before its new state was there",
          "run it again: what has come is kept"};
}

std::string file_in_segment(const std::string& segment, const std::string& file) {
  return "segments/" + segment + "/" + file;
}

std::string file_beside_segments(const std::string& file) { return "segments/" + file; }

Status make_directories_for(const std::vector<std::string>& names, const std::string& into) {
  std::set<std::string> directories;
  for (const std::string& name : names) {
    const std::size_t end = name.rfind('/');
    if (end != std::string::npos) directories.insert(name.substr(0, end));
  }
  for (const std::string& directory : directories) {
    if (auto made = make_directories(fmt::format("{}/{}", into, directory)); !made) return made;
  }
  return {};
}

}  // namespace dateline::indexer
