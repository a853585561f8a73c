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

// Facets that are counted of the same query.
struct Group {
  Xapian::Query query;
  std::vector<std::size_t> places;  // in the request
  // All that it matches, where that is known.
  const std::vector<Xapian::docid>* documents = nullptr;
};

bool counts_without_filter(const Request& request, const schema::Field& field) {
  return field.kind != schema::Kind::kDate &&
         query::has_filters_of(field, request.query, request.match);
}

class FacetAdder {
 public:
  FacetAdder(const Request& request, const Call& call, const query::CompiledQuery& asked,
             const std::vector<Xapian::docid>* documents)
      : request_(request), call_(call), groups_{{asked.query, {}, documents}} {
    for (std::size_t i = 0; i < request.facets.size(); ++i) assign(i);
  }

  bool run(const store::IndexReader& index, Answer& answer) {
    answer.facets.resize(request_.facets.size());
    bool complete = true;
    for (const Group& group : groups_) {
      if (group.places.empty()) continue;
      std::vector<FacetRequest> requests;
      for (const std::size_t place : group.places) requests.push_back(request_.facets[place]);
      FacetCounts counted = count_facets(index, {group.query, group.documents}, requests,
                                         call_.options.aliases, call_.deadline, call_.names);
      for (std::size_t i = 0; i < group.places.size(); ++i) {
        answer.facets[group.places[i]] = std::move(counted.facets[i]);
      }
      for (Notice& notice : counted.notices) note(std::move(notice), answer);
      complete = complete && !counted.partial;
    }
    if (!unfiltered_.empty()) {
      note(
          {"facets-unfiltered",
           fmt::format("{} counted without the query's own filter by it, so that other values show",
                       join(unfiltered_, ", ") + (unfiltered_.size() == 1 ? " is" : " are"))},
          answer);
    }
    return complete;
  }

 private:
  void assign(std::size_t place) {
    const schema::Field& field = *request_.facets[place].field;
    if (counts_without_filter(request_, field)) {
      Call without = call_;
      without.options.without_filters_of = &field;
      Request rest = request_;
      // Nothing may be left of it, which is no mistake here.
      rest.sort = Sort::kNewest;
      if (auto compiled = compile(rest, without)) {
        groups_.push_back({compiled->query, {place}, nullptr});
        unfiltered_.emplace_back(field.facet_names.canonical());
        return;
      }
    }
    groups_.front().places.push_back(place);
  }

  static void note(Notice notice, Answer& answer) {
    auto& notices = answer.notices;
    if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
      notices.push_back(std::move(notice));
    }
  }

  const Request& request_;
  const Call& call_;
  std::vector<Group> groups_;
  std::vector<std::string> unfiltered_;
};

}  // namespace

bool add_facets(const Request& request, const Call& call, const query::CompiledQuery& asked,
                const std::optional<std::vector<Xapian::docid>>& documents, Answer& answer) {
  if (request.facets.empty()) return true;
  const bool is_local = call.index.can().run_our_sources;
  FacetAdder adder(request, call, asked, is_local && documents ? &*documents : nullptr);
  if (is_local) return adder.run(call.index, answer);
  const bool complete = adder.run(call.index.local_part(), answer);
  answer.notices.push_back(
      {"facets-local",
       "a remote index cannot count facets: they are of the articles of local indexes alone"});
  return complete;
}

}  // namespace dateline::search
