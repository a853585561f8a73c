#include "searcher/output/significant.h"

#include <fmt/format.h>

#include <string_view>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::output {
namespace {

using search::Significant;

std::string_view name_of(Significant::Kind kind) {
  switch (kind) {
    case Significant::Kind::kPerson:
      return "person";
    case Significant::Kind::kOrganisation:
      return "organisation";
    case Significant::Kind::kPlace:
      return "place";
    case Significant::Kind::kWord:
      break;
  }
  return "word";
}

}  // namespace

Json significant_json(const std::vector<Significant>& list) {
  return json_list(list, [](const Significant& one) {
    Json out;
    out["text"] = one.text;
    out["kind"] = name_of(one.kind);
    out["articles"] = one.articles;
    out["score"] = one.score;
    return out;
  });
}

std::string significant_text(const std::vector<Significant>& list) {
  std::string out = list.empty() ? "" : "\nsignificant\n";
  for (const Significant& one : list) {
    out += fmt::format("  {:>7}  {}", format_count(one.articles), printable(one.text));
    if (one.kind != Significant::Kind::kWord) out += fmt::format(" ({})", name_of(one.kind));
    out += '\n';
  }
  return out;
}

}  // namespace dateline::output
