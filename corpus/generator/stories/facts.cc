#include "corpus/generator/stories/facts.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "corpus/generator/stories/plants.h"

namespace dateline::corpus {
namespace {

using Json = nlohmann::ordered_json;
using Tally = std::map<std::string, std::uint64_t>;

// Blocks are of one day, and no story leaves its block: what is remembered is bounded by the days
// and by one block.
struct Counter {
  const Layout& layout;
  Tally days;
  std::uint64_t stories = 0;
  std::uint64_t copies = 0;

  // Articles `first` to `end` - 1, all of one block.
  void block(std::uint64_t first, std::uint64_t end) {
    std::set<std::uint64_t> told;
    for (std::uint64_t i = first; i < end; ++i) {
      const std::uint64_t story = layout.story_of(i);
      told.insert(story);
      if (story != i) ++copies;
    }
    stories += told.size();
    days[format_day(layout.day_of(first))] += end - first;
  }
};

// How many of the range fall to each place of a wheel of `size`.
template <typename NameAt>
Tally turn_wheel(std::size_t size, std::uint64_t first, std::uint64_t articles, NameAt name_at) {
  Tally tally;
  for (std::uint64_t i = first; i < first + size && i < first + articles; ++i) {
    tally[std::string(name_at(i))] += (first + articles - i - 1) / size + 1;
  }
  return tally;
}

Facts::Counts listed(const Tally& tally) { return {tally.begin(), tally.end()}; }

void add_queries(Facts& facts) {
  for (const PlantedQuery& planted : planted_queries()) {
    facts.queries.push_back({std::string(planted.kind), std::string(planted.query),
                             planted.count(facts.first, facts.articles), planted.period,
                             planted.remainders});
  }
  for (const auto& [name, count] : facts.sections) {
    facts.queries.push_back({"section", fmt::format("section:{}", name), count, 0, {}});
  }
  for (const auto& [name, count] : facts.sources) {
    facts.queries.push_back({"source", fmt::format("source:\"{}\"", name), count, 0, {}});
  }
  Tally years;
  for (const auto& [day, count] : facts.days) years[day.substr(0, 4)] += count;
  for (const auto& [year, count] : years) {
    facts.queries.push_back({"date", fmt::format("date:{}", year), count, 0, {}});
  }
}

Json json_of(const Facts::Counts& counts) {
  Json out = Json::object();
  for (const auto& [name, count] : counts) out[name] = count;
  return out;
}

}  // namespace

Facts facts_of(const CorpusModel& model, std::uint64_t first, std::uint64_t articles) {
  Counter counter{model.layout(), {}};
  const std::uint64_t end = first + articles;
  for (std::uint64_t i = first; i < end;) {
    const std::uint64_t next = std::min(end, (i / Layout::kBlock + 1) * Layout::kBlock);
    counter.block(i, next);
    i = next;
  }
  Facts facts{first, articles, counter.stories, counter.copies, listed(counter.days), {}, {}, {}};
  facts.sections = listed(turn_wheel(section_wheel().size(), first, articles,
                                     [](std::uint64_t i) { return Layout::section_of(i); }));
  facts.sources = listed(turn_wheel(outlets().size(), first, articles,
                                    [](std::uint64_t i) { return Layout::outlet_of(i).name; }));
  add_queries(facts);
  return facts;
}

std::string to_json(const Facts& facts, const CorpusOptions& options) {
  Json out;
  out["seed"] = options.seed;
  out["first"] = facts.first;
  out["articles"] = facts.articles;
  out["stories"] = facts.stories;
  out["copies"] = facts.copies;
  out["days"] = json_of(facts.days);
  out["sections"] = json_of(facts.sections);
  out["sources"] = json_of(facts.sources);
  out["queries"] = Json::array();
  for (const QueryFact& fact : facts.queries) {
    Json query = {{"kind", fact.kind}, {"query", fact.query}, {"articles", fact.articles}};
    if (fact.period != 0) {
      query["period"] = fact.period;
      query["remainders"] = fact.remainders;
    }
    out["queries"].push_back(std::move(query));
  }
  return out.dump(2) + "\n";
}

}  // namespace dateline::corpus
