#include "searcher/output/completions.h"

#include <fmt/format.h>

#include "searcher/output/hit_json.h"
#include "searcher/output/text_layout.h"

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

std::string completions_text(const std::vector<Completion>& completions, const Look& look) {
  std::string out;
  for (const Completion& one : completions) {
    out += fmt::format("{}  {}{}, {}{}\n", printable(one.text), look.style.dim, name_of(one.kind),
                       with_separators(one.count), look.style.reset);
  }
  return out;
}

std::string completions_json(std::string_view prefix, const std::vector<Completion>& completions) {
  Json out;
  out["prefix"] = prefix;
  out["suggestions"] = Json::array();
  for (const Completion& one : completions) {
    Json suggestion;
    suggestion["text"] = one.text;
    suggestion["kind"] = name_of(one.kind);
    suggestion["count"] = one.count;
    out["suggestions"].push_back(std::move(suggestion));
  }
  return line_of(out);
}

}  // namespace dateline::output
