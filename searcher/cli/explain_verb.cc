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
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  return show_or_fail(searcher->explain(*request, verb.id), verb.look);
}

}  // namespace

program::Action declare_explain(CLI::App& verb) {
  auto options = std::make_shared<ExplainVerb>();
  options->index.declare(verb);
  options->request.declare(verb, [](const RequestOption& option) { return option.matching; });
  options->index.declare_synonyms(verb);
  options->index.declare_aliases(verb);
  verb.add_option("--id", options->id, "Why this article scores what it does")->type_name("ID|URL");
  options->look.declare(verb, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
