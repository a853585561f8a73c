// explain: how a query is understood, and why an article scores what it does.
#include <memory>

#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

struct ExplainVerb {
  IndexOptions index;
  RequestOptions request;
  LookOptions look;
  std::string id;
};

program::ExitCode run(const ExplainVerb& verb) {
  const auto request = request_of(verb.request);
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  return show_or_fail(searcher->explain(*request, verb.id), verb.look);
}

}  // namespace

program::Action declare_explain(CLI::App& verb) {
  auto options = std::make_shared<ExplainVerb>();
  add_index_options(verb, options->index);
  add_request_options(verb, options->request,
                      [](const RequestOption& option) { return option.matching; });
  add_synonym_options(verb, options->index);
  add_alias_options(verb, options->index);
  verb.add_option("--id", options->id, "Why this article scores what it does")->type_name("ID|URL");
  add_look_options(verb, options->look, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
