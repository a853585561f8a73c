// News agencies in credits and in running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::page {

// The agency that `text` names ("Associated Press", "(AP)", "Agence France-Presse"), by its short
// name; empty if it names none. At most 40 bytes are
// looked at: a longer text is no name.
std::string agency_named(std::string_view text);

// Agencies credited in brackets of running text, each once: "(Reuters)", "(AFP/dpa)", "(avec AFP)".
std::vector<std::string> agencies_in(std::string_view text);

}  // namespace dateline::indexer::page
