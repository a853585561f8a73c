#include <memory>

#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

struct QueryVerb {
  IndexOptions index;
  MatchOptions match;
  SynonymOptions synonyms;
  AliasOptions aliases;
  LookOptions look;
  std::vector<std::string> facets;
  std::string sort = "relevance";
  std::string collapse;
  std::size_t limit = Request().limit;
  std::size_t offset = 0;
  std::size_t snippet = Request().snippet_chars;
  std::int64_t deadline = Request().deadline.count();
  bool count = false;
};

Sort sort_from(const std::string& name) {
  if (name == "newest") return Sort::kNewest;
  if (name == "oldest") return Sort::kOldest;
  return Sort::kRelevance;
}

Request request_of(const QueryVerb& verb) {
  Request request = request_of(verb.match);
  request.sort = sort_from(verb.sort);
  request.limit = verb.limit;
  request.offset = verb.offset;
  request.snippet_chars = verb.snippet;
  request.count_only = verb.count;
  request.deadline = std::chrono::milliseconds(verb.deadline);
  return request;
}

program::ExitCode run_query(const QueryVerb& verb) {
  auto searcher = open_index(verb.index, verb.synonyms);
  if (!searcher) return fail(searcher.error());
  if (auto used = use(verb.aliases, *searcher); !used) return fail(used.error());
  Request request = request_of(verb);
  for (const std::string& text : verb.facets) {
    const auto facet = facet_from(text);
    if (!facet) return fail(facet.error());
    request.facets.push_back(*facet);
  }
  auto answer = searcher->search(request);
  if (!answer) return fail(answer.error());
  if (verb.collapse == "story") {
    answer->notices.push_back({"collapse", "stories are not grouped: each article is listed"});
  }
  output::Look look = look_of(verb.look);
  look.count_only = verb.count;
  const auto writer = output::make_writer(format_of(verb.look), look);
  return print(writer->results(*answer), writer->remarks(*answer));
}

void add_page_options(CLI::App& app, QueryVerb& verb) {
  app.add_option("--limit", verb.limit, "Hits to show, at most 10,000")
      ->check(not_negative())
      ->capture_default_str();
  app.add_option("--offset", verb.offset, "Hits to leave out first")
      ->check(not_negative())
      ->capture_default_str();
  app.add_option("--sort", verb.sort, "Order; articles without a date come last by date")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
      ->capture_default_str();
  app.add_option("--collapse", verb.collapse,
                 "Copies of one story; this version lists each article either way")
      ->check(CLI::IsMember({"story", "none"}));
  app.add_flag("--count", verb.count, "Print the exact total and no hits");
}

void add_answer_options(CLI::App& app, QueryVerb& verb) {
  app.add_option("--facet", verb.facets,
                 "Count the articles found by person, org, place, source, section, language or "
                 "year, the N commonest (default 10). Repeat it for several")
      ->type_name("NAME[:N]")
      ->allow_extra_args(false);
  app.add_option("--snippet", verb.snippet, "Length of snippets; 0 for none")
      ->type_name("CHARS")
      ->check(not_negative())
      ->capture_default_str();
  app.add_option("--deadline", verb.deadline, "Past it, print the answer so far")
      ->type_name("MS")
      ->check(not_negative())
      ->capture_default_str();
}

}  // namespace

void add_query_verb(CLI::App& app, Run& run) {
  auto verb = std::make_shared<QueryVerb>();
  CLI::App* sub = add_verb(app, "query", "Ranked answers to a query");
  add_index_options(*sub, verb->index);
  add_match_options(*sub, verb->match);
  add_synonym_options(*sub, verb->synonyms);
  add_alias_options(*sub, verb->aliases);
  add_page_options(*sub, *verb);
  add_answer_options(*sub, *verb);
  add_look_options(*sub, verb->look, {"text", "json", "jsonl"});
  sub->callback([verb, &run] { run = [verb] { return run_query(*verb); }; });
}

}  // namespace dateline::search::cli
