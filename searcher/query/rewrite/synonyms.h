// Words that stand for each other, as the user says: a file of groups.
//
//   # a comment
//   car, automobile, motor car
//   UK, United Kingdom, Britain
//
// A group is a line of two or more members with commas between them; each is a word or a phrase. A
// plain word of a query that is a member, in whatever inflection, is also looked for as the others,
// and so is a phrase in quotes that is a member. docs/examples/synonyms.txt is an example.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"

namespace dateline::query {

class Synonyms {
 public:
  static constexpr std::size_t kMaxFileBytes = std::size_t{1} << 20;
  static constexpr std::size_t kMaxMembers = 32;  // of a group
  static constexpr std::size_t kMaxMemberWords = 8;
  static constexpr std::size_t kMaxGroups = 32;          // that one member is in
  static constexpr std::size_t kMaxAllMembers = 65'536;  // of all groups together
  static constexpr double kWeight = 0.5;  // of a synonym, where what was typed weighs 1

  // No groups.
  Synonyms() = default;

  // kUsage where a line is no group; the message begins with `name` and the line's number.
  static Result<Synonyms> parse(std::string_view text, std::string_view name);

  bool empty() const { return groups_.empty(); }

  // The other members of all groups that `text` is in, as written in the file, each once. `stem` is
  // its stem where it is one word, else empty: inflections are one. Of a word whose inflections are
  // in more than kMaxGroups groups, those of the first ones. Takes the same time whatever the size
  // of the file.
  std::vector<std::string> of(std::string_view text, std::string_view stem) const;

  // Whose stems members have; empty before stem_in().
  const std::string& language() const { return language_; }

  // Makes stems of members that are one word. Costs as much as stemming them, so it is done once.
  void stem_in(const std::string& language);

 private:
  Status add_line(std::string_view line, std::string_view place);

  struct Member {
    std::string text;   // as written
    std::string value;  // folded
    std::string stem;   // of one word
  };
  using Groups = std::vector<std::uint32_t>;
  std::vector<std::vector<Member>> groups_;
  std::size_t members_ = 0;
  std::unordered_map<std::string, Groups> by_value_;
  std::unordered_map<std::string, Groups> by_stem_;
  std::string language_;
};

}  // namespace dateline::query
