#include "corpus/generator/pages/page.h"

#include <fmt/format.h>

#include "corpus/generator/pages/page_parts.h"

namespace dateline::corpus {
namespace {

// `before` TEXT `after`, or nothing where there is no text.
std::string around(std::string_view before, std::string_view text, std::string_view after) {
  if (text.empty()) return {};
  return fmt::format("{}{}{}\n", before, escape_html(text), after);
}

std::string title(const Article& article, std::string_view separator) {
  return fmt::format("<title>{}{}{}</title>\n", escape_html(article.headline), separator,
                     escape_html(article.source));
}

std::string time_element(const Timestamp& moment, std::string_view attributes) {
  const std::int32_t minutes = moment.seconds_of_day() / 60;
  return fmt::format("<time {}datetime=\"{}\">{}, {:02}:{:02}</time>\n", attributes,
                     moment.to_string(), day_in_words(moment), minutes / 60, minutes % 60);
}

std::string page(std::string_view html_attributes, const std::string& head,
                 const std::string& body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html {}>\n<head>\n<meta charset=\"utf-8\">\n{}</head>\n<body>\n{}</body>\n"
      "</html>\n",
      html_attributes, head, body);
}

std::string modern(const Article& article, const Furniture& furniture) {
  std::string body = consent_banner();
  body += "<header><a href=\"/\" class=\"logo\">" + escape_html(article.source) + "</a></header>\n";
  body += menu() + "<main><article>\n";
  body += around("<p class=\"kicker\"><a href=\"#\">", article.section, "</a></p>");
  body += around("<h1>", article.headline, "</h1>");
  body += around("<p class=\"standfirst\">", article.standfirst, "</p>");
  body += around("<div class=\"byline\">", byline_text(article), "</div>");
  if (article.published) body += time_element(*article.published, "");
  body += "<ul class=\"share\"><li>Share</li><li>Send</li><li>Print</li></ul>\n";
  body += "<div class=\"article-body\">\n" + body_markup(article) + "</div>\n";
  body += tag_list(article) + "</article></main>\n";
  body += related_list(furniture) + comment_list(furniture) + footer(article);
  const std::string head =
      title(article, " | ") + open_graph(article) + json_ld(article) + style_and_scripts();
  return page("lang=\"en\"", head, body);
}

std::string broadsheet(const Article& article, const Furniture& furniture) {
  std::string body = menu() + "<div class=\"columns\"><div class=\"aside\">\n";
  body += related_list(furniture) + "</div>\n";
  body += "<div itemscope itemtype=\"https://schema.org/NewsArticle\" class=\"story\">\n";
  body +=
      around("<span class=\"section\" itemprop=\"articleSection\">", article.section, "</span>");
  body += around("<h1 itemprop=\"headline\">", article.headline, "</h1>");
  body += around("<h2 class=\"standfirst\">", article.standfirst, "</h2>");
  body += around("<p class=\"author\">", byline_text(article), "</p>");
  if (article.published) {
    body += time_element(*article.published, "itemprop=\"datePublished\" ");
  }
  body += "<div itemprop=\"articleBody\">\n" + body_markup(article) + "</div>\n";
  body += tag_list(article) + "</div></div>\n" + comment_list(furniture) + footer(article);
  return page("lang=\"en\"", title(article, " – ") + open_graph(article) + style_and_scripts(),
              body);
}

std::string wire(const Article& article, const Furniture&) {
  std::string head = title(article, " | ");
  head += fmt::format("<link rel=\"canonical\" href=\"{}\">\n", escape_html(article.url));
  std::string body = around("<p class=\"service\">", article.source, "</p>");
  body += around("<p class=\"category\">", article.section, "</p>");
  body += around("<h1>", article.headline, "</h1>");
  body += around("<h2 class=\"subtitle\">", article.standfirst, "</h2>");
  body += around("<p class=\"byline\">", byline_text(article), "</p>");
  if (article.published) body += time_element(*article.published, "class=\"published\" ");
  if (article.modified) {
    body += "<p>Updated " + time_element(*article.modified, "class=\"updated\" ") + "</p>\n";
  }
  body += body_markup(article) + tag_list(article);
  return page("lang=\"en\"", head, body);
}

std::string table(const Article& article, const Furniture& furniture) {
  std::string body =
      "<table width=\"900\" border=\"0\"><tr><td colspan=\"2\" bgcolor=\"#003366\">\n";
  body += around("<font color=\"white\" size=\"6\">", article.source, "</font></td></tr>");
  body += "<tr><td width=\"180\" valign=\"top\">\n" + menu() + related_list(furniture) + "</td>\n";
  body += "<td valign=\"top\">\n";
  body += around("<font size=\"1\">You are here: Home &gt; ", article.section, "</font>");
  body += around("<h1><font face=\"Verdana\">", article.headline, "</font></h1>");
  body += around("<p class=\"standfirst\"><i>", article.standfirst, "</i></p>");
  body += around("<p class=\"byline\"><b>", byline_text(article), "</b></p>");
  if (article.published) {
    body += fmt::format("<p class=\"date\">Published: {}</p>\n", day_in_words(*article.published));
  }
  body += body_markup(article) + tag_list(article) + "</td></tr></table>\n" + footer(article);
  return page("lang=\"en\"", title(article, " - "), body);
}

std::string mobile(const Article& article, const Furniture& furniture) {
  std::string body = "<amp-sidebar id=\"menu\" layout=\"nodisplay\">" + menu() + "</amp-sidebar>\n";
  body += "<article>\n" + around("<h1>", article.headline, "</h1>");
  body += around("<p class=\"summary\">", article.standfirst, "</p>");
  body += around("<span class=\"byline\">", byline_text(article), "</span>");
  body +=
      "<amp-img src=\"/lead.jpg\" width=\"800\" height=\"450\" layout=\"responsive\"></amp-img>\n";
  body += "<section class=\"body\">\n" + body_markup(article) + "</section>\n";
  body += "<amp-ad width=\"300\" height=\"250\" type=\"house\"></amp-ad>\n</article>\n";
  body += related_list(furniture) + footer(article);
  const std::string head =
      title(article, " | ") + json_ld(article) +
      fmt::format("<link rel=\"canonical\" href=\"{}\">\n", escape_html(article.url));
  return page("amp lang=\"en\"", head, body);
}

}  // namespace

Furniture furniture_of(const CorpusModel& model, std::uint64_t i) {
  constexpr std::uint64_t kRelated = 4;
  Furniture furniture;
  for (std::uint64_t n = 1; n <= kRelated; ++n) {
    const std::uint64_t other = i + n * Layout::kBlock;
    furniture.related.push_back({model.headline(other), fmt::format("/related/{}", other)});
  }
  for (std::uint64_t n = 0; n < i % 5; ++n) furniture.comments.push_back(model.filler(i, n));
  return furniture;
}

std::string render_page(const Article& article, const Outlet& outlet, const Furniture& furniture) {
  switch (outlet.page) {
    case Template::kModern:
      return modern(article, furniture);
    case Template::kBroadsheet:
      return broadsheet(article, furniture);
    case Template::kWire:
      return wire(article, furniture);
    case Template::kTable:
      return table(article, furniture);
    case Template::kMobile:
      return mobile(article, furniture);
  }
  return {};
}

}  // namespace dateline::corpus
