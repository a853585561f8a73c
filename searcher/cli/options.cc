#include "searcher/cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "common/base/strings.h"
#include "common/program/output.h"
#include "searcher/cluster/front/cluster_engine.h"

namespace dateline::search::cli {
namespace {

using Values = std::vector<NamedValue>;

void declare_flag(CLI::App& verb, Values& values, const RequestOption& row) {
  const std::string name(row.name);
  const auto give = [&values, name] { values.push_back({name, "true"}); };
  verb.add_flag_callback("--" + name, give, std::string(row.help));
}

CLI::Option* declare_single(CLI::App& verb, Values& values, const RequestOption& row) {
  const std::string name(row.name);
  const auto give = [&values, name](const std::string& value) { values.push_back({name, value}); };
  return verb.add_option_function<std::string>("--" + name, give, std::string(row.help));
}

CLI::Option* declare_repeatable(CLI::App& verb, Values& values, const RequestOption& row) {
  const std::string name(row.name);
  const auto give = [&values, name](const std::vector<std::string>& given) {
    for (const std::string& value : given) values.push_back({name, value});
  };
  return verb
      .add_option_function<std::vector<std::string>>("--" + name, give, std::string(row.help))
      ->allow_extra_args(false);
}

}  // namespace

void IndexOptions::declare(CLI::App& verb) {
  verb.add_option("--db", places,
                  "The index: a directory, or host:port of a server of it. Repeat it to search "
                  "several as one")
      ->type_name("DIR")
      ->envname("DATELINE_DB")
      ->allow_extra_args(false);
  verb.add_option(
          "--cluster", cluster,
          "A file that names the shards of a cluster, in the place of --db: a line a shard, "
          "its number, a space, host:port, and more replicas after |")
      ->type_name("FILE")
      ->envname("DATELINE_CLUSTER");
}

void IndexOptions::declare_synonyms(CLI::App& verb) {
  verb.add_option("--synonyms", synonyms,
                  "A file of words that stand for each other, a group a line; or none")
      ->type_name("FILE|none")
      ->envname("DATELINE_SYNONYMS")
      ->capture_default_str();
}

void IndexOptions::declare_aliases(CLI::App& verb) {
  verb.add_option(
          "--aliases", aliases,
          "A file of names that mean one person, organisation or place, in the place of those "
          "that ship; or none")
      ->type_name("FILE|none")
      ->envname("DATELINE_ALIASES");
}

Result<Searcher> open_index(const IndexOptions& options) {
  if (options.places.empty() && options.cluster.empty()) {
    return failure(ErrorCode::kUsage, "no index is named", "give --db DIR, or set DATELINE_DB");
  }
  if (!options.places.empty() && !options.cluster.empty()) {
    return failure(ErrorCode::kUsage, "an index and a cluster are named",
                   "give --db or --cluster; DATELINE_DB and DATELINE_CLUSTER name them too");
  }
  auto searcher = options.cluster.empty() ? cluster::open_places(options.places)
                                          : cluster::open_cluster(options.cluster);
  if (!searcher) return searcher;
  if (auto used = searcher->use_synonyms(options.synonyms); !used) return failure(used.error());
  if (options.aliases.empty()) return searcher;
  if (auto used = searcher->use_aliases(options.aliases); !used) return failure(used.error());
  return searcher;
}

void RequestOptions::declare(CLI::App& verb, bool (*wanted)(const RequestOption& option)) {
  for (const RequestOption& row : request_options()) {
    if (!wanted(row)) continue;
    if (row.name == kQueryOption) {
      declare_words(verb, row);
    } else if (row.value.empty()) {
      declare_flag(verb, values, row);
    } else {
      CLI::Option* const option = row.repeatable ? declare_repeatable(verb, values, row)
                                                 : declare_single(verb, values, row);
      option->type_name(std::string(row.value))->default_str(std::string(row.initial));
    }
  }
}

void RequestOptions::declare_words(CLI::App& verb, const RequestOption& row) {
  const std::string more =
      "; several arguments are joined by spaces. Put -- before a query that begins with a minus";
  verb.add_option(std::string(row.value), words, std::string(row.help) + more)->type_name("");
}

bool RequestOptions::has(std::string_view option) const {
  return std::any_of(values.begin(), values.end(),
                     [option](const NamedValue& one) { return one.name == option; });
}

Result<Request> RequestOptions::request(const Request& initial) const {
  std::vector<NamedValue> all = values;
  all.push_back({std::string(kQueryOption), join(words, " ")});
  return request_from(all, initial);
}

void LookOptions::declare(CLI::App& verb, const std::vector<std::string>& formats) {
  verb.add_option("--format", format, "How to print")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  colour.declare(verb);
}

program::ExitCode show(const output::Shown& shown, const LookOptions& look) {
  const output::Terminal terminal{look.colour.style_for(stdout), program::terminal_width(stdout)};
  const auto format = output::format_from(look.format).value_or(output::Format::kText);
  const output::Rendered rendered = output::renderer_for(format, terminal)->render(shown);
  program::Output out;
  out.write(rendered.results);
  if (auto flushed = out.flush(); !flushed) return fail(flushed.error());
  // After the results, so that on a terminal the total stands below them.
  fmt::print(stderr, "{}", rendered.remarks);
  return program::ExitCode::kDone;
}

program::ExitCode fail(const Error& error) { return program::report(kProgram, error); }

}  // namespace dateline::search::cli
