// Umlauts as those write them who have none on their keyboards, and as names are written in English.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// `word` with ae for ä, oe for ö and ø, ue for ü and aa for å, in either case; everything else as it
// is. Empty where it has none of these. "Göring" → "Goering", "Århus" → "Aarhus".
std::string with_umlauts_spelled(std::string_view word);

}  // namespace dateline::text
