// query: ranked answers.
#include <algorithm>
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

// A feed has the newest first, unless another order was asked for.
RequestOptions as_shown(const QueryVerb& verb) {
  RequestOptions options = verb.request;
  const bool has_order = std::any_of(options.values.begin(), options.values.end(),
                                     [](const NamedValue& one) { return one.name == "sort"; });
  if (verb.look.format == "atom" && !has_order) options.values.push_back({"sort", "newest"});
  return options;
}

program::ExitCode run(const QueryVerb& verb) {
  const auto request = as_shown(verb).request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  return show_or_fail(searcher->search(*request), verb.look);
}

}  // namespace

program::Action declare_query(CLI::App& verb) {
  auto options = std::make_shared<QueryVerb>();
  options->index.declare(verb);
  options->request.declare(verb, [](const RequestOption& option) { return option.hits; });
  options->index.declare_synonyms(verb);
  options->index.declare_aliases(verb);
  options->look.declare(verb, {"text", "json", "jsonl", "csv", "atom"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
