// similar: articles like one, or like a draft.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/base/file.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/search/similar/draft.h"

namespace dateline::search::cli {
namespace {

constexpr std::string_view kStandardInput = "-";

struct SimilarVerb {
  IndexOptions index;
  RequestOptions request;
  LookOptions look;
  std::string article;
};

// Options of hits that are of the words of a query, of how these are ranked, and of going on from
// there.
constexpr std::array<std::string_view, 6> kOfQueries{kQueryOption, "match",  "spelling",
                                                     "recency",    "expand", "after"};

bool is_wanted(const RequestOption& option) {
  const bool of_queries =
      std::find(kOfQueries.begin(), kOfQueries.end(), option.name) != kOfQueries.end();
  return (option.hits && !of_queries) || option.name == "background";
}

Result<std::string> read_standard_input() {
  auto read = read_descriptor(STDIN_FILENO, kMaxDraftBytes);
  if (read) return read;
  const bool too_long = read.error().code == ErrorCode::kLimit;
  return failure(too_long ? ErrorCode::kUsage : read.error().code,
                 "the draft on standard input: " + read.error().message, read.error().hint);
}

program::ExitCode run(const SimilarVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  if (verb.article != kStandardInput) {
    return show_or_fail(searcher->similar(verb.article, *request), verb.look);
  }
  const auto draft = read_standard_input();
  if (!draft) return fail(draft.error());
  return show_or_fail(searcher->similar_to_draft(*draft, *request), verb.look);
}

}  // namespace

program::Action declare_similar(CLI::App& verb) {
  auto options = std::make_shared<SimilarVerb>();
  options->index.declare(verb);
  verb.add_option("ID|URL|-", options->article,
                  "The article's id or address; - for a draft on standard input, a text or an "
                  "article record as JSON")
      ->type_name("")
      ->required();
  options->request.declare(verb, is_wanted);
  options->index.declare_aliases(verb);
  options->look.declare(verb, {"text", "json", "jsonl", "csv", "atom"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
