// Spellings are folded and looked up in a sorted table (tables/agencies.inc); running text credits
// an agency in brackets alone:
//
//   "The Associated Press", "AP"            →   AP
//   "BAGHDAD (Reuters/dpa) - Troops …"      →   Reuters, dpa
//   "… the ministry said. (avec AFP)"       →   AFP
//
// Tested in agencies_test.cc.
#include "indexer/extract/credits/agencies.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::page {
namespace {

struct Agency {
  std::string_view spelling;  // folded
  std::string_view name;
  bool also_small;  // counts in small letters however short it is
};

// See agencies.inc.
constexpr auto kAgencies = std::to_array<Agency>({
#include "indexer/extract/tables/agencies.inc"
});
static_assert(std::is_sorted(kAgencies.begin(), kAgencies.end(),
                             [](const Agency& a, const Agency& b) {
                               return a.spelling < b.spelling;
                             }));

// A spelling of few letters names an agency in capitals only: "ani" is a word in many languages.
bool spelled_as_agency(std::string_view text, const Agency& known) {
  constexpr std::size_t kFew = 4;
  return known.spelling.size() > kFew || known.also_small ||
         std::none_of(text.begin(), text.end(), is_ascii_lower);
}

void add_once(std::vector<std::string>& list, std::string name) {
  if (!name.empty() && std::find(list.begin(), list.end(), name) == list.end()) {
    list.push_back(std::move(name));
  }
}

}  // namespace

std::string agency_named(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() > kLongest) return {};
  const std::string fold = folded(text);
  const auto* at = std::lower_bound(
      kAgencies.begin(), kAgencies.end(), fold,
      [](const Agency& agency, const std::string& name) { return agency.spelling < name; });
  if (at == kAgencies.end() || at->spelling != fold || !spelled_as_agency(text, *at)) return {};
  return std::string(at->name);
}

std::vector<std::string> agencies_in(std::string_view text) {
  constexpr std::size_t kLongestCredit = 60;
  std::vector<std::string> out;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::string_view near = text.substr(open + 1, kLongestCredit);
    const std::size_t close = near.find(')');
    if (close == std::string_view::npos) continue;
    std::string inside(near.substr(0, close));
    std::replace(inside.begin(), inside.end(), '/', ',');
    for (const std::string_view part : split(inside, ',')) {
      const std::string_view name = trim(part);
      add_once(out, agency_named(name));
      // "(avec AFP)", "(mit dpa)", "(con EFE)".
      if (const std::size_t space = name.rfind(' '); space != std::string_view::npos) {
        if (space <= 5) add_once(out, agency_named(name.substr(space + 1)));
      }
    }
  }
  return out;
}

}  // namespace dateline::indexer::page
