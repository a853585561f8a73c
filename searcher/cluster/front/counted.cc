#include "searcher/cluster/front/counted.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "common/base/strings.h"
#include "common/schema/stored_record.h"
#include "searcher/cluster/front/ranked.h"
#include "searcher/cluster/messages/entity_rows.h"
#include "searcher/cluster/messages/facet_tallies.h"
#include "searcher/cluster/messages/story_tallies.h"
#include "searcher/cluster/messages/trend_counts.h"
#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/cluster/protocol/refusal.h"
#include "searcher/search/compilation.h"
#include "searcher/search/counting/entities/entity_rows.h"
#include "searcher/search/counting/facet_tallies.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/stories/hit_stories.h"
#include "searcher/search/trends/trend_counts.h"

namespace dateline::cluster {
namespace {

// Records of copies that are on no page, by link and number. Throws Xapian::Error.
using Heads = std::map<std::pair<std::uint32_t, std::uint32_t>, Article>;

Result<Heads> heads_of(const std::set<std::pair<std::uint32_t, std::uint32_t>>& copies,
                       ClusterCall& call) {
  Heads heads;
  if (copies.empty()) return heads;
  const std::vector<Link>& links = call.links.links();
  wire::Question question;
  *question.mutable_call() = call.message();
  wire::HitsQuestion& hits = *question.mutable_hits();
  hits.mutable_plan()->set_kind(static_cast<std::uint32_t>(query::Plan::Kind::kEverything));
  std::vector<std::vector<std::uint32_t>> asked(links.size());
  for (const auto& [link, document] : copies) asked[link].push_back(document);
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (asked[i].empty()) continue;
    wire::HitsQuestion::Documents& documents = *hits.add_documents();
    documents.set_token(links[i].facts.token());
    for (const std::uint32_t document : asked[i]) documents.add_documents(document);
  }
  const auto answers = call.links.ask(question);
  if (!answers) return failure(answers.error());
  for (std::uint32_t link = 0; link < links.size(); ++link) {
    const wire::Hits& told = (*answers)[link].hits();
    const auto count =
        std::min<std::size_t>(static_cast<std::size_t>(told.hits_size()), asked[link].size());
    for (std::size_t i = 0; i < count; ++i) {
      auto head = schema::decode_head(told.hits(static_cast<int>(i)).head());
      if (!head) return failure(head.error());
      search::drop_addresses_that_run(*head);
      heads.emplace(std::pair(link, asked[link][i]), std::move(*head));
    }
  }
  return heads;
}

Result<search::FacetTallies> sum_of_facets(const std::vector<wire::Answer>& answers,
                                           std::size_t group, const search::FacetPlan& plan) {
  std::optional<search::FacetTallies> sum;
  for (const wire::Answer& part : answers) {
    if (static_cast<std::size_t>(part.facets_size()) != plan.groups.size()) {
      return failure(of_another_version());
    }
    auto tallies = facet_tallies_from(part.facets(static_cast<int>(group)));
    if (!tallies) return failure(tallies.error());
    if (tallies->facets.size() != plan.groups[group].requests.size()) {
      return failure(of_another_version());
    }
    if (sum) {
      search::merge(*tallies, *sum);
    } else {
      sum = std::move(*tallies);
    }
  }
  return sum.value_or(search::FacetTallies());
}

// A facet of entities, and its rows.
struct EntityFacet {
  std::size_t group;
  std::size_t place;
  search::EntityRows rows;
};

// Surnames of the rows are fetched, and whom they may mean becomes rows too.
Status add_surnames(const std::vector<search::FacetTallies>& sums, ClusterCall& call,
                    std::vector<EntityFacet>& facets) {
  std::vector<std::vector<std::string>> surnames;
  for (const EntityFacet& facet : facets) {
    const search::ValueTallies& tallies = sums[facet.group].facets[facet.place];
    surnames.push_back(search::surnames_to_ask(facet.rows, [&](schema::EntityMark mark) {
      return search::articles_of_mark(tallies, mark);
    }));
    for (const std::string& one : surnames.back()) call.terms.surname(one);
  }
  if (call.terms.lacks_any()) {
    if (auto fetched = call.terms.fetch(call.message()); !fetched) return fetched;
  }
  for (std::size_t i = 0; i < facets.size(); ++i) {
    for (const std::string& one : surnames[i]) {
      if (const search::Surname* const known = call.terms.surname(one)) {
        search::add_surname(one, *known, facets[i].rows);
      }
    }
  }
  return {};
}

Result<wire::Question> question_of_rows(const std::vector<EntityFacet>& facets,
                                        const search::FacetPlan& plan,
                                        const search::Request& request, const ClusterCall& call) {
  const auto range = search::range_of(request, *call.options.clock);
  if (!range) return failure(range.error());
  wire::Question question;
  *question.mutable_call() = call.message();
  for (const EntityFacet& facet : facets) {
    wire::RowQuestion::Group& group = *question.mutable_rows()->add_groups();
    *group.mutable_matching() = message_of(Matching{plan.groups[facet.group].plan, *range});
    group.add_rows(to_message(facet.rows));
  }
  return question;
}

// Names of one entity become one row (entities/entity_rows.h): which there are is decided here, of what
// all shards have counted, and the shards count their articles by them.
Status fold_entities(const search::FacetPlan& plan, const std::vector<search::FacetTallies>& sums,
                     const search::Request& request, ClusterCall& call,
                     std::vector<search::FacetCounts>& counted) {
  std::vector<EntityFacet> facets;
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    const auto& requests = plan.groups[group].requests;
    for (std::size_t place = 0; place < requests.size(); ++place) {
      if (!requests[place].field->entity || sums[group].facets.empty()) continue;
      facets.push_back(
          {group, place,
           search::rows_of(requests[place],
                           search::likely_of(requests[place], sums[group].facets[place]),
                           call.options.aliases)});
    }
  }
  if (facets.empty()) return {};
  if (auto added = add_surnames(sums, call, facets); !added) return added;
  const auto question = question_of_rows(facets, plan, request, call);
  if (!question) return failure(question.error());
  const auto answers = call.links.ask(*question);
  if (!answers) return failure(answers.error());
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const EntityFacet& facet = facets[i];
    search::RowTallies sum;
    for (const wire::Answer& answer : *answers) {
      if (static_cast<std::size_t>(answer.rows_size()) != facets.size()) {
        return failure(of_another_version());
      }
      const auto tallies = row_tallies_from(answer.rows(static_cast<int>(i)));
      if (!tallies) return failure(tallies.error());
      search::merge(*tallies, sum);
    }
    search::FacetCounts& counts = counted[facet.group];
    counts.facets[facet.place] = search::facet_of(plan.groups[facet.group].requests[facet.place],
                                                  facet.rows, sum, counts.notices);
    counts.partial = counts.partial || sum.partial;
  }
  return {};
}

}  // namespace

