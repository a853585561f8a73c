// First who is meant, and who else goes by that name (namesakes.h). Then the articles of the one who
// is meant are counted: months and associates from their slots, forms by their terms.
//
// Tested by tests/searcher/search/searcher_test.cc and tests/cli/entities_test.py.
#include "searcher/search/counting/entity_profiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/text/values.h"
#include "searcher/query/query.h"
#include "searcher/search/counting/association.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/mark_counts.h"
#include "searcher/search/counting/namesakes.h"
#include "searcher/search/counting/sampling/slot_collector.h"

namespace dateline::search {
namespace {

using schema::Slot;

// Records that are read to tell which forms there are.
constexpr std::size_t kRecordsRead = 200;
constexpr std::size_t kMostForms = 30;
constexpr std::size_t kMostOthers = 10;
constexpr std::size_t kDayDigits = 8;  // 20200106
constexpr std::size_t kMostAssociates = 20;
// Of each type; their articles are counted to rank them.
constexpr std::size_t kCandidates = 100;
// Met together so seldom, two are no associates, unless there is hardly anything.
constexpr std::uint32_t kFewestTogether = 2;

std::string value_term(EntityType type, const std::string& name) {
  return schema::make_term(schema::field_of(type).value_prefix, text::fold_value(name));
}

using CountsByType = std::array<MarkCounts, kEntityTypes.size()>;

// The slots of entities, in the order of their types, and then the day.
std::vector<Slot> counted_slots() {
  std::vector<Slot> slots;
  slots.reserve(kEntityTypes.size() + 1);
  for (const EntityType type : kEntityTypes) slots.push_back(schema::field_of(type).slot);
  slots.push_back(Slot::kDay);
  return slots;
}

class Profiler {
 public:
  Profiler(const Call& call, const store::IndexReader& index)
      : call_(call), index_(index), namesakes_(call, index), deadline_(call.deadline) {}

  std::optional<EntityProfile> run(const std::string& name);

 private:
  std::vector<Xapian::docid> articles_with(const std::string& name);
  void count(const SlotCollector& collector);
  void add_forms(const SlotCollector& collector, const Xapian::Query& query);
  void add_others(const std::vector<NamedEntity>& entities);
  void add_associates(const CountsByType& counts);
  void add_notices(const SlotCollector& collector);
  struct Candidate {
    Associate what;
    std::uint64_t anywhere = 0;  // articles of the index that name it
  };
  // Names of one entity are one candidate; an article has it under one name.
  std::vector<Candidate> candidates(EntityType type, const MarkCounts& counts);
  Candidate& candidate_like(EntityType type, const std::string& written,
                            std::vector<Candidate>& among) const;
  std::uint64_t matches(const Xapian::Query& query) const;
  // A count of the sample as one of all articles.
  std::uint64_t scaled(double count) const {
    return static_cast<std::uint64_t>(std::llround(count * scale_));
  }

  const Call& call_;
  const store::IndexReader& index_;
  Namesakes namesakes_;
  const std::shared_ptr<Deadline>& deadline_;
  NamedEntity meant_;
  std::vector<query::Notice> notices_;
  EntityProfile out_;
  double scale_ = 1;
};

// Those that name anything so, or in another spelling.
std::vector<Xapian::docid> Profiler::articles_with(const std::string& name) {
  const std::string text =
      fmt::format("{}:\"{}\"", schema::kAnyEntityName, replace_all(name, "\"", " "));
  auto compiled = query::compile(text, call_.options, call_.index.database());
  if (!compiled) return {};
  notices_ = std::move(compiled->notices);
  SlotCollector collector({});
  collect(index_, compiled->query, deadline_, collector);
  return collector.documents();
}

std::uint64_t Profiler::matches(const Xapian::Query& query) const {
  SlotCollector collector({}, 1);
  collect(index_, query, deadline_, collector);
  return collector.met();
}

void Profiler::count(const SlotCollector& collector) {
  out_.articles = collector.met();
  scale_ = collector.each_stands_for();
  std::map<std::string, std::uint64_t> months;
  CountsByType counts;
  collector.each([&](Xapian::docid document, std::size_t place, std::string_view value) {
    if (place < kEntityTypes.size()) {
      schema::each_mark(value, [&](schema::EntityMark mark) { counts[place].add(mark, document); });
      return;
    }
    // Another length is none of ours: a segment may come from somebody else.
    if (value.size() != kDayDigits) return;
    const std::string day =
        fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6, 2));
    if (out_.first.empty() || day < out_.first) out_.first = day;
    if (day > out_.last) out_.last = day;
    ++months[day.substr(0, 7) + "-01"];
  });
  for (const auto& [start, articles] : months) {
    out_.months.push_back({start, scaled(static_cast<double>(articles))});
  }
  add_associates(counts);
}

std::vector<Profiler::Candidate> Profiler::candidates(EntityType type, const MarkCounts& counts) {
  std::vector<Candidate> out;
  for (const MarkCount& row : counts.highest(kCandidates)) {
    if (deadline_->check()) break;
    if (row.count < kFewestTogether && out_.articles > kFewestTogether) break;
    const Entity* entity = namesakes_.names().find(row.document, type, row.mark);
    if (entity == nullptr || namesakes_.is(meant_, type, entity->name)) continue;
    Candidate& one = candidate_like(type, entity->name, out);
    one.what.articles += scaled(row.count);
    one.anywhere += index_.count(value_term(type, entity->name));
  }
  return out;
}

