#include "searcher/output/json_writer.h"

#include "searcher/output/facets.h"
#include "searcher/output/hit_json.h"

namespace dateline::output {

std::string JsonWriter::results(const search::Answer& answer) const {
  Json out;
  out["query"] = answer.query;
  out["parsed"] = answer.parsed;
  out["took_ms"] = answer.took.count();
  out["partial"] = answer.partial;
  out["total"] = json_of(answer.total);
  out["hits"] = Json::array();
  for (const search::Hit& hit : answer.hits) out["hits"].push_back(json_of(hit));
  out["facets"] = facets_json(answer.facets);
  out["suggestions"] = json_of(answer.suggestions);
  out["notices"] = json_of(answer.notices);
  return line_of(out);
}

std::string JsonWriter::remarks(const search::Answer& /*answer*/) const { return {}; }

}  // namespace dateline::output
