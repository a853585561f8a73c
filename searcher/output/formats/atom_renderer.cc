#include "searcher/output/formats/atom_renderer.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "searcher/output/answer_text.h"
#include "searcher/output/formats/xml.h"

namespace dateline::output {
namespace {

constexpr std::string_view kNoDate = "1970-01-01T00:00:00Z";

std::string element(std::string_view name, std::string_view text) {
  return fmt::format("<{}>{}</{}>\n", name, xml_escaped(text), name);
}

// RFC 3339 with a time, which Atom wants: a bare date begins at midnight.
std::string date_of(const Timestamp& when) {
  return when.has_time() ? when.to_string() : when.to_string() + "T00:00:00Z";
}

std::optional<Timestamp> updated(const Article& article) {
  return article.modified ? article.modified : article.published;
}

std::string updated_of(const std::optional<Timestamp>& when) {
  return element("updated", when ? date_of(*when) : std::string(kNoDate));
}

// All but letters, digits and "-._~" as %XX.
std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = is_ascii_alnum(c) || std::string_view("-._~").find(c) != std::string::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// Subtags of letters and digits with hyphens between, as xml:lang wants them.
bool is_language_tag(std::string_view tag) {
  const auto parts = split(tag, '-');
  return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !part.empty() && part.size() <= 8 &&
           std::all_of(part.begin(), part.end(), is_ascii_alnum);
  });
}

std::string author(std::string_view name) {
  return fmt::format("<author><name>{}</name></author>\n", xml_escaped(name));
}

std::string authors_of(const Article& article) {
  std::string out;
  for (const std::string& name : article.byline) {
    if (!trim(name).empty()) out += author(name);
  }
  if (out.empty() && !article.source.empty()) {
    out = author(article.source);
  }
  return out;
}

std::string categories_of(const Article& article) {
  std::string out;
  std::vector<std::string> terms = article.tags;
  if (!article.section.empty()) terms.insert(terms.begin(), article.section);
  for (const std::string& term : terms) {
    out += fmt::format("<category term=\"{}\"/>\n", xml_escaped(term));
  }
  return out;
}

// An entry that leads nowhere has to have content.
std::string text_of(const search::Hit& hit) {
  const std::string_view name = hit.article.url.empty() ? "content" : "summary";
  if (hit.snippet.empty() && name == "summary") return {};
  return fmt::format("<{} type=\"html\">{}</{}>\n", name, xml_escaped(hit.snippet), name);
}

std::string entry_of(const search::Hit& hit) {
  const Article& article = hit.article;
  const std::string language = is_language_tag(article.language)
                                   ? fmt::format(" xml:lang=\"{}\"", article.language)
                                   : std::string();
  std::string out = "<entry" + language + ">\n";
  out += element("id", "urn:x-dateline:article:" + percent_encoded(article.id));
  out += element("title", article.headline.empty() ? "(no headline)" : article.headline);
  if (!article.url.empty()) {
    out += fmt::format("<link rel=\"alternate\" href=\"{}\"/>\n", xml_escaped(article.url));
  }
  if (article.published) out += element("published", date_of(*article.published));
  out += updated_of(updated(article));
  return out + authors_of(article) + categories_of(article) + text_of(hit) + "</entry>\n";
}

std::string feed_of(const search::Answer& answer) {
  std::optional<Timestamp> last;
  for (const search::Hit& hit : answer.hits) {
    const auto when = updated(hit.article);
    if (when && (!last || when->instant() > last->instant())) last = when;
  }
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  out += element("id", "urn:x-dateline:search:" + fingerprint(answer.query));
  out += element("title", answer.query.empty() ? "The newest articles" : answer.query);
  out += updated_of(last);
  out += "<author><name>Dateline</name></author>\n<generator>Dateline</generator>\n";
  for (const search::Hit& hit : answer.hits) out += entry_of(hit);
  return out + "</feed>\n";
}

}  // namespace

Rendered AtomRenderer::render(const Shown& shown) const {
  const auto* answer = std::get_if<search::Answer>(&shown);
  if (answer == nullptr) return JsonRenderer::render(shown);
  return {feed_of(*answer), remarks_of(*answer)};
}

}  // namespace dateline::output
