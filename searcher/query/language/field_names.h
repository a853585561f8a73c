// What may stand before a colon.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/schema/fields.h"

namespace dateline::query {

// Where a word is looked for. The fields behind one name: none for unfielded words (headline,
// standfirst and body), three for `entity:`, one for all others. The vector that it points to
// lives as long as the program.
struct Scope {
  std::string_view name;  // as canonically written; empty: unfielded
  const std::vector<const schema::Field*>* fields = nullptr;

  bool is_anywhere() const { return fields == nullptr; }
  bool is_date() const { return is(schema::Kind::kDate); }
  bool is(schema::Kind kind) const { return !is_anywhere() && fields->front()->kind == kind; }
  bool is(schema::FieldId id) const { return !is_anywhere() && fields->front()->id == id; }
  // True where values are compared as they stand, so that signs in them have no other meaning.
  bool is_literal() const { return is(schema::FieldId::kUrl) || is(schema::FieldId::kId); }

  friend bool operator==(const Scope& a, const Scope& b) { return a.fields == b.fields; }
};

// The scope that `name` stands for, ASCII case ignored; its `fields` are nullptr if there is none.
Scope scope_named(std::string_view name);

// The known name that is nearest to a mistyped one; empty if none is near.
std::string_view nearest_field_name(std::string_view name);

// All canonical names: "headline, standfirst, body, …".
std::string all_field_names();

}  // namespace dateline::query
