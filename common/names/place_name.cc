#include "common/names/place_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/strings.h"
#include "common/names/country_names.h"
#include "common/text/values.h"

namespace dateline::names {
namespace {

// Other names of cities and regions: the one that is the key first. Capitals are in the table of
// countries, these beside them.
constexpr auto kOtherNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"kyiv", "kiev"},
    {"beijing", "peking"},
    {"tehran", "teheran"},
    {"dhaka", "dacca"},
    {"mumbai", "bombay"},
    {"kolkata", "calcutta"},
    {"chennai", "madras"},
    {"yangon", "rangoon"},
    {"ho chi minh city", "saigon"},
    {"guangzhou", "canton"},
    {"kharkiv", "kharkov"},
    {"odesa", "odessa"},
    {"lviv", "lvov"},
    {"gdansk", "danzig"},
    {"istanbul", "constantinople"},
    {"saint petersburg", "st petersburg"},
    {"saint petersburg", "leningrad"},
    {"washington", "washington dc"},
    {"new york", "new york city"},
    {"new york", "nyc"},
    {"los angeles", "la"},
    {"ulan bator", "ulaanbaatar"},
    {"chisinau", "kishinev"},
    {"kathmandu", "katmandu"},
    {"donbas", "donbass"},
    {"gaza", "gaza strip"},
});

}  // namespace

std::string place_key(std::string_view name) {
  std::string folded = text::fold_value(name);
  folded.erase(std::remove(folded.begin(), folded.end(), '.'), folded.end());
  if (const std::string_view country = country_named(folded); !country.empty()) {
    return std::string(country);
  }
  const auto* row = std::find_if(kOtherNames.begin(), kOtherNames.end(),
                                 [&](const auto& names) { return names.second == folded; });
  return row == kOtherNames.end() ? folded : std::string(row->first);
}

}  // namespace dateline::names
