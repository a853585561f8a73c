// Tested by tests/indexer/write/copying/copy_plan_test.cc.
#include "indexer/write/copying/copy_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// 12 of "000007.12.gone" and of "stories.12.merged": the commit that wrote it.
std::uint64_t commit_of(const std::string& file) {
  const auto parts = split(std::string_view(file), '.');
  return parts.size() == 3 ? number_of(parts[1]) : 0;
}

class Planner {
 public:
  explicit Planner(const CopyFacts& facts) : facts_(facts) {
    plan_.manifest = facts.source;
    const store::Manifest mine = facts.mine.value_or(store::Manifest{});
    if (facts.mine && facts.source.generation <= mine.generation) {
      plan_.manifest.generation = mine.generation + 1;
    }
    plan_.manifest.next_segment = std::max(facts.source.next_segment, mine.next_segment);
    for (const store::SegmentEntry& segment : mine.segments) {
      const auto list = facts.my_lists.find(segment.name);
      if (list != facts.my_lists.end()) mine_by_list_.emplace(list->second, segment);
    }
  }

  CopyPlan plan() {
    for (store::SegmentEntry& segment : plan_.manifest.segments) place(segment);
    plan_.manifest.stories.file =
        place_file(facts_.source.stories.file, facts_.mine ? facts_.mine->stories.file : "",
                   fmt::format("stories.{}.merged", plan_.manifest.generation), false);
    plan_.manifest.blocked.file =
        place_file(facts_.source.blocked.file, facts_.mine ? facts_.mine->blocked.file : "",
                   fmt::format("blocked.{}.list", plan_.manifest.generation), false);
    plan_.has_others = facts_.mine && std::ranges::any_of(facts_.mine->segments, [&](auto& mine) {
                         return mine.articles() > 0 && !kept_.contains(mine.name);
                       });
    plan_.is_byte_for_byte =
        store::encode_manifest(plan_.manifest) == store::encode_manifest(facts_.source);
    plan_.is_done = says_what_mine_does();
    return std::move(plan_);
  }

 private:
  void place(store::SegmentEntry& segment) {
    const std::string from = segment.name;
    const auto known = mine_by_list_.find(facts_.source_lists.at(from));
    std::string my_tombstones;
    if (known != mine_by_list_.end()) {
      segment.name = known->second.name;
      my_tombstones = known->second.tombstones;
      kept_.insert(segment.name);
    } else {
      segment.name = is_free(from) ? from : fresh_name();
      plan_.segments.push_back({from, segment.name});
    }
    segment.tombstones = place_file(
        segment.tombstones, my_tombstones,
        fmt::format("{}.{}.gone", segment.name, plan_.manifest.generation), from != segment.name);
  }

  // A number that the copy has never used.
  bool is_free(const std::string& segment) const {
    return !facts_.mine || number_of(segment) >= facts_.mine->next_segment;
  }

  std::string fresh_name() { return store::segment_name(plan_.manifest.next_segment++); }

  // The name of a file beside the segments; `mine` is what the copy has in its place.
  std::string place_file(const std::string& from, const std::string& mine, const std::string& fresh,
                         bool is_renamed) {
    if (from.empty()) return "";
    if (!mine.empty() && facts_.is_same(from, mine)) return mine;
    const bool is_used = facts_.mine && commit_of(from) <= facts_.mine->generation;
    plan_.files.push_back({from, is_used || is_renamed ? fresh : from});
    return plan_.files.back().to;
  }

  bool says_what_mine_does() const {
    if (!facts_.mine || !plan_.segments.empty() || !plan_.files.empty()) return false;
    store::Manifest planned = plan_.manifest;
    planned.generation = facts_.mine->generation;
    planned.next_segment = facts_.mine->next_segment;
    return store::encode_manifest(planned) == store::encode_manifest(*facts_.mine);
  }

  const CopyFacts& facts_;
  CopyPlan plan_;
  std::map<std::string, store::SegmentEntry> mine_by_list_;
  std::set<std::string> kept_;
};

}  // namespace

CopyPlan plan_copy(const CopyFacts& facts) { return Planner(facts).plan(); }

}  // namespace dateline::indexer
