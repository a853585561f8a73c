#include <memory>

#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/output/explanation.h"
#include "searcher/output/text_layout.h"

namespace dateline::search::cli {
namespace {

struct ExplainVerb {
  IndexOptions index;
  MatchOptions match;
  SynonymOptions synonyms;
  AliasOptions aliases;
  LookOptions look;
  std::string id;
};

program::ExitCode run_explain(const ExplainVerb& verb) {
  auto searcher = open_index(verb.index, verb.synonyms);
  if (!searcher) return fail(searcher.error());
  if (auto used = use(verb.aliases, *searcher); !used) return fail(used.error());
  const auto explanation = searcher->explain(request_of(verb.match), verb.id);
  if (!explanation) return fail(explanation.error());
  if (format_of(verb.look) == output::Format::kJson) {
    return print(output::explanation_json(*explanation));
  }
  return print(output::explanation_text(*explanation, look_of(verb.look)),
               output::notice_lines(explanation->notices));
}

}  // namespace

void add_explain_verb(CLI::App& app, Run& run) {
  auto verb = std::make_shared<ExplainVerb>();
  CLI::App* sub = add_verb(app, "explain", "How a query is understood, and why an article scores");
  add_index_options(*sub, verb->index);
  add_match_options(*sub, verb->match);
  add_synonym_options(*sub, verb->synonyms);
  add_alias_options(*sub, verb->aliases);
  sub->add_option("--id", verb->id, "Why this article scores what it does")->type_name("ID|URL");
  add_look_options(*sub, verb->look, {"text", "json"});
  sub->callback([verb, &run] { run = [verb] { return run_explain(*verb); }; });
}

}  // namespace dateline::search::cli
