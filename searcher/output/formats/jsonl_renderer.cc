#include "searcher/output/formats/jsonl_renderer.h"

#include "searcher/output/answer_json.h"
#include "searcher/output/answer_text.h"

namespace dateline::output {
namespace {

std::string lines_of(const search::Answer& answer) {
  if (answer.count_only) return line_of(Json{{"total", json_of(answer.total)}});
  std::string out;
  for (const search::Hit& hit : answer.hits) out += line_of_hit(hit);
  return out;
}

}  // namespace

std::string line_of_hit(const search::Hit& hit) { return line_of(json_of(hit)); }

Rendered JsonlRenderer::render(const Shown& shown) const {
  const auto* answer = std::get_if<search::Answer>(&shown);
  if (answer == nullptr) return JsonRenderer::render(shown);
  return {lines_of(*answer), remarks_of(*answer)};
}

}  // namespace dateline::output
