// query: ranked answers.
#include <memory>

#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

struct QueryVerb {
  IndexOptions index;
  RequestOptions request;
  LookOptions look;
};

program::ExitCode run(const QueryVerb& verb) {
  const auto request = request_of(verb.request);
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  return show_or_fail(searcher->search(*request), verb.look);
}

}  // namespace

program::Action declare_query(CLI::App& verb) {
  auto options = std::make_shared<QueryVerb>();
  add_index_options(verb, options->index);
  add_request_options(verb, options->request, [](const RequestOption&) { return true; });
  add_synonym_options(verb, options->index);
  add_alias_options(verb, options->index);
  add_look_options(verb, options->look, {"text", "json", "jsonl"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
