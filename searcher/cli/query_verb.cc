// query: ranked answers.
#include <fmt/format.h>

#include <limits>
#include <memory>

#include "common/program/output.h"
#include "searcher/cli/options.h"
#include "searcher/cli/query_list.h"
#include "searcher/cli/verbs.h"
#include "searcher/output/answer_text.h"
#include "searcher/output/formats/jsonl_renderer.h"

namespace dateline::search::cli {
namespace {

struct QueryVerb {
  IndexOptions index;
  RequestOptions request;
  LookOptions look;
  std::string queries;  // a file of them; empty: the one on the command line
};

// A feed has the newest first, unless another order was asked for.
RequestOptions as_shown(const QueryVerb& verb) {
  RequestOptions options = verb.request;
  if (verb.look.format == "atom" && !options.has("sort")) {
    options.values.push_back({"sort", "newest"});
  }
  return options;
}

// Lines are for pipes, which take as many hits as there are.
Request initial_for(const QueryVerb& verb) {
  Request request;
  request.streams = verb.look.format == "jsonl";
  if (request.streams) request.limit = std::numeric_limits<std::size_t>::max();
  return request;
}

program::ExitCode stream(Searcher& searcher, const Request& request) {
  program::Output out;
  const auto answer = searcher.stream(request, [&](const Hit& hit) {
    out.write(output::line_of_hit(hit));
    return !out.ended();
  });
  if (auto flushed = out.flush(); !flushed) return fail(flushed.error());
  if (!answer) return fail(answer.error());
  program::complain(output::remarks_of(*answer));
  return program::ExitCode::kDone;
}

Status check_list(const QueryVerb& verb) {
  if (verb.queries.empty()) return {};
  if (!verb.request.words.empty()) {
    return failure(ErrorCode::kUsage, "--queries stands in the place of a query",
                   "give one of them");
  }
  const std::string& format = verb.look.format;
  if (format != "json" && format != "atom") return {};
  return failure(ErrorCode::kUsage, fmt::format("--queries prints a table, and {} is none", format),
                 "give --format csv or jsonl");
}

program::ExitCode run(const QueryVerb& verb) {
  if (auto sound = check_list(verb); !sound) return fail(sound.error());
  const auto request = as_shown(verb).request(initial_for(verb));
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  if (!verb.queries.empty()) {
    return run_list(*searcher, *request, verb.queries, verb.look.format);
  }
  if (request->streams && !request->count_only) return stream(*searcher, *request);
  return show_or_fail(searcher->search(*request), verb.look);
}

}  // namespace

program::Action declare_query(CLI::App& verb) {
  auto options = std::make_shared<QueryVerb>();
  options->index.declare(verb);
  options->request.declare(verb, [](const RequestOption& option) { return option.hits; });
  verb.add_option(
          "--queries", options->queries,
          "Ask each line of FILE, and print a row for each, as --format csv or jsonl: query, "
          "total, first and last day, id and headline of the best. - is standard input")
      ->type_name("FILE");
  options->index.declare_synonyms(verb);
  options->index.declare_aliases(verb);
  options->look.declare(verb, {"text", "json", "jsonl", "csv", "atom"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
