#include "searcher/output/answer_json.h"

#include "searcher/output/facets.h"
#include "searcher/output/significant.h"

namespace dateline::output {
namespace {

void put(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

Json json_of_entity(const Entity& entity) {
  Json out;
  out["type"] = dateline::name_of(entity.type);
  out["name"] = entity.name;
  out["mentions"] = entity.mentions;
  out["forms"] = entity.forms;
  return out;
}

void put_marked(Json& out, const search::MarkedTexts& marked) {
  if (marked.headline.empty() && marked.standfirst.empty()) return;
  Json& row = out["marked"];
  put(row, "headline", marked.headline);
  put(row, "standfirst", marked.standfirst);
}

void put_story(Json& out, const search::HitStory& story) {
  if (story.copies) out["copies"] = *story.copies;
  put(out, "story", story.id);
  if (!story.earliest) return;
  const Article& earliest = *story.earliest;
  Json& row = out["earliest"];
  put(row, "id", earliest.id);
  put(row, "url", earliest.url);
  put(row, "headline", earliest.headline);
  put(row, "source", earliest.source);
  if (earliest.published) row["published"] = earliest.published->to_string();
}

}  // namespace

std::string_view name_of(search::TotalRelation relation) {
  switch (relation) {
    case search::TotalRelation::kAtLeast:
      return "at_least";
    case search::TotalRelation::kEstimate:
      return "estimate";
    case search::TotalRelation::kExact:
      break;
  }
  return "exact";
}

Json json_of(const search::Hit& hit) {
  const Article& article = hit.article;
  Json out;
  out["rank"] = hit.rank;
  out["score"] = hit.score;
  put(out, "id", article.id);
  put(out, "url", article.url);
  put(out, "headline", article.headline);
  put(out, "standfirst", article.standfirst);
  if (!article.byline.empty()) out["byline"] = article.byline;
  put(out, "source", article.source);
  put(out, "section", article.section);
  if (article.published) out["published"] = article.published->to_string();
  put(out, "language", article.language);
  put(out, "snippet", hit.snippet);
  put_marked(out, hit.marked);
  for (const Entity& entity : article.entities) out["entities"].push_back(json_of_entity(entity));
  put_story(out, hit.story);
  return out;
}

Json json_of(const search::Total& total) {
  return {{"value", total.value}, {"relation", name_of(total.relation)}};
}

Json json_of(const search::Answer& answer) {
  Json out;
  out["query"] = answer.query;
  out["parsed"] = answer.parsed;
  out["took_ms"] = answer.took.count();
  out["partial"] = answer.partial;
  out["total"] = json_of(answer.total);
  if (answer.stories) out["stories"] = json_of(*answer.stories);
  out["hits"] = json_list(answer.hits, [](const search::Hit& hit) { return json_of(hit); });
  out["facets"] = facets_json(answer.facets);
  out["significant"] = significant_json(answer.significant);
  out["suggestions"] = json_list(answer.suggestions, [](const search::Suggestion& suggestion) {
    return Json{{"text", suggestion.text}, {"query", suggestion.query}};
  });
  out["notices"] = json_of(answer.notices);
  put(out, "next", answer.next);
  return out;
}

}  // namespace dateline::output
