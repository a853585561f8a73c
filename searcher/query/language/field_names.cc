#include "searcher/query/language/field_names.h"

#include <array>

#include "common/base/edit_rows.h"
#include "common/base/strings.h"

namespace dateline::query {
namespace {

using FieldList = std::vector<const schema::Field*>;

const FieldList& entity_fields() {
  static const FieldList kAll = [] {
    FieldList all;
    for (const EntityType type : kEntityTypes) all.push_back(&schema::field_of(type));
    return all;
  }();
  return kAll;
}

// A list of one for each field, so that scopes of one field and of three are alike.
const FieldList& list_of(const schema::Field& field) {
  static const auto kLists = [] {
    std::array<FieldList, schema::kFields.size()> lists;
    for (std::size_t i = 0; i < lists.size(); ++i) lists[i] = {&schema::kFields[i]};
    return lists;
  }();
  return kLists[static_cast<std::size_t>(&field - schema::kFields.data())];
}

std::vector<std::string_view> known_names() {
  std::vector<std::string_view> names;
  for (const schema::Field* field : schema::fields_in_listed_order()) {
    for (const std::string_view name : field->query_names) {
      if (!name.empty()) names.push_back(name);
    }
  }
  names.push_back(schema::kAnyEntityName);
  return names;
}

}  // namespace

Scope scope_named(std::string_view name) {
  if (equals_ignoring_ascii_case(name, schema::kAnyEntityName)) {
    return {schema::kAnyEntityName, &entity_fields()};
  }
  const schema::Field* field = schema::field_named(name);
  if (field == nullptr) return {};
  return {field->query_names.canonical(), &list_of(*field)};
}

std::string_view nearest_field_name(std::string_view name) {
  return nearest_name(name, known_names());
}

std::string all_field_names() {
  std::vector<std::string> names;
  for (const schema::Field* field : schema::fields_in_listed_order()) {
    if (!field->query_names.empty()) names.emplace_back(field->query_names.canonical());
  }
  names.emplace_back(schema::kAnyEntityName);
  return join(names, ", ");
}

}  // namespace dateline::query
