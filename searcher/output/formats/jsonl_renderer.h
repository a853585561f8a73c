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

// The line of one hit, for whoever has them one by one.
std::string line_of_hit(const search::Hit& hit);

}  // namespace dateline::output
