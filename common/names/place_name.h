// Places that news calls by several names.
#pragma once

#include <string>
#include <string_view>

namespace dateline::names {

// A folded key that all common names of a country share: "U.S.", "US", "USA", "America" and
// "United States" give "united states". Other names give themselves, folded.
std::string place_key(std::string_view name);

}  // namespace dateline::names
