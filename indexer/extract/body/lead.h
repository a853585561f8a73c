// What the first words of an agency story say: "BAGHDAD, Jan 6 (Reuters) - Iraq's parliament …".
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer::page {

struct Lead {
  std::string dateline;  // "BAGHDAD, Jan 6"; empty: the text does not open with one
  std::string agency;    // "Reuters"; empty where none is named
};

// `paragraph` is the body's first.
Lead read_lead(std::string_view paragraph);

}  // namespace dateline::indexer::page
