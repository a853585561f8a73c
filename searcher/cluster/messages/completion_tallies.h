// What a beginning may go on to in a shard, as bytes and back: see reading.h for what is read.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/search/completion/completion_tallies.h"

namespace dateline::cluster {

std::string to_message(const search::CompletionTallies& tallies);
Result<search::CompletionTallies> completion_tallies_from(std::string_view message);

}  // namespace dateline::cluster
