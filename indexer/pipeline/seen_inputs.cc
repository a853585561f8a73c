#include "indexer/pipeline/seen_inputs.h"

#include <algorithm>
#include <charconv>

#include "common/base/utf8.h"

namespace dateline::indexer {
namespace {

// Fingerprints are hexadecimal digits, evenly spread: the first 16 of them are as good as a hash.
std::uint64_t short_form(std::string_view fingerprint) {
  std::uint64_t value = 0;
  const std::string_view digits = fingerprint.substr(0, 16);
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

bool is_below(std::string_view path, std::string_view directory) {
  if (directory == "/") return path.starts_with('/');
  return path.starts_with(directory) && path.size() > directory.size() &&
         path[directory.size()] == '/';
}

}  // namespace

void SeenInputs::add(std::string_view fingerprint) {
  fingerprints_.push_back(short_form(fingerprint));
}

void SeenInputs::finish(const std::vector<std::string>& directories) {
  for (const std::string& directory : directories) directories_.push_back(repair_utf8(directory));
  std::sort(fingerprints_.begin(), fingerprints_.end());
}

// Records are UTF-8, and keep what is not UTF-8 in a path as repaired.
void SeenInputs::spare(std::string_view path) { spared_.insert(repair_utf8(path)); }

bool SeenInputs::has(std::string_view fingerprint) const {
  return std::binary_search(fingerprints_.begin(), fingerprints_.end(), short_form(fingerprint));
}

bool SeenInputs::is_spared(std::string_view path) const {
  for (;;) {
    if (spared_.find(path) != spared_.end()) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos || path == "/") return false;
    path = path.substr(0, std::max<std::size_t>(slash, 1));
  }
}

bool SeenInputs::covers(const Origin& origin) const {
  const auto holds = [&](const std::string& directory) { return is_below(origin.path, directory); };
  return std::any_of(directories_.begin(), directories_.end(), holds) && !is_spared(origin.path);
}

}  // namespace dateline::indexer
