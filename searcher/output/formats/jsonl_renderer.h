// Hits as JSON lines, one a hit: for pipes. The rest of an answer is in the remarks. All else has
// one line, as in JSON.
#pragma once

#include "searcher/output/formats/json_renderer.h"

namespace dateline::output {

class JsonlRenderer final : public JsonRenderer {
 public:
  // Where only a count was asked for: one line, {"total": {…}}.
  Rendered render(const Shown& shown) const override;
};

}  // namespace dateline::output
