// Names that mean one person, organisation or place, whatever spelling suggests: from a file of the
// user's, or those that ship with the program (shipped/shipped_aliases.h).
//
//   [[entity]]
//   name = "Qassem Soleimani"
//   type = "person"
//   also = ["Qasem Soleimani", "Ghasem Soleimani"]
//
// share/aliases.toml is the table that ships, docs/entities.md the manual.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"
#include "common/names/comparison.h"

namespace dateline::names {

struct AliasedEntity {
  NameKind kind = NameKind::kPerson;
  std::string name;                // canonical, as written
  std::vector<std::string> names;  // all of them, the canonical one first, as written
};

class Aliases {
 public:
  static constexpr std::size_t kMaxFileBytes = std::size_t{16} << 20;
  static constexpr std::size_t kMostNames = 1000;  // of one entity

  // Whether an entity goes by no other names than the table's. An editor who lists them means so;
  // a table for everybody cannot know all spellings.
  enum class Reach { kAllNames, kSomeNames };

  Aliases() = default;

  // `path` is for messages alone. kUsage, with path and line, where the text is wrong: no TOML, an
  // unknown key or type, or one name for two entities of one type.
  static Result<Aliases> parse(std::string_view text, const std::string& path,
                               Reach reach = Reach::kAllNames);

  // The entity of this kind that `name` means, case and accents ignored; nullptr for none. Lives as
  // long as this table is neither changed nor moved.
  const AliasedEntity* find(NameKind kind, std::string_view name) const;

  Reach reach() const { return reach_; }
  bool empty() const { return entities_.empty(); }
  std::size_t size() const { return entities_.size(); }

 private:
  Status add(AliasedEntity entity);

  Reach reach_ = Reach::kAllNames;
  std::vector<AliasedEntity> entities_;
  std::unordered_map<std::string, std::size_t> by_name_;  // kind digit + folded name
};

}  // namespace dateline::names
