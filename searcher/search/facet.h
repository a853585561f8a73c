// What a result can be counted by; free of Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace dateline::search {

enum class FacetKind { kPerson, kOrganisation, kPlace, kSource, kSection, kLanguage, kYear };

inline constexpr std::size_t kMaxFacets = 16;
inline constexpr std::size_t kMaxFacetValues = 200;

struct FacetRequest {
  FacetKind kind = FacetKind::kPerson;
  std::size_t most = 10;  // values to return; at most kMaxFacetValues
};

// "person", "org:20". kUsage for another name or number.
Result<FacetRequest> facet_from(std::string_view text);

// "person", "org", "place", "source", "section", "language", "year".
std::string_view name_of(FacetKind kind);

struct FacetValue {
  std::string value;        // as an article writes it
  std::uint64_t count = 0;  // articles of the result
};

struct Facet {
  FacetKind kind = FacetKind::kPerson;
  std::vector<FacetValue> values;  // the highest count first; years in order
};

}  // namespace dateline::search
