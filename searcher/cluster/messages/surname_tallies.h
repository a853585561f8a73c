// Who has surnames as bytes, and back: see reading.h for what is read.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/search/counting/surname.h"

namespace dateline::cluster {

namespace messages {
class Surnames;
}

std::string to_message(const search::SurnameTallies& surnames);
Result<search::SurnameTallies> surname_tallies_from(std::string_view message);

// As a part of another message.
void write(const search::SurnameTallies& surnames, messages::Surnames& out);
Result<search::SurnameTallies> read(const messages::Surnames& message);

}  // namespace dateline::cluster
