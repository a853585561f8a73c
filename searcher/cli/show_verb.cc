// show: one stored article, or all copies of a story.
#include <memory>

#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

struct ShowVerb {
  IndexOptions index;
  RequestOptions request;
  LookOptions look;
  std::string article;
  bool story = false;
};

program::ExitCode run(const ShowVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  if (verb.story) return show_or_fail(searcher->story(verb.article, *request), verb.look);
  return show_or_fail(searcher->article(verb.article, *request), verb.look);
}

}  // namespace

program::Action declare_show(CLI::App& verb) {
  auto options = std::make_shared<ShowVerb>();
  options->index.declare(verb);
  verb.add_option("ID|URL", options->article, "The article's id or address")
      ->type_name("")
      ->required();
  verb.add_flag("--story", options->story,
                "All copies of the story that it is, or whose id it is, and what they have "
                "otherwise than the earliest");
  options->request.declare(verb, [](const RequestOption& option) { return option.privileged; });
  options->look.declare(verb, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
