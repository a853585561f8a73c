// The closing words of a run.
#pragma once

#include <string>

#include "indexer/pipeline/summary.h"

namespace dateline::indexer::cli {

// Without a newline at the end; the text has a second line where there is more to say.
std::string to_json(const Summary& summary);
std::string to_text(const Summary& summary);

}  // namespace dateline::indexer::cli
