#include "searcher/search/facet.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <utility>

#include "common/base/strings.h"

namespace dateline::search {

namespace {

// Of a field that is counted by parts of a date each name is another facet; of others, one.
void add(const schema::Field& field, std::string_view name, std::vector<std::string>& names) {
  const bool counts = field.kind == schema::Kind::kDate || name == field.facet_names.canonical();
  if (counts && !name.empty()) names.emplace_back(name);
}

}  // namespace

std::string_view Facet::name() const {
  return part == DatePart::kMonth ? *std::next(field->facet_names.begin())
                                  : field->facet_names.canonical();
}

std::string all_facet_names() {
  std::vector<std::string> names;
  for (const bool entities : {true, false}) {
    for (const schema::Field* field : schema::fields_in_listed_order()) {
      if (field->is_facet() && field->entity.has_value() == entities) {
        for (const std::string_view name : field->facet_names) add(*field, name, names);
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
  const bool is_date = out.field->kind == schema::Kind::kDate;
  if (is_date && name != out.field->facet_names.canonical()) out.part = DatePart::kMonth;
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
