#include "searcher/output/facets.h"

#include <fmt/format.h>

#include "common/base/figures.h"
#include "common/base/printable.h"
#include "searcher/output/text_layout.h"

namespace dateline::output {

Json facets_json(const std::vector<search::Facet>& facets) {
  Json out = Json::object();
  for (const search::Facet& facet : facets) {
    Json& list = out[std::string(facet.name())] = Json::array();
    for (const search::FacetValue& value : facet.values) {
      Json one;
      one["value"] = value.value;
      one["count"] = value.count;
      list.push_back(std::move(one));
    }
  }
  return out;
}

std::string facets_text(const std::vector<search::Facet>& facets) {
  std::string out;
  for (const search::Facet& facet : facets) {
    out += fmt::format("\n{}\n", facet.name());
    for (const search::FacetValue& value : facet.values) {
      out += fmt::format("  {:>7}  {}\n", format_count(value.count), printable(value.value));
    }
  }
  return out;
}

}  // namespace dateline::output