Result<search::FacetPlan> ask_for_facets(const search::Request& request,
                                         const query::CompiledQuery& asked, ClusterCall& call,
                                         wire::Question& question) {
  const auto range = search::range_of(request, *call.options.clock);
  if (!range) return failure(range.error());
  const auto compile_without = [&](const search::Request& rest, const schema::Field& field) {
    query::QueryOptions options = call.options;
    options.without_filters_of = &field;
    return compile_all(rest, options, call);
  };
  search::FacetPlan plan = search::plan_facets(request, compile_without, asked);
  for (const search::FacetGroup& group : plan.groups) {
    wire::FacetQuestion::Group& message = *question.mutable_facets()->add_groups();
    *message.mutable_matching() = message_of(Matching{group.plan, *range});
    for (const search::FacetRequest& facet : group.requests) {
      wire::FacetQuestion::Facet& one = *message.add_facets();
      one.set_field(static_cast<std::uint32_t>(facet.field->id) + 1);
      one.set_most(static_cast<std::uint32_t>(facet.most));
    }
  }
  return plan;
}

Result<bool> add_facets(const search::FacetPlan& plan, const search::Request& request,
                        const std::vector<wire::Answer>& answers, ClusterCall& call,
                        search::Answer& answer) {
  std::vector<search::FacetTallies> sums;
  std::vector<search::FacetCounts> counted;
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    auto sum = sum_of_facets(answers, i, plan);
    if (!sum) return failure(sum.error());
    counted.push_back(search::facets_from(*sum, plan.groups[i].requests));
    sums.push_back(std::move(*sum));
  }
  if (request.names == search::Names::kFolded) {
    if (auto folded = fold_entities(plan, sums, request, call, counted); !folded) {
      return failure(folded.error());
    }
  }
  return search::add_counted(plan, std::move(counted), answer);
}

