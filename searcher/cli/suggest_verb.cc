#include <memory>

#include "common/base/strings.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/output/completions.h"

namespace dateline::search::cli {
namespace {

struct SuggestVerb {
  IndexOptions index;
  LookOptions look;
  std::vector<std::string> words;
  std::size_t limit = 10;
};

program::ExitCode run_suggest(const SuggestVerb& verb) {
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  const std::string typed = join(verb.words, " ");
  const auto completions = searcher->suggest(typed, verb.limit);
  if (!completions) return fail(completions.error());
  if (format_of(verb.look) == output::Format::kJson) {
    return print(output::completions_json(typed, *completions));
  }
  return print(output::completions_text(*completions, look_of(verb.look)));
}

}  // namespace

void add_suggest_verb(CLI::App& app, Run& run) {
  auto verb = std::make_shared<SuggestVerb>();
  CLI::App* sub = add_verb(app, "suggest", "Words, names and headlines that begin so");
  add_index_options(*sub, verb->index);
  sub->add_option("PREFIX", verb->words,
                  "What has been typed; several arguments are joined by spaces, and a space at the "
                  "end ends the last word")
      ->type_name("")
      ->required();
  sub->add_option("--limit", verb->limit, "Suggestions to show, at most 100")
      ->check(not_negative())
      ->capture_default_str();
  add_look_options(*sub, verb->look, {"text", "json"});
  sub->callback([verb, &run] { run = [verb] { return run_suggest(*verb); }; });
}

}  // namespace dateline::search::cli
