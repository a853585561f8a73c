#include "common/text/acronyms.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

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

constexpr std::size_t kLongestAcronym = 5;

// What wires and papers of the last century put spaces in.
constexpr auto kSpaced =
    std::to_array<std::string_view>({"EEC", "EU", "UAE", "UAR", "UK", "UN", "US", "USA", "USSR"});
constexpr std::size_t kLongestSpaced = 4;

static_assert(std::ranges::is_sorted(kSpaced));

constexpr bool is_before(std::string_view reading, std::string_view folded) {
  return reading.substr(0, reading.size() - 1) < folded;
}

}  // namespace

std::string_view acronym_reading(std::string_view folded, bool as_acronym) {
  // One country, however it is spelled.
  if (folded == "usa") return "us.";
  if (!as_acronym || folded.size() > kLongestAcronym) return {};
  const auto* const found = std::ranges::lower_bound(kAmbiguous, folded, is_before);
  if (found == kAmbiguous.end() || found->size() != folded.size() + 1) return {};
  return found->starts_with(folded) ? *found : std::string_view();
}

std::string_view acronym_in_small_letters(std::string_view folded, std::string_view reading) {
  if (reading.empty()) return {};
  const std::string_view small = reading.substr(0, reading.size() - 1);
  return small == folded ? std::string_view() : small;
}

std::size_t spaced_acronym_end(std::string_view text, std::size_t at) {
  std::array<char, kLongestSpaced> letters{};
  std::size_t end = at;
  bool spaced = false;
  for (std::size_t i = at, count = 0; count < letters.size(); ++count) {
    const bool initial = i + 1 < text.size() && is_ascii_upper(text[i]) && text[i + 1] == '.';
    if (!initial) break;
    letters[count] = text[i];
    i += 2;
    if (spaced &&
        std::ranges::binary_search(kSpaced, std::string_view(letters.data(), count + 1))) {
      end = i;
    }
    if (i < text.size() && text[i] == ' ') {
      ++i;
      spaced = true;
    }
  }
  const bool goes_on = end > at && end < text.size() && is_ascii_alnum(text[end]);
  return goes_on ? at : end;
}

}  // namespace dateline::text
