#include "searcher/query/rewrite/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/text/stemmer.h"
#include "common/text/values.h"

namespace dateline::query {
namespace {

constexpr const char* kHowToWrite = "write a group on a line: car, automobile, motor car";

std::size_t words_in(std::string_view folded) {
  return static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
}

tl::unexpected<Error> wrong_line(std::string_view place, std::string_view what) {
  return failure(ErrorCode::kUsage, fmt::format("{}: {}", place, what), kHowToWrite);
}

}  // namespace

Result<Synonyms> Synonyms::parse(std::string_view text, std::string_view name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  Synonyms out;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    const std::string place = fmt::format("{}:{}", name, ++number);
    if (auto added = out.add_line(trim(line.substr(0, line.find('#'))), place); !added) {
      return failure(added.error());
    }
  }
  return out;
}

Status Synonyms::add_line(std::string_view line, std::string_view place) {
  if (line.empty()) return {};
  if (!is_valid_utf8(line)) return wrong_line(place, "this is no UTF-8 text");
  const auto group = static_cast<std::uint32_t>(groups_.size());
  std::vector<Member> members;
  for (const std::string_view piece : split(line, ',')) {
    const std::string_view member = trim(piece);
    const std::string folded = text::fold_value(member);
    if (folded.empty()) return wrong_line(place, fmt::format("“{}” is no word", member));
    if (words_in(folded) > kMaxMemberWords) {
      return wrong_line(place, fmt::format("“{}” is more than {} words", member, kMaxMemberWords));
    }
    Groups& groups = by_value_[folded];
    if (!groups.empty() && groups.back() == group) continue;
    if (groups.size() == kMaxGroups) {
      return wrong_line(place, fmt::format("“{}” is in more than {} groups", member, kMaxGroups));
    }
    groups.push_back(group);
    members.push_back({std::string(member), folded, {}});
  }
  if (members.size() < 2) return wrong_line(place, "a group has two members or more");
  if (members.size() > kMaxMembers) {
    return wrong_line(place, fmt::format("more than {} members in a group", kMaxMembers));
  }
  members_ += members.size();
  if (members_ > kMaxAllMembers) {
    return wrong_line(place, fmt::format("more than {} members in all groups", kMaxAllMembers));
  }
  groups_.push_back(std::move(members));
  return {};
}

void Synonyms::stem_in(const std::string& language) {
  if (language == language_ || empty()) return;
  language_ = language;
  by_stem_.clear();
  text::Stemmer stemmer(language);
  for (std::uint32_t group = 0; group < groups_.size(); ++group) {
    for (Member& member : groups_[group]) {
      if (words_in(member.value) > 1) continue;
      member.stem = stemmer.stem(member.value);
      Groups& groups = by_stem_[member.stem];
      if (groups.size() < kMaxGroups) groups.push_back(group);
    }
  }
}

std::vector<std::string> Synonyms::of(std::string_view text, std::string_view stem) const {
  const std::string value = text::fold_value(text);
  Groups groups;
  if (const auto found = by_value_.find(value); found != by_value_.end()) groups = found->second;
  if (const auto found = by_stem_.find(std::string(stem));
      !stem.empty() && found != by_stem_.end()) {
    groups.insert(groups.end(), found->second.begin(), found->second.end());
  }
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  std::vector<std::string> out;
  std::unordered_set<std::string_view> known;
  for (const std::uint32_t group : groups) {
    for (const Member& member : groups_[group]) {
      const bool same = member.value == value || (!stem.empty() && member.stem == stem);
      if (!same && known.insert(member.text).second) out.push_back(member.text);
    }
  }
  return out;
}

}  // namespace dateline::query
