#include "searcher/http/routes/parameter_schema.h"

#include "common/base/strings.h"

namespace dateline::http {

output::Json schema_of(const Parameter& parameter) {
  if (parameter.value.empty()) return {{"type", "boolean"}};
  if (parameter.value == "N" || parameter.value == "MS" || parameter.value == "CHARS") {
    return {{"type", "integer"}, {"minimum", 0}};
  }
  output::Json schema{{"type", "string"}};
  if (parameter.value.find('|') == std::string_view::npos) return schema;
  for (const std::string_view choice : split(parameter.value, '|')) {
    schema["enum"].push_back(choice);
  }
  return schema;
}

}  // namespace dateline::http
