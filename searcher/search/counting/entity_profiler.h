// Makes entity profiles. See entity_profile.h.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/search/entity_profile.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// Asks for articles by an entity's name: the field ("person", "entity"), the name.
using AskByName = std::function<Xapian::Query(std::string_view field, const std::string& name)>;

// Nothing where no article names it. Throws Xapian::Error.
std::optional<EntityProfile> profile_of(const store::IndexReader& index, const std::string& name,
                                        const AskByName& ask, const names::Aliases* aliases,
                                        const std::shared_ptr<Deadline>& deadline);

}  // namespace dateline::search
