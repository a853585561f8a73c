#include "searcher/output/formats/json_renderer.h"

#include "common/schema/article_json.h"
#include "searcher/output/answer_json.h"
#include "searcher/output/completions.h"
#include "searcher/output/entity_profile.h"
#include "searcher/output/explanation.h"
#include "searcher/output/stories/story_view.h"
#include "searcher/output/trends/trend.h"

namespace dateline::output {
namespace {

template <typename Value>
std::string json_line(const Value& value) {
  return line_of(json_of(value));
}

// A record is written as `extract` writes it.
std::string json_line(const Article& article) { return schema::to_json(article) + "\n"; }

}  // namespace

Rendered JsonRenderer::render(const Shown& shown) const {
  return {std::visit([](const auto& value) { return json_line(value); }, shown), {}};
}

}  // namespace dateline::output
