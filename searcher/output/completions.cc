#include "searcher/output/completions.h"

#include <fmt/format.h>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::output {

using search::Completion;

std::string_view name_of(Completion::Kind kind) {
  switch (kind) {
    case Completion::Kind::kPerson:
      return "person";
    case Completion::Kind::kOrganisation:
      return "organisation";
    case Completion::Kind::kPlace:
      return "place";
    case Completion::Kind::kHeadline:
      return "headline";
    case Completion::Kind::kWord:
      break;
  }
  return "word";
}

Rendered text_of(const search::Completions& completions, const Terminal& terminal) {
  const program::Style& style = terminal.style;
  std::string out;
  for (const Completion& one : completions.list) {
    out += fmt::format("{}  {}{}, {}{}\n", printable(one.text), style.dim, name_of(one.kind),
                       format_count(one.count), style.reset);
  }
  return {out, {}};
}

Json json_of(const search::Completions& completions) {
  Json out;
  out["prefix"] = completions.typed;
  out["suggestions"] = json_list(completions.list, [](const Completion& one) {
    return Json{{"text", one.text}, {"kind", name_of(one.kind)}, {"count", one.count}};
  });
  return out;
}

}  // namespace dateline::output
