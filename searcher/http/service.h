// The service: settings made into a running one, and run to its end.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/setting_rows.h"

namespace dateline::http {

// Where settings come from; asked anew when SIGHUP comes.
using SettingSource = std::function<ReadSettings()>;

// Told of what whoever looks after the service is to know.
struct Reports {
  std::function<void(const Error& error)> trouble;
  std::function<void(const std::string& line)> news;
};

// Everything that `settings` name, opened and closed again: what --check asks. The faults, none
// where the service could run.
std::vector<Error> faults_of(const Settings& settings);

// Serves until SIGTERM or SIGINT comes, which is then returned. Fails where it cannot begin.
Result<int> serve(const Settings& settings, const SettingSource& source, const Reports& reports);

}  // namespace dateline::http
