// What a result can be counted by; free of Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/schema/fields.h"

namespace dateline::search {

inline constexpr std::size_t kMaxFacets = 16;
inline constexpr std::size_t kMaxFacetValues = 200;

struct FacetRequest {
  const schema::Field* field = nullptr;  // a row of the table that is a facet
  std::size_t most = 10;                 // values to return; at most kMaxFacetValues
};

// "person", "org:20": a name of the table of fields, and how many values. kUsage for another name
// or number.
Result<FacetRequest> facet_from(std::string_view text);

// The name of each facet: "person, org, place, source, section, language and year".
std::string all_facet_names();

struct FacetValue {
  std::string value;        // as an article writes it
  std::uint64_t count = 0;  // articles of the result
};

struct Facet {
  // What it is called in answers.
  std::string_view name() const { return field->facet_names.canonical(); }

  const schema::Field* field = nullptr;
  std::vector<FacetValue> values;  // the highest count first; years in order
};

}  // namespace dateline::search
