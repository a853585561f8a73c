#include "searcher/output/formats/text_renderer.h"

#include "searcher/output/answer_text.h"
#include "searcher/output/article_text.h"
#include "searcher/output/completions.h"
#include "searcher/output/entity_profile.h"
#include "searcher/output/explanation.h"
#include "searcher/output/stories/story_view.h"
#include "searcher/output/trends/trend.h"

namespace dateline::output {

Rendered TextRenderer::render(const Shown& shown) const {
  return std::visit([this](const auto& value) { return text_of(value, terminal_); }, shown);
}

}  // namespace dateline::output
