// The closing words of a run.
#pragma once

#include <string>

#include "indexer/pipeline/summary.h"

namespace dateline::indexer::cli {

// What archives held beside articles, as the end of a text ("\npassed over: 3 files that are no pages") and as the last member of a
// JSON object (",\"passed_over\":{…}"); empty where there was nothing.
std::string passed_over_text(const PassedOver& passed_over);
std::string passed_over_json(const PassedOver& passed_over);

// Without a newline at the end; the text has a second line where there is more to say.
std::string to_json(const Summary& summary);
std::string to_text(const Summary& summary);

}  // namespace dateline::indexer::cli
