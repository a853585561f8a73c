#include "searcher/search/counting/entity_names.h"

#include <utility>

#include "common/schema/stored_record.h"

namespace dateline::search {

std::string canonical_name(const names::Aliases* aliases, EntityType type,
                           const std::string& name) {
  if (aliases == nullptr) return name;
  const names::AliasedEntity* entity = aliases->find(type, name);
  return entity == nullptr ? name : entity->name;
}

const Article* EntityNames::record(Xapian::docid document) {
  const auto [at, is_new] = records_.try_emplace(document);
  if (is_new) {
    const std::string data = db_.get_document(document).get_data();
    auto article = schema::decode_head(data);
    if (article) at->second = std::move(*article);
  }
  return at->second ? &*at->second : nullptr;
}

const Entity* EntityNames::find(Xapian::docid document, EntityType type, schema::EntityMark mark) {
  const Article* article = record(document);
  if (article == nullptr) return nullptr;
  for (const Entity& entity : article->entities) {
    if (entity.type == type && schema::entity_mark(type, entity.name) == mark) return &entity;
  }
  return nullptr;
}

}  // namespace dateline::search
