// A record of a foreign dump as one of ours, by a map.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "common/schema/article_json.h"
#include "indexer/mapping/field_map.h"

namespace dateline::indexer::mapping {

// Reads one object of JSON. Values are then checked as read_record_json() checks them, and what is
// no value of its field is left out and told. Fails as that does, and for what is nested more than
// 64 levels deep.
Result<schema::ReadRecord> read_mapped_record(std::string_view json, const FieldMap& map);

}  // namespace dateline::indexer::mapping
