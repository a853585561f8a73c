// First who is meant: of the articles that name anything so, a few records are read, and the entity
// that most of them have under that name is it. Then its own articles are counted: months and
// associates from their slots, forms by their terms.
//
// Tested by tests/searcher/search/searcher_test.cc and tests/cli/entities_test.py.
#include "searcher/search/counting/entity_profiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/names/plain_words.h"
#include "common/names/spelling.h"
#include "common/text/values.h"
#include "searcher/query/query.h"
#include "searcher/search/counting/association.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/mark_counts.h"
#include "searcher/search/counting/slot_collector.h"

namespace dateline::search {
namespace {

using schema::Slot;

// Records that are read to tell who is meant, and which forms there are.
constexpr std::size_t kRecordsRead = 200;
constexpr std::size_t kMostForms = 30;
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

// Evenly spread over the list.
std::vector<Xapian::docid> some_of(const std::vector<Xapian::docid>& all, std::size_t most) {
  if (all.size() <= most) return all;
  std::vector<Xapian::docid> out;
  for (std::size_t i = 0; i < most; ++i) out.push_back(all[i * all.size() / most]);
  return out;
}

// Whether an entity goes by the name that was asked for.
class Asked {
 public:
  Asked(const std::string& name, const names::Aliases* aliases)
      : name_(name), folded_(text::fold_value(name)), aliases_(aliases) {
    const auto words = names::plain_words(name, 2);
    if (words.size() == 1) word_ = names::spell(words.front());
  }

  bool is(const Entity& entity) const {
    if (aliases_ != nullptr) {
      const EntityType kind = entity.type;
      const auto* alias = aliases_->find(kind, name_);
      if (alias != nullptr) return alias == aliases_->find(kind, entity.name);
    }
    if (goes_by(entity.name, entity.type)) return true;
    return std::any_of(entity.forms.begin(), entity.forms.end(),
                       [&](const std::string& form) { return goes_by(form, entity.type); });
  }

 private:
  bool goes_by(const std::string& form, EntityType type) const {
    if (text::fold_value(form) == folded_) return true;
    if (names::compare_names(form, name_, type).same) return true;
    if (!word_ || type == EntityType::kPlace) return false;
    const auto words = names::plain_words(form, names::kMaxSpelledLetters);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return names::same_spelling(names::spell(word), *word_, names::kSurelySameSpelling);
    });
  }

  const std::string& name_;
  std::string folded_;
  const names::Aliases* aliases_;
  std::optional<names::Spelling> word_;
};

// Asks for articles by an entity's name.
class Asker {
 public:
  explicit Asker(const Call& call) : call_(call) {}

  // `field`: "person", "entity".
  Xapian::Query ask(std::string_view field, const std::string& name) {
    const std::string text = fmt::format("{}:\"{}\"", field, replace_all(name, "\"", " "));
    auto compiled = query::compile(text, call_.options, call_.index.database());
    if (!compiled) return {};
    notices_ = std::move(compiled->notices);
    return compiled->query;
  }

  // Of the question that was asked last.
  const std::vector<query::Notice>& notices() const { return notices_; }

 private:
  const Call& call_;
  std::vector<query::Notice> notices_;
};

class Profiler {
 public:
  Profiler(const store::IndexReader& index, Asker& asker, const names::Aliases* aliases,
           const std::shared_ptr<Deadline>& deadline)
      : index_(index),
        names_(index.database()),
        asker_(asker),
        aliases_(aliases),
        deadline_(deadline) {}

  std::optional<EntityProfile> run(const std::string& name);

 private:
  bool identify(const std::string& name);
  void count(const SlotCollector& collector);
  void add_forms(const SlotCollector& collector, const Xapian::Query& query);
  void add_associates(const CountsByType& counts);
  struct Candidate {
    Associate what;
    std::uint64_t anywhere = 0;  // articles of the index that name it
  };
  // Names of one entity are one candidate; an article has it under one name.
  std::vector<Candidate> candidates(EntityType type, const MarkCounts& counts);
  bool is_itself(EntityType type, const std::string& name) const;
  std::uint64_t matches(const Xapian::Query& query) const;
  // A count of the sample as one of all articles.
  std::uint64_t scaled(double count) const {
    return static_cast<std::uint64_t>(std::llround(count * scale_));
  }

  const store::IndexReader& index_;
  EntityNames names_;
  Asker& asker_;
  const names::Aliases* aliases_;
  const std::shared_ptr<Deadline>& deadline_;
  EntityProfile out_;
  double scale_ = 1;
};

bool Profiler::identify(const std::string& name) {
  SlotCollector collector({});
  collect(index_, asker_.ask("entity", name), deadline_, collector);
  const Asked asked(name, aliases_);
  std::map<std::pair<EntityType, std::string>, std::size_t> votes;
  for (const Xapian::docid document : some_of(collector.documents(), kRecordsRead)) {
    if (deadline_->check()) break;
    const Article* article = names_.record(document);
    if (article == nullptr) continue;
    for (const Entity& entity : article->entities) {
      if (!asked.is(entity)) continue;
      ++votes[{entity.type, canonical_name(aliases_, entity.type, entity.name)}];
    }
  }
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == votes.end()) return false;
  out_.type = best->first.first;
  out_.name = best->first.second;
  return true;
}

bool Profiler::is_itself(EntityType type, const std::string& name) const {
  if (type != out_.type) return false;
  return canonical_name(aliases_, type, name) == out_.name ||
         names::compare_names(name, out_.name, type).same;
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
    const Entity* entity = names_.find(row.document, type, row.mark);
    if (entity == nullptr || is_itself(type, entity->name)) continue;
    const std::string name = canonical_name(aliases_, type, entity->name);
    const auto same = std::find_if(out.begin(), out.end(), [&](const Candidate& known) {
      return known.what.name == name || names::compare_names(known.what.name, name, type).same;
    });
    const bool is_new = same == out.end();
    Candidate& one = is_new ? out.emplace_back() : *same;
    if (is_new) one.what = {name, type, 0, 0};
    one.what.articles += scaled(row.count);
    one.anywhere += index_.count(value_term(type, entity->name));
  }
  return out;
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
  for (const Xapian::docid document : some_of(collector.documents(), kRecordsRead)) {
    if (deadline_->check()) break;
    const Article* article = names_.record(document);
    if (article == nullptr) continue;
    for (const Entity& entity : article->entities) {
      if (!is_itself(entity.type, entity.name)) continue;
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

std::optional<EntityProfile> Profiler::run(const std::string& name) {
  if (!identify(name)) return std::nullopt;
  const Xapian::Query query =
      asker_.ask(schema::field_of(out_.type).query_names.canonical(), out_.name);
  SlotCollector collector(counted_slots());
  collect(index_, query, deadline_, collector);
  count(collector);
  add_forms(collector, query);
  if (scale_ > 1) {
    out_.notices.push_back(
        {"entity-sampled", fmt::format("months and associates are estimates from a "
                                       "sample of {} of {} articles",
                                       collector.documents().size(), collector.met())});
  }
  if (deadline_->passed()) {
    out_.notices.push_back({"deadline", "time was up: the counts are not complete"});
  }
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
  Asker asker(call);
  const store::IndexReader& index = local ? *local : call.index;
  auto profile = Profiler(index, asker, call.options.aliases, call.deadline).run(name);
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
  for (const query::Notice& notice : asker.notices()) profile->notices.push_back(notice);
  return std::move(*profile);
}

}  // namespace dateline::search
