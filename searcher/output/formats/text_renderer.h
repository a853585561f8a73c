// Everything as people read it on a terminal.
#pragma once

#include "searcher/output/renderer.h"

namespace dateline::output {

class TextRenderer final : public Renderer {
 public:
  explicit TextRenderer(const Terminal& terminal) : terminal_(terminal) {}

  Rendered render(const Shown& shown) const override;

 private:
  Terminal terminal_;
};

}  // namespace dateline::output
