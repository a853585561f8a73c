#include "searcher/cluster/shard/counts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "searcher/cluster/messages/entity_rows.h"
#include "searcher/cluster/messages/facet_tallies.h"
#include "searcher/cluster/messages/story_tallies.h"
#include "searcher/cluster/messages/trend_counts.h"
#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/cluster/protocol/refusal.h"
#include "searcher/cluster/shard/matching.h"
#include "searcher/search/counting/facets.h"
#include "searcher/search/stories/story_copies.h"
#include "searcher/search/trends/day_counting.h"

namespace dateline::cluster {
namespace {

const schema::Field* facet_field(std::uint32_t number) {
  const auto found =
      std::find_if(schema::kFields.begin(), schema::kFields.end(), [&](const schema::Field& field) {
        return static_cast<std::uint32_t>(field.id) + 1 == number &&
               !field.facet_names.canonical().empty();
      });
  return found == schema::kFields.end() ? nullptr : &*found;
}

std::string written(const std::optional<std::chrono::year_month_day>& day) {
  return day ? format_day(*day) : std::string();
}

}  // namespace

Status tell_stories(const wire::StoryQuestion& asked, const search::Call& call,
                    wire::Answer& answer) {
  if (static_cast<std::size_t>(asked.stories_size()) > search::kMaxLimit) {
    return failure(senseless("more stories than a page has"));
  }
  search::StoriesAsked stories;
  stories.looks_through = asked.looks_through();
  for (const wire::StoryQuestion::Story& story : asked.stories()) {
    stories.stories.push_back({story.story(), story.day(), story.has_copies()});
  }
  answer.set_stories(to_message(search::collect_stories(call.index, stories, *call.deadline)));
  return {};
}

Status tell_facets(const wire::FacetQuestion& asked, const search::Call& call,
                   wire::Answer& answer) {
  std::size_t facets = 0;
  for (const wire::FacetQuestion::Group& group : asked.groups()) {
    std::vector<search::FacetRequest> requests;
    for (const wire::FacetQuestion::Facet& facet : group.facets()) {
      const schema::Field* const field = facet_field(facet.field());
      if (field == nullptr) return failure(senseless("a facet that there is not"));
      requests.push_back({field, facet.most()});
    }
    facets += requests.size();
    if (facets > search::kMaxFacets) return failure(senseless("too many facets"));
    const auto compiled = compiled_of(group.matching(), call);
    if (!compiled) return failure(compiled.error());
    answer.add_facets(to_message(
        search::collect_facets(call.index, {compiled->query, nullptr}, requests, call.deadline)));
  }
  return {};
}

Status tell_rows(const wire::RowQuestion& asked, const search::Call& call, wire::Answer& answer) {
  std::size_t lists = 0;
  for (const wire::RowQuestion::Group& group : asked.groups()) {
    std::vector<search::EntityRows> rows;
    for (const std::string& message : group.rows()) {
      auto read = entity_rows_from(message);
      if (!read) return failure(read.error());
      rows.push_back(std::move(*read));
    }
    lists += rows.size();
    if (lists > search::kMaxFacets) return failure(senseless("too many facets"));
    const auto compiled = compiled_of(group.matching(), call);
    if (!compiled) return failure(compiled.error());
    for (const search::RowTallies& tallies :
         search::collect_rows(call.index, {compiled->query, nullptr}, rows, call.deadline)) {
      answer.add_rows(to_message(tallies));
    }
  }
  return {};
}

Status tell_trend(const wire::TrendQuestion& asked, const search::Call& call,
                  wire::Answer& answer) {
  if (static_cast<std::size_t>(asked.series_size()) > search::kMaxTrendQueries) {
    return failure(senseless("too many series of a trend"));
  }
  std::vector<Xapian::Query> queries;
  for (const wire::Matching& series : asked.series()) {
    auto compiled = compiled_of(series, call);
    if (!compiled) return failure(compiled.error());
    queries.push_back(std::move(compiled->query));
  }
  const auto range = range_of(asked.range());
  if (!range) return failure(range.error());
  search::Request request;
  request.from = written(range->first);
  request.to = written(range->last);
  answer.set_trend(to_message(search::collect_trend(call.index, search::Extent::kPart, queries,
                                                    request, *call.options.clock, call.deadline)));
  return {};
}

}  // namespace dateline::cluster
