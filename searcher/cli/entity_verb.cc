#include <memory>

#include "common/base/strings.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/output/entity_profile.h"
#include "searcher/output/text_layout.h"

namespace dateline::search::cli {
namespace {

struct EntityVerb {
  IndexOptions index;
  AliasOptions aliases;
  LookOptions look;
  std::vector<std::string> words;
  std::int64_t deadline = Request().deadline.count();
};

program::ExitCode run_entity(const EntityVerb& verb) {
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  if (auto used = use(verb.aliases, *searcher); !used) return fail(used.error());
  const auto profile =
      searcher->entity(join(verb.words, " "), std::chrono::milliseconds(verb.deadline));
  if (!profile) return fail(profile.error());
  if (format_of(verb.look) == output::Format::kJson) return print(output::profile_json(*profile));
  return print(output::profile_text(*profile, look_of(verb.look)),
               output::notice_lines(profile->notices));
}

}  // namespace

void add_entity_verb(CLI::App& app, Run& run) {
  auto verb = std::make_shared<EntityVerb>();
  CLI::App* sub = add_verb(app, "entity",
                           "A person, organisation or place: its names, articles and associates");
  add_index_options(*sub, verb->index);
  sub->add_option("NAME", verb->words,
                  "Any name it goes by; several arguments are joined by spaces")
      ->type_name("")
      ->required();
  add_alias_options(*sub, verb->aliases);
  sub->add_option("--deadline", verb->deadline, "Past it, print what has been counted so far")
      ->type_name("MS")
      ->check(not_negative())
      ->capture_default_str();
  add_look_options(*sub, verb->look, {"text", "json"});
  sub->callback([verb, &run] { run = [verb] { return run_entity(*verb); }; });
}

}  // namespace dateline::search::cli
