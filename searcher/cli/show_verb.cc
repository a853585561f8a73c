#include <memory>

#include "common/schema/article_json.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/output/article_text.h"

namespace dateline::search::cli {
namespace {

struct ShowVerb {
  IndexOptions index;
  LookOptions look;
  std::string article;
};

program::ExitCode run_show(const ShowVerb& verb) {
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  const auto article = searcher->article(verb.article);
  if (!article) return fail(article.error());
  if (format_of(verb.look) == output::Format::kJson) return print(schema::to_json(*article) + "\n");
  return print(output::article_text(*article, look_of(verb.look)));
}

}  // namespace

void add_show_verb(CLI::App& app, Run& run) {
  auto verb = std::make_shared<ShowVerb>();
  CLI::App* sub = add_verb(app, "show", "One stored article");
  add_index_options(*sub, verb->index);
  sub->add_option("ID|URL", verb->article, "The article's id or address")
      ->type_name("")
      ->required();
  add_look_options(*sub, verb->look, {"text", "json"});
  sub->callback([verb, &run] { run = [verb] { return run_show(*verb); }; });
}

}  // namespace dateline::search::cli
