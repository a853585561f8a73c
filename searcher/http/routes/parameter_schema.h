// Parameters as JSON Schema, as OpenAPI and the tools of assistants describe them.
#pragma once

#include "searcher/http/routes/parameters.h"
#include "searcher/output/json.h"

namespace dateline::http {

// Of one value; of a repeatable parameter each is one.
output::Json schema_of(const Parameter& parameter);

}  // namespace dateline::http
