#include "searcher/output/json.h"

namespace dateline::output {

std::string line_of(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const std::vector<search::Notice>& notices) {
  return json_list(notices, [](const search::Notice& notice) {
    return Json{{"code", notice.code}, {"text", notice.text}};
  });
}

}  // namespace dateline::output
