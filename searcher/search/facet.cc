#include "searcher/search/facet.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

namespace dateline::search {
namespace {

constexpr std::array<std::pair<std::string_view, FacetKind>, 9> kNames{
    {{"person", FacetKind::kPerson},
     {"org", FacetKind::kOrganisation},
     {"place", FacetKind::kPlace},
     {"source", FacetKind::kSource},
     {"section", FacetKind::kSection},
     {"language", FacetKind::kLanguage},
     {"year", FacetKind::kYear},
     {"organisation", FacetKind::kOrganisation},
     {"lang", FacetKind::kLanguage}}};

}  // namespace

std::string_view name_of(FacetKind kind) {
  for (const auto& [name, known] : kNames) {
    if (known == kind) return name;
  }
  return {};
}

Result<FacetRequest> facet_from(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  FacetRequest out;
  bool known = false;
  for (const auto& [one, kind] : kNames) {
    if (one != name) continue;
    out.kind = kind;
    known = true;
  }
  if (!known) {
    return failure(ErrorCode::kUsage, fmt::format("“{}” is no facet", name),
                   "facets are person, org, place, source, section, language and year");
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
