#include "searcher/output/entity_profile.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::output {
namespace {

using search::EntityProfile;

// Bars of months are at most this wide.
constexpr std::uint64_t kBarColumns = 40;

// "by that name also: Tom Esper, person (1 article)", for those who go by the name too.
std::string others_text(const EntityProfile& profile) {
  std::string out;
  for (const auto& other : profile.others) {
    out += fmt::format("{}{}, {} ({} {})", out.empty() ? "by that name also: " : "; ",
                       printable(other.name), name_of(other.type), format_count(other.articles),
                       other.articles == 1 ? "article" : "articles");
  }
  return out.empty() ? out : out + "\n";
}

std::string months_text(const EntityProfile& profile) {
  std::uint64_t most = 1;
  for (const auto& month : profile.months) most = std::max(most, month.articles);
  std::string out;
  for (const auto& month : profile.months) {
    const auto bar = static_cast<std::size_t>(month.articles * kBarColumns / most);
    out += fmt::format("  {}  {:>7}  {}\n", month.start.substr(0, 7), format_count(month.articles),
                       std::string(bar, '#'));
  }
  return out;
}

}  // namespace

Rendered text_of(const EntityProfile& profile, const Terminal& terminal) {
  const program::Style& style = terminal.style;
  std::string out = fmt::format("{}{}{}, {}\n", style.heading, printable(profile.name), style.reset,
                                name_of(profile.type));
  out += fmt::format("{} {}", format_count(profile.articles),
                     profile.articles == 1 ? "article" : "articles");
  if (!profile.first.empty()) out += fmt::format(", {} to {}", profile.first, profile.last);
  out += "\n" + others_text(profile) + "\nnames\n";
  for (const auto& form : profile.forms) {
    out += fmt::format("  {:>7}  {}\n", format_count(form.count), printable(form.text));
  }
  if (!profile.months.empty()) out += "\nmonths\n" + months_text(profile);
  if (!profile.associates.empty()) out += "\nappears with\n";
  for (const auto& associate : profile.associates) {
    out += fmt::format("  {:>7}  {}  {}{}{}\n", format_count(associate.articles),
                       printable(associate.name), style.dim, name_of(associate.type), style.reset);
  }
  return {out, notice_lines(profile.notices)};
}

Json json_of(const EntityProfile& profile) {
  Json out;
  out["name"] = profile.name;
  out["type"] = name_of(profile.type);
  out["forms"] = json_list(profile.forms, [](const search::EntityForm& form) {
    return Json{{"text", form.text}, {"count", form.count}};
  });
  out["articles"] = profile.articles;
  if (!profile.first.empty()) {
    out["first"] = profile.first;
    out["last"] = profile.last;
  }
  out["months"] = json_list(profile.months, [](const search::MonthCount& month) {
    return Json{{"start", month.start}, {"articles", month.articles}};
  });
  out["associates"] = json_list(profile.associates, [](const search::Associate& associate) {
    return Json{{"name", associate.name},
                {"type", name_of(associate.type)},
                {"articles", associate.articles},
                {"score", associate.score}};
  });
  out["others"] = json_list(profile.others, [](const search::Namesake& other) {
    return Json{{"name", other.name}, {"type", name_of(other.type)}, {"articles", other.articles}};
  });
  out["notices"] = json_of(profile.notices);
  return out;
}

}  // namespace dateline::output
