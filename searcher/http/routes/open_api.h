// The description of the service that its users' programs read (OpenAPI 3.1), made of the tables
// that the service itself goes by (index_routes.h, parameters.h), so that neither says what the
// other does not do.
#pragma once

#include <string>

namespace dateline::http {

// As YAML. `base_path` is where the paths begin.
std::string open_api_document(const std::string& base_path);

}  // namespace dateline::http
