#include "searcher/output/hit_json.h"

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
  for (const Entity& entity : article.entities) out["entities"].push_back(json_of_entity(entity));
  return out;
}

Json json_of(const search::Total& total) {
  Json out;
  out["value"] = total.value;
  out["relation"] = name_of(total.relation);
  return out;
}

Json json_of(const std::vector<search::Notice>& notices) {
  Json out = Json::array();
  for (const search::Notice& notice : notices) {
    Json one;
    one["code"] = notice.code;
    one["text"] = notice.text;
    out.push_back(std::move(one));
  }
  return out;
}

Json json_of(const std::vector<search::Suggestion>& suggestions) {
  Json out = Json::array();
  for (const search::Suggestion& suggestion : suggestions) {
    Json one;
    one["text"] = suggestion.text;
    one["query"] = suggestion.query;
    out.push_back(std::move(one));
  }
  return out;
}

std::string line_of(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::output
