#include "common/text/acronyms.h"

#include <algorithm>
#include <array>

namespace dateline::text {
namespace {

// Listed where the small word is common in news (in English, or as a stop word of French, Italian,
// Portuguese or Spanish) and means something else. An acronym with no such double (NATO, FBI) needs
// no entry; neither does one that text writes both ways for the same thing (ZIP, LASER). Small
// function words that headlines in capitals use all the time (IN, OR, ME, AS) are left out although
// they are also the codes of states and parties.
constexpr auto kAmbiguous = std::to_array<std::string_view>(
    {"ai.",   "aids.",  "arm.", "cap.",  "car.",   "chip.", "cobra.", "cop.",  "da.",   "doe.",
     "dot.",  "dream.", "era.", "et.",   "eta.",   "eu.",   "ice.",   "ins.",  "ira.",  "is.",
     "isa.",  "it.",    "la.",  "led.",  "mas.",   "mia.",  "mit.",   "mod.",  "nice.", "nut.",
     "pa.",   "pac.",   "pan.", "pen.",  "pet.",   "pip.",  "pow.",   "ram.",  "rico.", "rip.",
     "salt.", "sap.",   "sec.", "snap.", "start.", "stem.", "swat.",  "tarp.", "un.",   "ups.",
     "us.",   "va.",    "vat.", "wasp.", "who."});

static_assert(std::ranges::is_sorted(kAmbiguous));

constexpr std::size_t kLongest = 5;

constexpr bool is_before(std::string_view reading, std::string_view folded) {
  return reading.substr(0, reading.size() - 1) < folded;
}

}  // namespace

std::string_view acronym_reading(std::string_view folded, bool as_acronym) {
  // One country, however it is spelled.
  if (folded == "usa") return "us.";
  if (!as_acronym || folded.size() > kLongest) return {};
  const auto* const found = std::ranges::lower_bound(kAmbiguous, folded, is_before);
  if (found == kAmbiguous.end() || found->size() != folded.size() + 1) return {};
  return found->starts_with(folded) ? *found : std::string_view();
}

}  // namespace dateline::text
