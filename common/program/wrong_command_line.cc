// The line is looked over for the first word that is no verb or option; of those that there are,
// the nearest is offered (common/base/edit_rows.h): for `qery` the verb query, for `--limt` the
// option --limit. Where every word is known, CLI11's own complaint is told, in our words where
// they say more. Tested by tests/common/program/wrong_command_line_test.cc.
#include "common/program/wrong_command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/base/edit_rows.h"
#include "common/base/printable.h"

namespace dateline::program {
namespace {

Error usage(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

// "dateline-search", "dateline-search query".
std::string command_of(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return parent == nullptr ? app.get_name() : parent->get_name() + " " + app.get_name();
}

std::string see_help(const CLI::App& app) { return fmt::format("see {} --help", command_of(app)); }

std::string meant_or_help(const CLI::App& app, std::string_view nearest) {
  if (nearest.empty()) return see_help(app);
  return fmt::format("did you mean {}? {} --help lists all", nearest, command_of(app));
}

Error wrong_verb(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands({})) names.push_back(verb->get_name());
  const std::vector<std::string_view> views(names.begin(), names.end());
  return usage(fmt::format("{} is no verb", visible(word)),
               meant_or_help(app, nearest_name(word, views)));
}

// Without what is given in the same word: --limt of --limt=3.
std::string_view name_of(std::string_view option) { return option.substr(0, option.find('=')); }

Error wrong_option(const CLI::App& app, std::string_view option) {
  std::vector<std::string> names;
  for (const CLI::Option* known : app.get_options()) {
    for (const std::string& name : known->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return usage(fmt::format("{} is no option of {}", visible(option), command_of(app)),
               meant_or_help(app, nearest_name(option, views)));
}

// Our options have two hyphens: what has one is probably a word that a query shall not have, or a
// file of that name.
Error single_hyphen(const CLI::App& verb, std::string_view word) {
  const auto options = verb.get_options();
  const auto argument = std::find_if(options.begin(), options.end(), [](const CLI::Option* option) {
    return option->get_positional();
  });
  if (argument == options.end()) return wrong_option(verb, word);
  return usage(fmt::format("{} is no option of {}", visible(word), command_of(verb)),
               fmt::format("write -- before a {} that begins with -: {} -- -word",
                           (*argument)->get_name(true), command_of(verb)));
}

Error unexpected(const CLI::App& verb, const std::string& word) {
  if (word.starts_with("--") && word.size() > 2) return wrong_option(verb, name_of(word));
  if (word.starts_with('-') && word.size() > 1) return single_hyphen(verb, word);
  return usage(fmt::format("“{}” is more than {} takes", visible(word), command_of(verb)),
               see_help(verb));
}

// "--limit: At Most 1 required but received 2", "--limit: 1 required UINT missing".
Error wrong_number_of_values(const CLI::App& app, std::string_view message) {
  const std::string_view option = message.substr(0, message.find(':'));
  if (message.ends_with("missing")) {
    return usage(fmt::format("{} has no value", option), see_help(app));
  }
  return usage(fmt::format("{} is given several times", option), "give it once");
}

// "Could not convert: --threads = many".
Error wrong_value(const CLI::App& app, std::string_view message) {
  constexpr std::string_view kBefore = "Could not convert: ";
  constexpr std::string_view kBetween = " = ";
  const std::size_t between = message.find(kBetween);
  if (!message.starts_with(kBefore) || between == std::string_view::npos) {
    return usage(visible(message), see_help(app));
  }
  const std::string_view option = message.substr(kBefore.size(), between - kBefore.size());
  const std::string_view value = message.substr(between + kBetween.size());
  return usage(fmt::format("“{}” is no value of {}", visible(value), option), see_help(app));
}

// What CLI11 found, in our words where its own say too little.
Error as_found(const CLI::App& app, const CLI::ParseError& error) {
  const std::string_view message = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return wrong_number_of_values(app, message);
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    return wrong_value(app, message);
  }
  return usage(visible(message), see_help(app));
}

}  // namespace

Error what_is_wrong(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const auto beside_verbs = app.remaining();
  if (chosen.empty()) {
    if (beside_verbs.empty()) return usage("no verb is given", see_help(app));
    const std::string& first = beside_verbs.front();
    return first.starts_with('-') ? wrong_option(app, name_of(first)) : wrong_verb(app, first);
  }
  const CLI::App& verb = *chosen.front();
  if (!beside_verbs.empty()) {
    return usage(fmt::format("{} stands before the verb", visible(beside_verbs.front())),
                 fmt::format("options follow the verb: {} {} …", command_of(verb),
                             visible(beside_verbs.front())));
  }
  const auto more = verb.remaining();
  return more.empty() ? as_found(verb, error) : unexpected(verb, more.front());
}

}  // namespace dateline::program
