// The tables that country_names reads; made by countries.cmake out of tables/countries.txt and
// iso-codes.
#pragma once

#include <span>
#include <string_view>

namespace dateline::names {

// "US|united states,us,…|washington,…|american", as tables/countries.txt has them.
std::span<const std::string_view> country_rows();

// "US|United States of America": each name of ISO 3166-1, as it is written there.
std::span<const std::string_view> iso_country_names();

}  // namespace dateline::names
