// serve: answers over HTTP.
#include <fmt/format.h>

#include <csignal>
#include <map>
#include <memory>

#include "common/base/file.h"
#include "common/base/printable.h"
#include "common/program/output.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/http/config/toml_file.h"
#include "searcher/http/service.h"

namespace dateline::search::cli {
namespace {

using http::GivenSetting;

struct ServeVerb {
  std::vector<GivenSetting> flags;
  std::string config;
  bool check = false;
};

void declare_setting(CLI::App& verb, std::vector<GivenSetting>& flags,
                     const http::SettingRow& row) {
  const std::string name(row.name);
  const std::string flag = "--" + name;
  const std::string help(row.help);
  if (row.value.empty()) {
    verb.add_flag_callback(
        flag,
        [&flags, name, flag] {
          flags.push_back({name, "true", flag});
        },
        help);
    return;
  }
  const auto give = [&flags, name, flag](const std::vector<std::string>& values) {
    for (const std::string& value : values) flags.push_back({name, value, flag});
  };
  verb.add_option_function<std::vector<std::string>>(flag, give, help)
      ->type_name(std::string(row.value))
      ->allow_extra_args(false);
}

http::ReadSettings read_settings(const ServeVerb& verb) {
  std::vector<std::vector<GivenSetting>> sources{verb.flags, http::settings_of_environment()};
  std::vector<Error> unread;
  if (!verb.config.empty()) {
    const auto text = real_files().read(verb.config, http::kMaxConfigBytes);
    auto file = text ? http::settings_of_toml(*text, verb.config) : failure(text.error());
    if (file) {
      sources.push_back(std::move(*file));
    } else {
      unread.push_back(file.error());
    }
  }
  // What a file that cannot be read would have said is not said to be missing besides.
  if (!unread.empty()) return {{}, std::move(unread)};
  return http::settings_from(sources);
}

program::ExitCode fail_with_all(const std::vector<Error>& faults) {
  for (const Error& fault : faults) fail(fault);
  return program::exit_code_of(faults.front().code);
}

program::ExitCode run_check(const http::Settings& settings) {
  const auto faults = http::faults_of(settings);
  if (!faults.empty()) return fail_with_all(faults);
  program::complain(fmt::format("{}: the configuration is right\n", kProgram));
  return program::ExitCode::kDone;
}

program::ExitCode run(const ServeVerb& verb) {
  const http::ReadSettings read = read_settings(verb);
  if (!read.faults.empty()) return fail_with_all(read.faults);
  if (verb.check) return run_check(read.settings);
  const http::Reports reports{[](const Error& error) { fail(error); },
                              [](const std::string& line) {
                                program::complain(fmt::format("{}: {}\n", kProgram, visible(line)));
                              }};
  const auto signal = http::serve(
      read.settings, [&verb] { return read_settings(verb); }, reports);
  if (!signal) return fail(signal.error());
  return *signal == SIGINT ? program::ExitCode::kInterrupted : program::ExitCode::kDone;
}

}  // namespace

program::Action declare_serve(CLI::App& verb) {
  auto options = std::make_shared<ServeVerb>();
  for (const http::SettingRow& row : http::setting_rows()) {
    declare_setting(verb, options->flags, row);
  }
  verb.add_option("--config", options->config,
                  "A TOML file with these settings by the same names; flags and the environment "
                  "(DATELINE_LISTEN for --listen) come before it")
      ->type_name("FILE")
      ->envname("DATELINE_CONFIG");
  verb.add_flag("--check", options->check,
                "Say what is wrong with the configuration, and where, and serve nothing");
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
