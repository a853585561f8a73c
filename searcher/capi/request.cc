#include "searcher/capi/request.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "searcher/capi/error.h"
#include "searcher/output/json.h"

namespace dateline::capi {
namespace {

using search::NamedValue;
using Values = std::vector<NamedValue>;

bool is_repeatable(std::string_view name) {
  const auto rows = search::request_options();
  return std::any_of(rows.begin(), rows.end(),
                     [name](const auto& row) { return row.name == name && row.repeatable; });
}

void take_out(Values& values, std::string_view name) {
  std::erase_if(values, [name](const NamedValue& one) { return one.name == name; });
}

// Whether there is such an option, and it takes the value; bounds and cursors are told with the
// query.
Status check_option(const NamedValue& given) {
  search::Request scratch;
  for (const search::RequestOption& row : search::request_options()) {
    if (row.name == given.name) return row.read(row, given.value, scratch);
  }
  // It says which names there are.
  const auto refused = search::request_from({given});
  return refused ? Status() : failure(refused.error());
}

output::Json json_of(const search::RequestOption& row) {
  return {{"name", row.name},
          {"value", row.value},
          {"initial", row.initial},
          {"help", row.help},
          {"repeatable", row.repeatable}};
}

std::string options_json() {
  std::string line = output::line_of(
      output::json_list(search::request_options(), [](const auto& row) { return json_of(row); }));
  line.pop_back();  // the line feed
  return line;
}

}  // namespace

Result<search::Request> asked(const dateline_request* request, const char* query,
                              search::Request initial) {
  Values values;
  if (request != nullptr) {
    values = request->values;
    initial.cancellation = request->cancellation;
  }
  if (query != nullptr) {
    take_out(values, search::kQueryOption);
    values.push_back({std::string(search::kQueryOption), query});
  }
  return search::request_from(values, std::move(initial));
}

}  // namespace dateline::capi

using namespace dateline;  // NOLINT(google-build-using-namespace): the functions below are C

dateline_request* dateline_request_new() {
  return capi::guarded<dateline_request*>(nullptr, "making a request", nullptr, [] {
    return std::make_unique<dateline_request>().release();
  });
}

int dateline_request_set(dateline_request* request, const char* name, const char* value,
                         dateline_error** error) {
  return capi::guarded<int>(error, "setting an option", 0, [&]() -> Result<int> {
    if (request == nullptr) return capi::missing("request");
    if (name == nullptr) return capi::missing("name");
    if (value == nullptr) return capi::missing("value");
    search::NamedValue given{name, value};
    if (auto sound = capi::check_option(given); !sound) return failure(sound.error());
    request->values.reserve(request->values.size() + 1);
    if (!capi::is_repeatable(given.name)) capi::take_out(request->values, given.name);
    request->values.push_back(std::move(given));
    return 1;
  });
}

void dateline_request_free(dateline_request* request) { delete request; }

char* dateline_options_json(dateline_error** error) {
  return capi::guarded<char*>(error, "listing the options", nullptr,
                              [] { return capi::copied(capi::options_json()); });
}

dateline_stop* dateline_stop_new() {
  return capi::guarded<dateline_stop*>(nullptr, "making a stop", nullptr,
                                       [] { return std::make_unique<dateline_stop>().release(); });
}

void dateline_stop_now(dateline_stop* stop) {
  if (stop != nullptr) stop->source.request_stop();
}

void dateline_stop_free(dateline_stop* stop) { delete stop; }

int dateline_request_stop_with(dateline_request* request, const dateline_stop* stop,
                               dateline_error** error) {
  return capi::guarded<int>(error, "setting a stop", 0, [&]() -> Result<int> {
    if (request == nullptr) return capi::missing("request");
    request->cancellation = stop == nullptr ? std::stop_token() : stop->source.get_token();
    return 1;
  });
}
