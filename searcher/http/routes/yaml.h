// JSON values as YAML.
#pragma once

#include <string>

#include "searcher/output/json.h"

namespace dateline::http {

// `value` as a YAML 1.2 document: objects and arrays in blocks, texts in double quotes.
std::string yaml_of(const output::Json& value);

}  // namespace dateline::http