void ask_for_copies(const std::vector<search::PageMatch>& page, const search::Answer* answer,
                    const ClusterCall& call, wire::Question& question) {
  const std::uint64_t documents = call.links.all().get_doccount();
  const search::Answer none;
  search::StoriesAsked asked;
  if (answer != nullptr) {
    asked = search::stories_asked(page, *answer, documents);
  } else {
    asked.looks_through = documents <= search::kLookedThrough;
    for (const search::PageMatch& match : page) {
      if (!match.story) continue;
      asked.stories.push_back({*match.story, {}, match.copies > 0 || !match.copies_known});
    }
  }
  wire::StoryQuestion& stories = *question.mutable_stories();
  stories.set_looks_through(asked.looks_through);
  for (const search::StoryOfHit& one : asked.stories) {
    wire::StoryQuestion::Story& story = *stories.add_stories();
    story.set_story(one.story);
    story.set_day(one.day);
    story.set_has_copies(one.has_copies);
  }
}

Status add_copies(const std::vector<wire::Answer>& answers,
                  const std::vector<search::PageMatch>& page, ClusterCall& call,
                  search::Answer& answer) {
  search::StoryTallies sum;
  for (std::uint32_t link = 0; link < answers.size(); ++link) {
    const auto tallies = story_tallies_from(answers[link].stories());
    if (!tallies) return failure(tallies.error());
    search::merge(*tallies, link, sum);
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> copies;
  for (const auto& [story, tally] : sum.stories) {
    if (tally.articles > 1 && tally.earliest) {
      copies.emplace(tally.earliest->part, tally.earliest->document);
    }
  }
  const auto heads = heads_of(copies, call);
  if (!heads) return failure(heads.error());
  const auto head_of = [&](const search::DatedCopy& copy) -> Result<Article> {
    const auto found = heads->find({copy.part, copy.document});
    if (found == heads->end()) return failure(of_another_version());
    return found->second;
  };
  return search::add_copies(sum, head_of, page, answer);
}

Result<search::Trend> trend_of(const std::vector<std::string>& queries,
                               const search::Request& request, ClusterCall& call) {
  const auto range = search::range_of(request, *call.options.clock);
  if (!range) return failure(range.error());
  wire::Question question;
  std::vector<query::Notice> notices;
  for (const std::string& query : queries) {
    search::Request one = request;
    one.query = query;
    auto compiled = compile(one, call);
    if (!compiled) return failure(compiled.error());
    *question.mutable_trend()->add_series() = message_of(Matching{compiled->plan, *range});
    for (query::Notice& notice : compiled->notices) {
      if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
        notices.push_back(std::move(notice));
      }
    }
  }
  if (*range) *question.mutable_trend()->mutable_range() = message_of(**range);
  *question.mutable_call() = call.message();
  const auto answers = call.links.ask(question);
  if (!answers) return failure(answers.error());
  search::TrendCounts sum;
  sum.series.resize(queries.size());
  for (const wire::Answer& answer : *answers) {
    auto counts = trend_counts_from(answer.trend());
    if (!counts) return failure(counts.error());
    if (counts->series.size() != queries.size()) return failure(of_another_version());
    search::merge(*counts, sum);
  }
  return search::trend_from(sum, queries, request, *call.options.clock, std::move(notices));
}

}  // namespace dateline::cluster
