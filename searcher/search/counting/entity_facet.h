// A facet of persons, organisations or places, in which all names of one entity are one row.
#pragma once

#include <cstddef>
#include <vector>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/query/language/types.h"
#include "searcher/search/counting/entities/entity_rows.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/mark_counts.h"
#include "searcher/search/counting/sampling/slot_collector.h"
#include "searcher/search/counting/surnames.h"
#include "searcher/search/facet.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// What has been collected for one facet.
struct CountedEntities {
  const SlotCollector& collector;
  std::size_t place = 0;     // of the facet's slot in the collector
  const MarkCounts& counts;  // its marks
};

// The articles of each row among those collected; each counts once for an entity, by however many of
// its names it calls that. Throws Xapian::Error.
RowTallies count_rows(const store::IndexReader& index, const EntityRows& rows,
                      const SlotCollector& collector, std::size_t place);

// Rows of at most `request.most` entities, those in most articles first. Names are one entity's if the
// aliases say so, if one is a spelling of the other (common/names/comparison.h), or if one is a surname
// alone that clearly means the other in its articles' time (surname.h), which is told in `notices`.
// Throws Xapian::Error.
class EntityFacets {
 public:
  EntityFacets(const store::IndexReader& index, const names::Aliases* aliases, Deadline& deadline)
      : index_(index),
        names_(index.database()),
        aliases_(aliases),
        deadline_(deadline),
        surnames_(index, names_, aliases, deadline) {}

  Facet make(const FacetRequest& request, const CountedEntities& counted);

  const std::vector<query::Notice>& notices() const { return notices_; }

 private:
  std::vector<ValueTally> likely_names(const FacetRequest& request, const MarkCounts& counts);

  const store::IndexReader& index_;
  EntityNames names_;
  const names::Aliases* aliases_;
  Deadline& deadline_;
  Surnames surnames_;
  std::vector<query::Notice> notices_;
};

}  // namespace dateline::search
