// Weight for when an article was published, beside what its words weigh.
#pragma once

#include <xapian.h>

#include <cstdint>

namespace dateline::search {

// Any article has some of it, or none; it filters nothing where it stands behind AND MAYBE. Local
// indexes alone can run these.
//
// `most` for one of the same instant (in seconds since 1970), half of it `half_life_days` before and
// afterwards, and so on. Articles without a date get none.
Xapian::Query weight_of_closeness(std::int64_t instant, double most, double half_life_days);

// `weight` for each that was published before `instant`.
Xapian::Query weight_of_earlier(std::int64_t instant, double weight);

}  // namespace dateline::search
