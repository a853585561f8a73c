#include "searcher/output/formats/csv_renderer.h"

#include "common/base/strings.h"
#include "searcher/output/answer_json.h"
#include "searcher/output/answer_text.h"
#include "searcher/output/formats/csv.h"
#include "searcher/output/trends/trend.h"

namespace dateline::output {
namespace {

constexpr std::string_view kBetween = "; ";

std::string row_of_hit(const search::Hit& hit) {
  const Article& article = hit.article;
  return CsvRecord()
      .number(std::uint64_t{hit.rank})
      .number(hit.score)
      .text(article.id)
      .text(article.url)
      .text(article.headline)
      .text(article.standfirst)
      .text(join(article.byline, kBetween))
      .text(article.source)
      .text(article.section)
      .text(article.published ? article.published->to_string() : std::string())
      .text(article.language)
      .text(plain_snippet(hit.snippet))
      .line();
}

std::string table_of(const search::Answer& answer) {
  if (answer.count_only) {
    return CsvRecord().text("total").text("relation").line() +
           CsvRecord().number(answer.total.value).text(name_of(answer.total.relation)).line();
  }
  CsvRecord heading;
  for (const char* name : {"rank", "score", "id", "url", "headline", "standfirst", "byline",
                           "source", "section", "published", "language", "snippet"}) {
    heading.text(name);
  }
  std::string out = heading.line();
  for (const search::Hit& hit : answer.hits) out += row_of_hit(hit);
  return out;
}

}  // namespace

Rendered CsvRenderer::render(const Shown& shown) const {
  if (const auto* answer = std::get_if<search::Answer>(&shown)) {
    return {table_of(*answer), remarks_of(*answer)};
  }
  if (const auto* trend = std::get_if<search::Trend>(&shown)) {
    return {table_of(*trend), notice_lines(trend->notices)};
  }
  return JsonRenderer::render(shown);
}

}  // namespace dateline::output
