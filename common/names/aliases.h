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
#include <functional>
#include <memory>
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

  // A table whose text is known to be right, which is read when a name is first looked for, once, in
  // whichever thread that is. `read` yields the text. Copies share what was read.
  static Aliases when_asked(std::function<std::string()> read, Reach reach);

  // The entity of this kind that `name` means, case and accents ignored; nullptr for none. Lives as
  // long as this table is neither changed nor moved. Any thread may ask.
  const AliasedEntity* find(NameKind kind, std::string_view name) const;

  Reach reach() const { return reach_; }
  bool empty() const { return table().entities.empty(); }
  std::size_t size() const { return table().entities.size(); }

 private:
  struct Table {
    std::vector<AliasedEntity> entities;
    std::unordered_map<std::string, std::size_t> by_name;  // kind digit + folded name
  };
  struct Later;

  Status add(AliasedEntity entity);
  const Table& table() const;

  Reach reach_ = Reach::kAllNames;
  Table table_;
  std::shared_ptr<Later> later_;  // where it is not null, what is in the place of table_
};

}  // namespace dateline::names
