// A dateline is a place in capitals, or an agency in brackets after a place, perhaps a region and a
// day, and then a dash. Without capitals or an agency a dash opens too many ordinary sentences.
//
//   "BAGHDAD, Jan 6 (Reuters) - Iraq's …"   →   "BAGHDAD, Jan 6", Reuters
//   "Berlin (dpa) - Der Bundestag …"        →   "Berlin", dpa
//   "He said — and meant it …"              →   none
//
// Tested in lead_test.cc.
#include "indexer/extract/body/lead.h"

#include <algorithm>

#include "common/base/strings.h"
#include "indexer/extract/credits/agencies.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kLongestLead = 90;

struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t length = 0;
};

Dash first_dash(std::string_view text) {
  Dash best;
  for (const std::string_view dash : kDatelineDashes) {
    const std::size_t at = text.find(dash);
    if (at < best.begin) best = {dash == kDashAfterBracket ? at + 1 : at, dash.size()};
  }
  return best;
}

bool is_shouted(std::string_view word) {
  return word.size() >= 3 && std::none_of(word.begin(), word.end(), is_ascii_lower) &&
         std::any_of(word.begin(), word.end(), is_ascii_upper);
}

}  // namespace

Lead read_lead(std::string_view paragraph) {
  std::string_view head = paragraph.substr(0, kLongestLead);
  const Dash dash = first_dash(head);
  if (dash.begin == std::string_view::npos || dash.begin == 0) return {};
  head = trim(head.substr(0, dash.begin));
  Lead lead;
  const std::size_t open = head.find('(');
  std::string_view place = trim(head.substr(0, open));
  if (open != std::string_view::npos) {
    const std::size_t close = head.find(')', open);
    if (close == std::string_view::npos) return {};
    const auto named = agencies_in(head.substr(open, close - open + 1));
    if (!named.empty()) lead.agency = named.front();
  }
  while (!place.empty() && (place.back() == ',' || place.back() == ':')) place.remove_suffix(1);
  const std::string_view first_word = place.substr(0, place.find_first_of(" ,/"));
  if (lead.agency.empty() && !is_shouted(first_word)) return {};
  if (place.find_first_of(".!?\"") != std::string_view::npos && lead.agency.empty()) return {};
  lead.dateline = std::string(place);
  return lead;
}

}  // namespace dateline::indexer::page
