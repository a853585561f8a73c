// The settings that a TOML file gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/setting_rows.h"

namespace dateline::http {

inline constexpr std::size_t kMaxConfigBytes = 1'048'576;

// What `text` says: keys are the names of setting_rows(), with - or _, and a repeatable setting is an array.
// `place` names the file where it is told where a value stands. kUsage, with line and column, for
// what is no TOML, and for values of other kinds than texts, whole numbers, truths and lists of
// these.
Result<std::vector<GivenSetting>> settings_of_toml(std::string_view text, const std::string& place);

}  // namespace dateline::http
