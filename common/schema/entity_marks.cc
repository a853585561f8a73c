#include "common/schema/entity_marks.h"

#include <algorithm>

#include "common/names/organisation_name.h"
#include "common/names/personal_name.h"
#include "common/names/place_name.h"
#include "common/text/values.h"

namespace dateline::schema {
namespace {

constexpr unsigned kMarkBits = 48;

// FNV-1a, folded to the bits of a mark: part of the format.
EntityMark hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3ULL;
  }
  return (hash ^ hash >> kMarkBits) & ((std::uint64_t{1} << kMarkBits) - 1);
}

void append_mark(std::string& out, EntityMark mark) {
  for (unsigned shift = kMarkBits; shift > 0;) {
    shift -= 8;
    out += static_cast<char>(mark >> shift & 0xFF);
  }
}

// Each once, as far as there is room.
std::string encode(const std::vector<EntityMark>& marks) {
  std::vector<EntityMark> met;
  std::string out;
  for (const EntityMark mark : marks) {
    if (met.size() == kMostMarks) break;
    if (std::find(met.begin(), met.end(), mark) != met.end()) continue;
    met.push_back(mark);
    append_mark(out, mark);
  }
  return out;
}

}  // namespace

std::string entity_key(EntityType type, std::string_view name) {
  switch (type) {
    case EntityType::kPerson:
      return text::fold_value(names::strip_titles(name));
    case EntityType::kOrganisation:
      return text::fold_value(names::strip_legal_form(name));
    case EntityType::kPlace:
      break;
  }
  return names::place_key(name);
}

EntityMark entity_mark(EntityType type, std::string_view name) {
  return hash_of(entity_key(type, name));
}

std::string encode_marks(const Article& article, EntityType type) {
  std::vector<const Entity*> chosen;
  for (const Entity& entity : article.entities) {
    if (entity.type == type && !entity.name.empty()) chosen.push_back(&entity);
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Entity* a, const Entity* b) { return a->mentions > b->mentions; });
  std::vector<EntityMark> marks;
  marks.reserve(chosen.size());
  for (const Entity* entity : chosen) marks.push_back(entity_mark(type, entity->name));
  return encode(marks);
}

EntityMark value_mark(std::string_view value) { return hash_of(text::fold_value(value)); }

std::string encode_value_marks(const std::vector<std::string_view>& values) {
  std::vector<EntityMark> marks;
  marks.reserve(values.size());
  for (const std::string_view value : values) marks.push_back(value_mark(value));
  return encode(marks);
}

}  // namespace dateline::schema