Profiler::Candidate& Profiler::candidate_like(EntityType type, const std::string& written,
                                              std::vector<Candidate>& among) const {
  const bool folds = call_.names == Names::kFolded;
  const std::string name = folds ? canonical_name(call_.options.aliases, type, written) : written;
  const auto same = std::find_if(among.begin(), among.end(), [&](const Candidate& known) {
    if (known.what.name == name) return true;
    return folds && names::compare_names(known.what.name, name, type).same;
  });
  if (same != among.end()) return *same;
  Candidate& added = among.emplace_back();
  added.what = {name, type, 0, 0};
  return added;
}

void Profiler::add_associates(const CountsByType& counts) {
  for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
    for (Candidate& one : candidates(kEntityTypes[i], counts[i])) {
      one.what.score =
          log_likelihood(one.what.articles, out_.articles, one.anywhere, index_.articles());
      if (one.what.score > 0) out_.associates.push_back(std::move(one.what));
    }
  }
  std::stable_sort(out_.associates.begin(), out_.associates.end(),
                   [](const Associate& a, const Associate& b) { return a.score > b.score; });
  if (out_.associates.size() > kMostAssociates) out_.associates.resize(kMostAssociates);
}

void Profiler::add_forms(const SlotCollector& collector, const Xapian::Query& query) {
  std::map<std::string, std::size_t> forms;
  for (const Xapian::docid document : evenly(collector.documents(), kRecordsRead)) {
    if (deadline_->check()) break;
    const Article* article = namesakes_.names().record(document);
    if (article == nullptr) continue;
    for (const Entity& entity : article->entities) {
      if (!namesakes_.is(meant_, entity.type, entity.name)) continue;
      const auto& written = entity.forms.empty() ? std::vector{entity.name} : entity.forms;
      for (const std::string& form : written) ++forms[form];
    }
  }
  // Of spellings that differ in case alone, the usual one.
  std::vector<std::pair<std::string, std::size_t>> usual(forms.begin(), forms.end());
  std::stable_sort(usual.begin(), usual.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  const auto misreads = [&](const std::string& term) { return index_.misreads(term); };
  std::set<std::string> folded;
  for (const auto& [form, seen] : usual) {
    if (!folded.insert(text::fold_value(form)).second || out_.forms.size() == kMostForms) continue;
    const Xapian::Query with_form(Xapian::Query::OP_FILTER, query,
                                  query::unweighted_term(value_term(out_.type, form), misreads));
    out_.forms.push_back({form, matches(with_form)});
  }
  std::stable_sort(out_.forms.begin(), out_.forms.end(),
                   [](const EntityForm& a, const EntityForm& b) { return a.count > b.count; });
}

void Profiler::add_others(const std::vector<NamedEntity>& entities) {
  for (std::size_t i = 1; i < entities.size() && out_.others.size() < kMostOthers; ++i) {
    if (deadline_->check()) return;
    const std::uint64_t articles = matches(namesakes_.articles_of(entities[i]));
    if (articles > 0) out_.others.push_back({entities[i].name, entities[i].type, articles});
  }
  std::stable_sort(out_.others.begin(), out_.others.end(),
                   [](const Namesake& a, const Namesake& b) { return a.articles > b.articles; });
}

void Profiler::add_notices(const SlotCollector& collector) {
  if (scale_ > 1) {
    out_.notices.push_back(
        {"entity-sampled", fmt::format("months and associates are estimates from a "
                                       "sample of {} of {} articles",
                                       collector.documents().size(), collector.met())});
  }
  if (deadline_->passed()) {
    out_.notices.push_back({"deadline", "time was up: the counts are not complete"});
  }
  std::move(notices_.begin(), notices_.end(), std::back_inserter(out_.notices));
}

std::optional<EntityProfile> Profiler::run(const std::string& name) {
  const std::vector<NamedEntity> entities = namesakes_.of(name, articles_with(name));
  if (entities.empty()) return std::nullopt;
  meant_ = entities.front();
  out_.type = meant_.type;
  out_.name = meant_.name;
  const Xapian::Query query = namesakes_.articles_of(meant_);
  SlotCollector collector(counted_slots());
  collect(index_, query, deadline_, collector);
  count(collector);
  add_forms(collector, query);
  add_others(entities);
  add_notices(collector);
  return std::move(out_);
}

}  // namespace

Result<EntityProfile> profile_of(const std::string& name, const Call& call) {
  const bool all = call.index.can().run_our_sources;
  std::optional<store::IndexReader> local;
  if (!all) local = call.index.local_part();
  if (local && local->shards() == 0) {
    return failure(ErrorCode::kUsage, "a remote index cannot be asked who goes by a name",
                   "ask on the machine where the index is a directory");
  }
  const store::IndexReader& index = local ? *local : call.index;
  auto profile = Profiler(call, index).run(name);
  if (!profile && call.deadline->passed()) {
    return failure(ErrorCode::kLimit, fmt::format("time was up before “{}” was found", name),
                   "ask again, with a later deadline");
  }
  if (!profile) {
    return failure(ErrorCode::kNotFound, fmt::format("no article names “{}”", name),
                   "names are of persons, organisations and places");
  }
  if (!all) {
    profile->notices.push_back(
        {"entity-local",
         "a remote index cannot be asked for this: articles of local indexes alone"});
  }
  return std::move(*profile);
}

}  // namespace dateline::search
