#include "searcher/output/entity_profile.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/output/hit_json.h"
#include "searcher/output/text_layout.h"

namespace dateline::output {
namespace {

using search::EntityProfile;

// Bars of months are at most this wide.
constexpr std::uint64_t kBarColumns = 40;

std::string months_text(const EntityProfile& profile) {
  std::uint64_t most = 1;
  for (const auto& month : profile.months) most = std::max(most, month.articles);
  std::string out;
  for (const auto& month : profile.months) {
    const auto bar = static_cast<std::size_t>(month.articles * kBarColumns / most);
    out += fmt::format("  {}  {:>7}  {}\n", month.start.substr(0, 7),
                       with_separators(month.articles), std::string(bar, '#'));
  }
  return out;
}

Json months_json(const EntityProfile& profile) {
  Json out = Json::array();
  for (const auto& month : profile.months) {
    Json one;
    one["start"] = month.start;
    one["articles"] = month.articles;
    out.push_back(std::move(one));
  }
  return out;
}

Json forms_json(const EntityProfile& profile) {
  Json out = Json::array();
  for (const auto& form : profile.forms) {
    Json one;
    one["text"] = form.text;
    one["count"] = form.count;
    out.push_back(std::move(one));
  }
  return out;
}

Json associates_json(const EntityProfile& profile) {
  Json out = Json::array();
  for (const auto& associate : profile.associates) {
    Json one;
    one["name"] = associate.name;
    one["type"] = name_of(associate.type);
    one["articles"] = associate.articles;
    one["score"] = associate.score;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::string profile_text(const EntityProfile& profile, const Look& look) {
  const program::Style& style = look.style;
  std::string out = fmt::format("{}{}{}, {}\n", style.heading, printable(profile.name), style.reset,
                                name_of(profile.type));
  out += fmt::format("{} {}", with_separators(profile.articles),
                     profile.articles == 1 ? "article" : "articles");
  if (!profile.first.empty()) out += fmt::format(", {} to {}", profile.first, profile.last);
  out += "\n\nnames\n";
  for (const auto& form : profile.forms) {
    out += fmt::format("  {:>7}  {}\n", with_separators(form.count), printable(form.text));
  }
  if (!profile.months.empty()) out += "\nmonths\n" + months_text(profile);
  if (!profile.associates.empty()) out += "\nappears with\n";
  for (const auto& associate : profile.associates) {
    out += fmt::format("  {:>7}  {}  {}{}{}\n", with_separators(associate.articles),
                       printable(associate.name), style.dim, name_of(associate.type), style.reset);
  }
  return out;
}

std::string profile_json(const EntityProfile& profile) {
  Json out;
  out["name"] = profile.name;
  out["type"] = name_of(profile.type);
  out["forms"] = forms_json(profile);
  out["articles"] = profile.articles;
  if (!profile.first.empty()) {
    out["first"] = profile.first;
    out["last"] = profile.last;
  }
  out["months"] = months_json(profile);
  out["associates"] = associates_json(profile);
  out["notices"] = json_of(profile.notices);
  return line_of(out);
}

}  // namespace dateline::output
