#include "searcher/cli/options.h"

#include <fmt/format.h>

#include <cstdio>

#include "common/base/strings.h"
#include "common/program/output.h"

namespace dateline::search::cli {
namespace {

void add_request_option(CLI::App& verb, RequestOptions& options, const RequestOption& row) {
  const std::string name(row.name);
  const std::string flag = "--" + name;
  const std::string help(row.help);
  auto& values = options.values;
  if (row.value.empty()) {
    verb.add_flag_callback(
        flag,
        [&values, name] {
          values.push_back({name, "true"});
        },
        help);
    return;
  }
  CLI::Option* option = nullptr;
  if (row.repeatable) {
    option = verb.add_option_function<std::vector<std::string>>(
        flag,
        [&values, name](const std::vector<std::string>& given) {
          for (const std::string& value : given) values.push_back({name, value});
        },
        help);
    option->allow_extra_args(false);
  } else {
    option = verb.add_option_function<std::string>(
        flag,
        [&values, name](const std::string& value) {
          values.push_back({name, value});
        },
        help);
  }
  option->type_name(std::string(row.value))->default_str(std::string(row.initial));
}

}  // namespace

CLI::Validator not_negative() {
  CLI::Validator validator;
  validator.operation([](const std::string& value) {
    return value.substr(0, 1) == "-" ? value + " is negative" : std::string();
  });
  return validator;
}

void add_index_options(CLI::App& verb, IndexOptions& options) {
  verb.add_option("--db", options.places,
                  "The index: a directory, or host:port of a xapian-tcpsrv. Repeat it to search "
                  "several as one")
      ->type_name("DIR")
      ->envname("DATELINE_DB")
      ->allow_extra_args(false);
}

void add_synonym_options(CLI::App& verb, IndexOptions& options) {
  verb.add_option("--synonyms", options.synonyms,
                  "A file of words that stand for each other, a group a line; or none")
      ->type_name("FILE|none")
      ->envname("DATELINE_SYNONYMS")
      ->capture_default_str();
}

void add_alias_options(CLI::App& verb, IndexOptions& options) {
  verb.add_option("--aliases", options.aliases,
                  "A file of names that mean one person, organisation or place; or none")
      ->type_name("FILE|none")
      ->envname("DATELINE_ALIASES")
      ->capture_default_str();
}

Result<Searcher> open_index(const IndexOptions& options) {
  if (options.places.empty()) {
    return failure(ErrorCode::kUsage, "no index is named", "give --db DIR, or set DATELINE_DB");
  }
  auto searcher = Searcher::open(options.places);
  if (!searcher) return searcher;
  if (auto used = searcher->use_synonyms(options.synonyms); !used) return failure(used.error());
  if (auto used = searcher->use_aliases(options.aliases); !used) return failure(used.error());
  return searcher;
}

void add_request_options(CLI::App& verb, RequestOptions& options,
                         bool (*wanted)(const RequestOption& option)) {
  for (const RequestOption& row : request_options()) {
    if (!wanted(row)) continue;
    if (row.name != kQueryOption) {
      add_request_option(verb, options, row);
      continue;
    }
    verb.add_option(std::string(row.value), options.words,
                    std::string(row.help) +
                        "; several arguments are joined by spaces. Put -- "
                        "before a query that begins with a minus")
        ->type_name("");
  }
}

Result<Request> request_of(const RequestOptions& options) {
  std::vector<NamedValue> values = options.values;
  values.push_back({std::string(kQueryOption), join(options.words, " ")});
  return request_from(values);
}

void add_look_options(CLI::App& verb, LookOptions& options,
                      const std::vector<std::string>& formats) {
  verb.add_option("--format", options.format, "How to print")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  options.colour.declare(verb);
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
