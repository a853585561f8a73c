// Counting a result by who, where, which source, when.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/search/counting/entities/entity_rows.h"
#include "searcher/search/counting/extent.h"
#include "searcher/search/counting/facet_tallies.h"
#include "searcher/search/facet.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/request.h"

namespace dateline::search {

// What is counted.
struct FacetedMatches {
  Xapian::Query query;
  const std::vector<Xapian::docid>* documents = nullptr;  // all that it matches; null: not known
};

// Counts all articles that `matches` has: exactly where they are at most 50,000, or where columns
// have all that is counted and the query is of words that have a million postings at most; else
// estimated from a sample, with a notice; with another where articles of an older index cannot be
// counted.
// Names of one entity are one row (entity_facet.h), unless they are to be counted as written.
// Names stand in records: to read those of what has been counted, `deadline` is put off a little.
// Throws Xapian::Error.
FacetCounts count_facets(const store::IndexReader& index, const FacetedMatches& matches,
                         const std::vector<FacetRequest>& requests, const names::Aliases* aliases,
                         const std::shared_ptr<Deadline>& deadline, Names names = Names::kFolded);

// The same counts in a part of an index, for merge() and facets_from() (facet_tallies.h) to make of them
// what the whole would show: exact up to 50,000 matches a part. Names of entities are as they are
// written; to show them as rows of entities, entities/entity_rows.h goes on from there. Throws Xapian::Error.
FacetTallies collect_facets(const store::IndexReader& index, const FacetedMatches& matches,
                            const std::vector<FacetRequest>& requests,
                            const std::shared_ptr<Deadline>& deadline);

// The articles of the rows of facets of entities (entities/entity_rows.h), each list of rows by itself, in
// a part of an index. Throws Xapian::Error.
std::vector<RowTallies> collect_rows(const store::IndexReader& index, const FacetedMatches& matches,
                                     const std::vector<EntityRows>& rows,
                                     const std::shared_ptr<Deadline>& deadline);

}  // namespace dateline::search
