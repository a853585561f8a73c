// Countries by the names that news calls them by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

// The usual short name of the country that this is a name of, folded: "us", "america" and "united
// states of america" give "united states"; "burma" gives "myanmar". Empty for what is no country's
// name. `folded` has no dots.
std::string_view country_named(std::string_view folded);

// All names of the country with this usual short name, folded, in order of bytes; nationalities and
// capitals are none. Empty where it is no country.
std::vector<std::string> names_of_country(std::string_view country);

// The country whose nationality this word is: "iraqi" gives "iraq", "british" "united kingdom".
// Empty for other words.
std::string_view country_of_nationality(std::string_view folded);

// The country whose capital this is, by any of its names: "tehran" gives "iran". Empty for others.
std::string_view country_of_capital(std::string_view folded);

}  // namespace dateline::names
