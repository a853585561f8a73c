// entity: what the index says of one person, organisation or place.
#include <memory>

#include "common/base/strings.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

struct EntityVerb {
  IndexOptions index;
  LookOptions look;
  std::vector<std::string> words;
  RequestOptions request;
};

program::ExitCode run(const EntityVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  return show_or_fail(searcher->entity(join(verb.words, " "), *request), verb.look);
}

}  // namespace

program::Action declare_entity(CLI::App& verb) {
  auto options = std::make_shared<EntityVerb>();
  options->index.declare(verb);
  verb.add_option("NAME", options->words,
                  "Any name it goes by; several arguments are joined by spaces")
      ->type_name("")
      ->required();
  options->index.declare_aliases(verb);
  options->request.declare(verb, [](const RequestOption& option) {
    return option.name == "deadline" || option.name == kNamesOption || option.privileged;
  });
  options->look.declare(verb, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
