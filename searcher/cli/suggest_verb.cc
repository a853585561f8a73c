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
};

program::ExitCode run(const SuggestVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  const std::string typed = join(verb.words, " ");
  auto completions = searcher->suggest(typed, request->limit, *request);
  if (!completions) return fail(completions.error());
  return show(Completions{typed, std::move(*completions)}, verb.look);
}

}  // namespace

program::Action declare_suggest(CLI::App& verb) {
  auto options = std::make_shared<SuggestVerb>();
  options->index.declare(verb);
  verb.add_option("PREFIX", options->words,
                  "What has been typed; several arguments are joined by spaces, and a space at the "
                  "end ends the last word")
      ->type_name("")
      ->required();
  options->index.declare_aliases(verb);
  options->request.declare(verb, [](const RequestOption& option) {
    return option.name == kLimitOption || option.name == kNamesOption || option.privileged;
  });
  verb.get_option("--limit")->description("Suggestions to show, at most 100");
  options->look.declare(verb, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
