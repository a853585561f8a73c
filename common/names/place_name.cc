#include "common/names/place_name.h"

#include <algorithm>
#include <array>

#include "common/text/tokenizer.h"

namespace dateline::names {
namespace {

struct Alias {
  std::string_view letters;  // folded, without dots
  std::string_view country;
};

constexpr std::array kAliases{
    Alias{"us", "united states"},
    Alias{"usa", "united states"},
    Alias{"america", "united states"},
    Alias{"united states of america", "united states"},
    Alias{"uk", "united kingdom"},
    Alias{"britain", "united kingdom"},
    Alias{"great britain", "united kingdom"},
    Alias{"uae", "united arab emirates"},
    Alias{"drc", "democratic republic of congo"},
    Alias{"dr congo", "democratic republic of congo"},
    Alias{"democratic republic of the congo", "democratic republic of congo"},
    Alias{"dprk", "north korea"},
    Alias{"burma", "myanmar"},
    Alias{"ivory coast", "cote divoire"},
    Alias{"turkiye", "turkey"},
    Alias{"kiev", "kyiv"},
    Alias{"holland", "netherlands"},
    Alias{"the netherlands", "netherlands"},
    Alias{"czech republic", "czechia"},
    Alias{"ussr", "soviet union"},
};

}  // namespace

std::string place_key(std::string_view name) {
  std::string folded = text::fold_value(name);
  folded.erase(std::remove(folded.begin(), folded.end(), '.'), folded.end());
  const auto* row = std::find_if(kAliases.begin(), kAliases.end(),
                                 [&](const Alias& alias) { return alias.letters == folded; });
  return row == kAliases.end() ? folded : std::string(row->country);
}

}  // namespace dateline::names
