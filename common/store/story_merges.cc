#include "common/store/story_merges.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/base/file.h"
#include "common/base/fingerprint.h"

namespace dateline::store {
namespace {

using schema::StoryId;

constexpr std::string_view kMergesHead = "dateline merged stories 1\n";
constexpr std::size_t kIdBytes = sizeof(StoryId);
constexpr std::size_t kMergesSumBytes = 33;  // a line feed and a fingerprint

Error damaged_merges(const std::string& path) {
  return {ErrorCode::kCorrupt, path + " is damaged",
          "restore a backup, or index the articles into a new directory"};
}

bool has_lesser_value(const StoryMerge& merge, StoryId value) { return merge.value < value; }

// Sets of ids, of which the least is the root.
class Unions {
 public:
  StoryId root_of(StoryId id) {
    StoryId root = id;
    for (auto up = up_.find(root); up != up_.end(); up = up_.find(root)) root = up->second;
    while (id != root) id = std::exchange(up_.at(id), root);
    return root;
  }
  void join(StoryId a, StoryId b) {
    a = root_of(a);
    b = root_of(b);
    if (a != b) up_[std::max(a, b)] = std::min(a, b);
  }
  std::vector<StoryMerge> list() {
    std::vector<StoryMerge> out;
    for (const auto& [id, up] : up_) out.push_back({id, up});
    for (StoryMerge& merge : out) merge.story = root_of(merge.value);
    std::sort(out.begin(), out.end(),
              [](const StoryMerge& a, const StoryMerge& b) { return a.value < b.value; });
    return out;
  }

 private:
  std::unordered_map<StoryId, StoryId> up_;
};

}  // namespace

StoryId StoryMerges::story_of(StoryId value) const {
  const auto found = std::lower_bound(list_.begin(), list_.end(), value, has_lesser_value);
  return found != list_.end() && found->value == value ? found->story : value;
}

std::vector<StoryId> StoryMerges::values_of(StoryId story) const {
  std::vector<StoryId> out{story};
  for (const StoryMerge& merge : list_) {
    if (merge.story == story) out.push_back(merge.value);
  }
  return out;
}

StoryMerges StoryMerges::with(const std::vector<StoryMerge>& more) const {
  if (more.empty()) return *this;
  Unions unions;
  for (const StoryMerge& merge : list_) unions.join(merge.value, merge.story);
  for (const StoryMerge& merge : more) unions.join(merge.value, merge.story);
  StoryMerges out;
  out.list_ = unions.list();
  return out;
}

Status write_story_merges(const std::string& path, const StoryMerges& merges) {
  std::string bytes(kMergesHead);
  for (const StoryMerge& merge : merges.list()) {
    bytes += schema::story_value(merge.value) + schema::story_value(merge.story);
  }
  bytes += "\n" + fingerprint(bytes);
  return replace_file(path, bytes);
}

Result<StoryMerges> read_story_merges(const std::string& path, std::uint64_t count) {
  const std::size_t size = kMergesHead.size() + count * 2 * kIdBytes + kMergesSumBytes;
  const auto bytes = read_regular_file(path, size);
  if (!bytes) return failure(bytes.error());
  std::string_view rest = *bytes;
  if (rest.size() != size || !rest.starts_with(kMergesHead)) return failure(damaged_merges(path));
  const std::string_view summed = rest.substr(0, size - kMergesSumBytes);
  if (rest.substr(summed.size()) != "\n" + fingerprint(summed))
    return failure(damaged_merges(path));
  StoryMerges merges;
  const auto id_at = [&](std::size_t at) {
    return schema::story_from_value(summed.substr(at, kIdBytes)).value_or(0);
  };
  for (std::size_t at = kMergesHead.size(); at < summed.size(); at += 2 * kIdBytes) {
    const StoryMerge merge{id_at(at), id_at(at + kIdBytes)};
    const bool ascends = merges.list_.empty() || merges.list_.back().value < merge.value;
    if (!ascends || merge.story >= merge.value) return failure(damaged_merges(path));
    merges.list_.push_back(merge);
  }
  return merges;
}

}  // namespace dateline::store
