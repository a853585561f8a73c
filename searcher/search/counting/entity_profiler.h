// Makes entity profiles. See entity_profile.h.
#pragma once

#include <string>

#include "common/base/result.h"
#include "searcher/search/call.h"
#include "searcher/search/entity_profile.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// kNotFound where no article names it, kUsage where all places are remote: their servers cannot be
// asked for profiles. Throws Xapian::Error.
Result<EntityProfile> profile_of(const std::string& name, const Call& call);

}  // namespace dateline::search
