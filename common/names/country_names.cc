#include "common/names/country_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/base/strings.h"
#include "common/names/country_tables.h"
#include "common/text/values.h"

namespace dateline::names {
namespace {

// All of it folded; the values are the usual short names.
struct Countries {
  Countries();

  std::unordered_map<std::string, std::string> names;
  std::unordered_map<std::string, std::string> capitals;
  std::unordered_map<std::string, std::string> nationalities;
  std::unordered_map<std::string, std::string> by_code;
};

void put_all(std::unordered_map<std::string, std::string>& into, std::string_view list,
             std::string_view country) {
  for (const std::string_view name : split(list, ',')) {
    if (!name.empty()) into.emplace(name, country);
  }
}

// "Iran, Islamic Republic of" is called Iran.
std::string_view spoken(std::string_view iso_name) {
  return trim(iso_name.substr(0, iso_name.find_first_of(",(")));
}

Countries::Countries() {
  for (const std::string_view row : country_rows()) {
    const auto parts = split(row, '|');
    const std::string_view country = parts[1].substr(0, parts[1].find(','));
    by_code.emplace(parts[0], country);
    put_all(names, parts[1], country);
    put_all(capitals, parts[2], country);
    put_all(nationalities, parts[3], country);
  }
  for (const std::string_view row : iso_country_names()) {
    const std::string code(row.substr(0, 2));
    const std::string name = text::fold_value(spoken(row.substr(3)));
    // Two Koreas and two Congos share what stands before the comma; ours say which is which.
    if (name == "korea" || name == "congo") continue;
    names.emplace(name, by_code.try_emplace(code, name).first->second);
  }
}

const Countries& countries() {
  static const Countries kAll;
  return kAll;
}

std::string_view find_in(const std::unordered_map<std::string, std::string>& map,
                         std::string_view key) {
  const auto at = map.find(std::string(key));
  return at == map.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace

std::string_view country_named(std::string_view folded) {
  return find_in(countries().names, folded);
}

std::vector<std::string> names_of_country(std::string_view country) {
  std::vector<std::string> out;
  for (const auto& [name, of] : countries().names) {
    if (of == country) out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string_view country_of_nationality(std::string_view folded) {
  const std::string_view country = find_in(countries().nationalities, folded);
  if (!country.empty() || !folded.ends_with('s')) return country;
  return find_in(countries().nationalities, folded.substr(0, folded.size() - 1));
}

std::string_view country_of_capital(std::string_view folded) {
  return find_in(countries().capitals, folded);
}

}  // namespace dateline::names
