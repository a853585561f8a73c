// Marks back to names: by reading a record that has the mark.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/document/article.h"
#include "common/names/aliases.h"
#include "common/schema/entity_marks.h"

namespace dateline::search {

// The alias file's name of it, if it has one; else `name`.
std::string canonical_name(const names::Aliases* aliases, EntityType type, const std::string& name);

// Keeps the records that it has read. Lives no longer than its database. Throws Xapian::Error.
class EntityNames {
 public:
  explicit EntityNames(const Xapian::Database& db) : db_(db) {}

  // The entity of `document` with this mark; nullptr where the record cannot be read or has none.
  // Lives as long as this.
  const Entity* find(Xapian::docid document, EntityType type, schema::EntityMark mark);

  // The record without its body; nullptr where it cannot be read.
  const Article* record(Xapian::docid document);

 private:
  const Xapian::Database& db_;
  std::unordered_map<Xapian::docid, std::optional<Article>> records_;
};

}  // namespace dateline::search
