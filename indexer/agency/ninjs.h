// ninjs, the IPTC's news in JSON: 1.x (body_text, headline), 2.x and 3.x (bodies, headlines).
#pragma once

#include <string_view>

#include "indexer/input/format.h"

namespace dateline::indexer::agency {

// An object with a "uri", and with keys that ninjs has and our own record has not. `json` may be cut
// off, as a head is.
bool is_ninjs(std::string_view json);

// The same of an input that is one object over many lines.
bool is_ninjs_head(const Head& head);

// Called by a row of the table of formats (format.h), and for records that are ninjs.
// docs/agency-formats.md says what is read. Items that are no text are rejected as kNotText.
ExtractResult read_ninjs(const RawDocument& document, const ExtractOptions& options);

}  // namespace dateline::indexer::agency
