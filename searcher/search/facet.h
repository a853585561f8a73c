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

// What a date is counted by.
enum class DatePart : std::uint8_t { kYear, kMonth };

struct FacetRequest {
  const schema::Field* field = nullptr;  // a row of the table that is a facet
  std::size_t most = 10;                 // values to return; at most kMaxFacetValues
  DatePart part = DatePart::kYear;       // of a date
};

// "person", "org:20": a name of the table of fields, and how many values. kUsage for another name
// or number.
Result<FacetRequest> facet_from(std::string_view text);

// The name of each facet: "person, org, place, source, … and month".
std::string all_facet_names();

struct FacetValue {
  std::string value;        // as an article writes it
  std::uint64_t count = 0;  // articles of the result
};

struct Facet {
  // What it is called in answers.
  std::string_view name() const;

  const schema::Field* field = nullptr;
  // The highest count first, equal ones in order of their values. Dates in order, the newest last,
  // with those between that no article has.
  std::vector<FacetValue> values;
  DatePart part = DatePart::kYear;
};

}  // namespace dateline::search
