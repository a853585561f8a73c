// show: one stored article, the bytes that it was made of, or all copies of a story.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "common/program/output.h"
#include "common/store/remote_place.h"
#include "indexer/input/original.h"
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
  bool raw = false;
};

// Paths of an index on another machine are paths there.
Status keeps_its_inputs_here(const IndexOptions& index) {
  const auto remote =
      std::find_if(index.places.begin(), index.places.end(),
                   [](const std::string& place) { return store::remote_place(place).has_value(); });
  if (remote == index.places.end()) return {};
  return failure(ErrorCode::kUsage,
                 fmt::format("what {} was made of lies on another machine", *remote),
                 "run show --raw there");
}

// As they are, for a file or another program: nothing is added, not even the end of a line.
program::ExitCode show_original(const Article& article) {
  if (!article.origin) {
    return fail({ErrorCode::kNotFound, "it is not known what the article was read from",
                 "show prints what is stored of it"});
  }
  const auto bytes = indexer::read_original(*article.origin, article.url);
  if (!bytes) return fail(bytes.error());
  program::Output out;
  out.write(*bytes);
  if (auto flushed = out.flush(); !flushed) return fail(flushed.error());
  return program::ExitCode::kDone;
}

program::ExitCode run(const ShowVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  if (verb.raw) {
    if (auto here = keeps_its_inputs_here(verb.index); !here) return fail(here.error());
  }
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  if (verb.raw) {
    const auto article = searcher->article(verb.article, *request);
    return article ? show_original(*article) : fail(article.error());
  }
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
  CLI::Option* const story =
      verb.add_flag("--story", options->story,
                    "All copies of the story that it is, or whose id it is, and what they have "
                    "otherwise than the earliest");
  verb.add_flag("--raw", options->raw,
                "The bytes that it was made of, where they still are: the page, the record, the "
                "message")
      ->excludes(story);
  options->request.declare(verb, [](const RequestOption& option) { return option.privileged; });
  options->look.declare(verb, {"text", "json"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
