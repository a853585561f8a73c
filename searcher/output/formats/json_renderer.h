// One JSON object on one line: what scripts and services read.
#pragma once

#include "searcher/output/renderer.h"

namespace dateline::output {

class JsonRenderer : public Renderer {
 public:
  // No remarks: the object has it all. Of an answer all keys are there; of a hit those that its
  // article has.
  Rendered render(const Shown& shown) const override;
};

}  // namespace dateline::output
