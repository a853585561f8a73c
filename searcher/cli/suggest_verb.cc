// suggest: what somebody may want to type who has typed a beginning.
#include <memory>

#include "common/base/strings.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

struct SuggestVerb {
  IndexOptions index;
  RequestOptions request;
  LookOptions look;
  std::vector<std::string> words;
  std::size_t limit = 10;
};

program::ExitCode run(const SuggestVerb& verb) {
  const auto request = request_of(verb.request);
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  const std::string typed = join(verb.words, " ");
  auto completions = searcher->suggest(typed, verb.limit, *request);
  if (!completions) return fail(completions.error());
  return show(Completions{typed, std::move(*completions)}, verb.look);
}

}  // namespace

program::Action declare_suggest(CLI::App& verb) {
  auto options = std::make_shared<SuggestVerb>();
  add_index_options(verb, options->index);
  verb.add_option("PREFIX", options->words,
                  "What has been typed; several arguments are joined by spaces, and a space at the "
                  "end ends the last word")
      ->type_name("")
      ->required();
  verb.add_option("--limit", options->limit, "Suggestions to show, at most 100")
      ->type_name("N")
      ->check(not_negative())
      ->capture_default_str();
  add_request_options(verb, options->request,
                      [](const RequestOption& option) { return option.name == kGroupsOption; });
  add_look_options(verb, options->look, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
