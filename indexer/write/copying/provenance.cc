// Tested by tests/indexer/write/copying/pull_test.cc.
#include "indexer/write/copying/provenance.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "common/store/index_files.h"

namespace dateline::indexer {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 16;

std::string path_in(const std::string& directory) {
  return fmt::format("{}/{}", directory, store::kPulledFile);
}

std::string source_line(std::string_view source) {
  return fmt::format("source {}", replace_all(std::string(source), "\n", " "));
}

std::string state_line(std::string_view manifest) {
  return fmt::format("state {}", fingerprint(manifest));
}

bool has_line(std::string_view text, const std::string& line) {
  const auto lines = split(text, '\n');
  return std::ranges::find(lines, line) != lines.end();
}

}  // namespace

bool was_pulled_from(const std::string& directory, std::string_view source,
                     std::string_view manifest) {
  const auto text = read_regular_file(path_in(directory), kMostBytes);
  return text && has_line(*text, source_line(source)) && has_line(*text, state_line(manifest));
}

Status note_pulled(const std::string& directory, std::string_view source, std::string_view before,
                   std::string_view after) {
  std::string text = "# What dateline-index pull has copied here.\n";
  text += source_line(source) + "\n";
  if (!before.empty()) text += state_line(before) + "\n";
  text += state_line(after) + "\n";
  return replace_file(path_in(directory), text);
}

}  // namespace dateline::indexer
