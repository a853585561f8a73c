// The articles of an index as the records that they were made of, one by one, oldest first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "common/base/result.h"
#include "common/document/article.h"

namespace dateline::indexer {

// Of how many articles the order is worked out at once: 24 bytes of memory each, and a walk over the dates of all
// articles for each so many.
inline constexpr std::size_t kMostInOrder = std::size_t{1} << 21;

// Gives every article of the index in `directory` that has not been replaced or removed to `take`, whoever may see
// it and whatever its status, until that says false. By the instant of publication, those of one instant in an order
// that depends on their ids alone, those without a date last. What is given is one state, whatever is
// committed meanwhile.
//
// How many were given; fails as store::IndexReader::open does, or with kCorrupt where a record cannot be read.
Result<std::uint64_t> export_records(const std::string& directory,
                                     const std::function<bool(const Article&)>& take,
                                     std::size_t most_in_order = kMostInOrder);

}  // namespace dateline::indexer
