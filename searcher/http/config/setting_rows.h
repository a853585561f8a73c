// The settings by their names: a row a setting. Flags ("--listen"), the environment
// ("DATELINE_LISTEN") and a TOML file ("listen") all follow from the rows, take the same values and
// refuse the same ones.
//
// To add a setting: a member of Settings and a row in setting_rows.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/settings.h"

namespace dateline::http {

struct SettingRow {
  std::string_view name;   // "listen"
  std::string_view value;  // what help calls its value; empty for a flag: true or false
  std::string_view help;   // a sentence without a full stop
  bool repeatable = false;
  // Takes effect without a new start, when the configuration is read again.
  bool reread = false;
  // Puts `value` into `settings`; kUsage for what is no value.
  Status (*read)(const SettingRow& row, std::string_view value, Settings& settings) = nullptr;
};

// In the order in which help lists them.
std::span<const SettingRow> setting_rows();

// A value that was given, and where: "--listen", "DATELINE_LISTEN", "serve.toml:3".
struct GivenSetting {
  std::string name;
  std::string value;
  std::string where;
};

struct ReadSettings {
  Settings settings;
  std::vector<Error> faults;  // all that is wrong, each with its place; none where all is right
};

// The settings that are made of `given`: where a name is among several of these lists, the first
// list that has it counts alone. What is missing or does not fit together is a fault as well.
ReadSettings settings_from(const std::vector<std::vector<GivenSetting>>& given);

// "DATELINE_TRUSTED_PROXY" for "trusted-proxy".
std::string variable_of(std::string_view name);

// What the environment gives: the values of a repeatable setting stand between commas.
std::vector<GivenSetting> settings_of_environment();

}  // namespace dateline::http
