// The facets of an answer.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/counting/facets.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Facets that are counted of the same query.
struct FacetGroup {
  Xapian::Query query;
  query::Plan plan;                    // without the request's range
  std::vector<std::size_t> places;     // in the request
  std::vector<FacetRequest> requests;  // those of the places
};

struct FacetPlan {
  std::vector<FacetGroup> groups;  // the query itself first, though it may have no facets
  std::vector<std::string> unfiltered;
};

// Compiles the request without its filters by a field.
using CompileWithout =
    std::function<Result<query::CompiledQuery>(const Request& request, const schema::Field& field)>;

// What is to be counted of which queries. Throws Xapian::Error, as add_facets() does.
FacetPlan plan_facets(const Request& request, const CompileWithout& compile_without,
                      const query::CompiledQuery& asked);

// Puts what was counted of each group into the answer. True where time allowed for all.
bool add_counted(const FacetPlan& plan, std::vector<FacetCounts> counted, Answer& answer);

// Counts what the request asks to be counted, of all that `asked` matches. A facet of a field by
// which the query filters, `source` of `flood source:x`, is counted without that filter, as shops do
// it: so that it tells what else there is to choose. That is not so of years and months, for a range
// says where one wants to look; a notice tells of which it is so. `documents`, where they are known,
// are all that `asked` matches, so that it need not be run once more. True where time allowed for
// all. Throws Xapian::Error.
bool add_facets(const Request& request, const Call& call, const query::CompiledQuery& asked,
                const std::optional<std::vector<Xapian::docid>>& documents, Answer& answer);

}  // namespace dateline::search
