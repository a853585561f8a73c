// What queries are told of surnames (searcher/query/rewrite/surname_alone.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/query/rewrite/surname_alone.h"
#include "searcher/search/counting/surname.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// What a query is told of a person's folded name in full, where `known` is what the index, all parts
// together, says of the name's surname (surname_of()). Nothing where that does not clearly mean the
// person at any time. `aliases` may be null.
std::optional<query::SurnameAlone> surname_alone(const std::string& name, const Surname& known,
                                                 const names::Aliases* aliases);

// What a part of an index says of these folded surnames. Throws Xapian::Error.
SurnameTallies collect_surnames(const store::IndexReader& index,
                                const std::vector<std::string>& surnames,
                                const names::Aliases* aliases, Deadline& deadline);

// Looks into `index` when a query asks, and not before. Lives no longer than `index` and `aliases`;
// throws Xapian::Error when it is asked.
query::SurnamesAlone surnames_alone(const store::IndexReader& index, const names::Aliases* aliases,
                                    std::shared_ptr<Deadline> deadline);

}  // namespace dateline::search
