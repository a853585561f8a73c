#include "searcher/search/facet.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "common/base/strings.h"

namespace dateline::search {

std::string all_facet_names() {
  std::vector<std::string> names;
  for (const bool entities : {true, false}) {
    for (const schema::Field* field : schema::fields_in_listed_order()) {
      if (field->is_facet() && field->entity.has_value() == entities) {
        names.emplace_back(field->facet_names.canonical());
      }
    }
  }
  const std::string last = std::move(names.back());
  names.pop_back();
  return join(names, ", ") + " and " + last;
}

Result<FacetRequest> facet_from(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  FacetRequest out;
  out.field = schema::facet_named(name);
  if (out.field == nullptr) {
    return failure(ErrorCode::kUsage, fmt::format("“{}” is no facet", name),
                   "facets are " + all_facet_names());
  }
  if (colon == std::string_view::npos) return out;
  const std::string_view digits = text.substr(colon + 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out.most);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  if (!whole || out.most == 0 || out.most > kMaxFacetValues) {
    return failure(ErrorCode::kUsage, fmt::format("“{}” is no number of values", digits),
                   fmt::format("ask for 1 to {}, as in {}:20", kMaxFacetValues, name));
  }
  return out;
}

}  // namespace dateline::search
