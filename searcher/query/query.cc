#include "searcher/query/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "searcher/query/building/builder.h"
#include "searcher/query/language/filters.h"
#include "searcher/query/language/parser.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/rewrite/rewriter.h"

namespace dateline::query {
namespace {

CompiledQuery everything(std::vector<Notice> notices) {
  CompiledQuery out;
  out.query = every_document();
  out.plan.kind = Plan::Kind::kEverything;
  out.notices = std::move(notices);
  out.matches_everything = true;
  return out;
}

std::vector<std::string> terms_of(const Xapian::Query& query) {
  std::vector<std::string> terms(query.get_terms_begin(), query.get_terms_end());
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

tl::unexpected<QueryError> cannot_be_asked(const Rewritten& rewritten) {
  return wrong(
      *rewritten.local_only,
      "a remote index cannot be asked for phrases, compounds or like words near each other",
      "write single words, or AND; or search on the machine where the index is a directory");
}

// Each list that is open holds three or four kilobytes.
constexpr std::size_t kMostLists = 32'768;

std::optional<QueryError> too_many_lists(std::size_t in_each, std::size_t segments) {
  const std::size_t lists = in_each * std::max<std::size_t>(segments, 1);
  if (lists <= kMostLists) return std::nullopt;
  return QueryError{
      0,
      fmt::format("this asks for {} lists of articles in {} segments, and {} are read at once",
                  lists, segments, kMostLists),
      "ask for fewer words, name a field, or fold the segments: dateline-index compact"};
}

bool reads_positions(const Plan& plan) {
  if (plan.kind == Plan::Kind::kPhrase || plan.kind == Plan::Kind::kNear ||
      plan.kind == Plan::Kind::kAdj) {
    return true;
  }
  return std::any_of(plan.children.begin(), plan.children.end(), reads_positions);
}

bool denies_positions(const Plan& plan) {
  const bool is_not = plan.kind == Plan::Kind::kNot;
  return std::any_of(plan.children.begin(), plan.children.end(),
                     is_not ? reads_positions : denies_positions);
}

}  // namespace

tl::expected<CompiledQuery, QueryError> compile(std::string_view text, const QueryOptions& options,
                                                IndexTerms& index) {
  auto parsed = parse(text, options.match);
  if (!parsed) return tl::unexpected(std::move(parsed.error()));
  if (!parsed->tree) return everything(std::move(parsed->notices));
  if (options.without_filters_of != nullptr) {
    drop_filters(*parsed->tree, *options.without_filters_of);
  }
  Vocabulary vocabulary(index, Vocabulary::kBudget, options.expired, options.shows);
  auto rewritten = rewrite(
      *parsed->tree,
      {options.languages, options.max_expansions, options.clock, options.spelling, options.synonyms,
       options.aliases, options.most_lists, options.stop_word_weight, options.surnames_alone},
      vocabulary);
  if (!rewritten) return tl::unexpected(std::move(rewritten.error()));
  if (rewritten->local_only && !options.runs_our_sources) return cannot_be_asked(*rewritten);
  auto out = compile(std::move(rewritten->plan), options, index);
  if (!out) return out;
  out->parsed = print(*parsed->tree);
  out->notices = std::move(parsed->notices);
  std::move(rewritten->notices.begin(), rewritten->notices.end(), std::back_inserter(out->notices));
  return out;
}

tl::expected<CompiledQuery, QueryError> compile(std::string_view text, const QueryOptions& options,
                                                const Xapian::Database& db) {
  DatabaseTerms index(db);
  return compile(text, options, index);
}

tl::expected<CompiledQuery, QueryError> compile(Plan plan, const QueryOptions& options,
                                                IndexTerms& index) {
  CompiledQuery out;
  if (options.ends_in_time) out.work = std::make_shared<Work>(options.expired);
  const BuildOptions how{options.memo,           out.work, options.misreads,
                         options.weight_of_word, {},       options.near};
  Built built = build(plan, index, how);
  if (auto error = too_many_lists(built.lists, index.shards())) {
    return tl::unexpected(std::move(*error));
  }
  out.query = std::move(built.query);
  if (options.ranked_terms && is_ranked_by_terms(plan)) {
    BuildOptions ranked = how;
    ranked.ranked_terms = options.ranked_terms;
    out.ranked = build(plan, index, std::move(ranked)).query;
  }
  out.lists = built.lists;
  out.rewritten = print(plan);
  out.terms = terms_of(out.query);
  out.reads_positions = reads_positions(plan);
  out.denies_positions = denies_positions(plan);
  out.words = asked_words(plan);
  out.marks = marks_of(plan);
  out.plan = std::move(plan);
  return out;
}

bool has_filters_of(const schema::Field& field, std::string_view text, Match match) {
  auto parsed = parse(text, match);
  return parsed && parsed->tree && drop_filters(*parsed->tree, field);
}

tl::expected<std::optional<DayRange>, QueryError> date_range(std::string_view from,
                                                             std::string_view to,
                                                             const Clock& clock) {
  DayRange range;
  if (!from.empty()) {
    const auto begin = parse_dates(from, clock);
    if (!begin) return tl::unexpected(begin.error());
    range.first = begin->first;
  }
  if (!to.empty()) {
    const auto end = parse_dates(to, clock);
    if (!end) return tl::unexpected(end.error());
    range.last = end->last;
  }
  // `..2019` as a beginning is open; what is open on both sides is everything.
  if (!range.first && !range.last) return std::nullopt;
  return range;
}

Xapian::Query date_filter(const DayRange& range, const QueryOptions& options, IndexTerms& index) {
  Plan plan;
  plan.kind = Plan::Kind::kDays;
  plan.days = range;
  return build(plan, index, {.misreads = options.misreads}).query;
}

}  // namespace dateline::query
