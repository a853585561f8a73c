#include "searcher/search/overview/faceting.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "searcher/search/compilation.h"
#include "searcher/search/counting/facets.h"

namespace dateline::search {
namespace {

bool counts_without_filter(const Request& request, const schema::Field& field) {
  return field.kind != schema::Kind::kDate &&
         query::has_filters_of(field, request.query, request.match);
}

void note(Notice notice, Answer& answer) {
  auto& notices = answer.notices;
  if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
    notices.push_back(std::move(notice));
  }
}

void assign(const Request& request, const CompileWithout& compile_without, std::size_t place,
            FacetPlan& plan) {
  const schema::Field& field = *request.facets[place].field;
  if (counts_without_filter(request, field)) {
    Request rest = request;
    // Nothing may be left of it, which is no mistake here.
    rest.sort = Sort::kNewest;
    if (auto compiled = compile_without(rest, field)) {
      plan.groups.push_back(
          {compiled->query, std::move(compiled->plan), {place}, {request.facets[place]}});
      plan.unfiltered.emplace_back(field.facet_names.canonical());
      return;
    }
  }
  plan.groups.front().places.push_back(place);
  plan.groups.front().requests.push_back(request.facets[place]);
}

bool count_and_add(const FacetPlan& plan, const Call& call, const store::IndexReader& index,
                   const std::vector<Xapian::docid>* documents, Answer& answer) {
  std::vector<FacetCounts> counted;
  for (const FacetGroup& group : plan.groups) {
    // All that the query itself matches may be known.
    const FacetedMatches matches{group.query, counted.empty() ? documents : nullptr};
    counted.push_back(count_facets(index, matches, group.requests, call.options.aliases,
                                   call.deadline, call.names));
  }
  return add_counted(plan, std::move(counted), answer);
}

}  // namespace

FacetPlan plan_facets(const Request& request, const CompileWithout& compile_without,
                      const query::CompiledQuery& asked) {
  FacetPlan plan;
  plan.groups.push_back({asked.query, asked.plan, {}, {}});
  for (std::size_t i = 0; i < request.facets.size(); ++i) {
    assign(request, compile_without, i, plan);
  }
  return plan;
}

bool add_counted(const FacetPlan& plan, std::vector<FacetCounts> counted, Answer& answer) {
  bool complete = true;
  std::size_t facets = 0;
  for (const FacetGroup& group : plan.groups) facets += group.places.size();
  answer.facets.resize(facets);
  for (std::size_t i = 0; i < std::min(plan.groups.size(), counted.size()); ++i) {
    const FacetGroup& group = plan.groups[i];
    for (std::size_t j = 0; j < group.places.size(); ++j) {
      answer.facets[group.places[j]] = std::move(counted[i].facets[j]);
    }
    for (Notice& notice : counted[i].notices) note(std::move(notice), answer);
    complete = complete && !counted[i].partial;
  }
  if (!plan.unfiltered.empty()) {
    note(
        {"facets-unfiltered",
         fmt::format("{} counted without the query's own filter by it, so that other values show",
                     join(plan.unfiltered, ", ") + (plan.unfiltered.size() == 1 ? " is" : " are"))},
        answer);
  }
  return complete;
}

bool add_facets(const Request& request, const Call& call, const query::CompiledQuery& asked,
                const std::optional<std::vector<Xapian::docid>>& documents, Answer& answer) {
  if (request.facets.empty()) return true;
  const auto compile_without = [&call](const Request& rest, const schema::Field& field) {
    Call without = call;
    without.options.without_filters_of = &field;
    return compile(rest, without);
  };
  const FacetPlan plan = plan_facets(request, compile_without, asked);
  if (call.index.can().run_our_sources) {
    return count_and_add(plan, call, call.index, documents ? &*documents : nullptr, answer);
  }
  const bool complete = count_and_add(plan, call, call.index.local_part(), nullptr, answer);
  answer.notices.push_back(
      {"facets-local",
       "a remote index cannot count facets: they are of the articles of local indexes alone"});
  return complete;
}

}  // namespace dateline::search
