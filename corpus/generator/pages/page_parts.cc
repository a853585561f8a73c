#include "corpus/generator/pages/page_parts.h"

#include <fmt/format.h>

#include <array>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"

namespace dateline::corpus {
namespace {

constexpr auto kMonths =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July",
                                     "August", "September", "October", "November", "December"});

constexpr std::string_view kStyleAndScripts = R"(<style>
body{margin:0;font:18px/1.5 Georgia,serif;color:#222}
.menu li,.related li{display:inline-block;padding:0 .6em}
.ad{min-height:250px;background:#f4f4f4;text-align:center}
@media (max-width:600px){.aside{display:none}.menu{height:0;overflow:hidden}}
</style>
<script>
window.adQueue=window.adQueue||[];
(function(d,t){var s=d.createElement(t);s.async=true;s.src="/static/measure.js?v=<4&x>2";
d.getElementsByTagName("head")[0].appendChild(s);})(document,"script");
adQueue.push({slot:"top",html:"<p>Offers end soon. <a href='/offers'>See all</a></p>"});
</script>
)";

constexpr std::string_view kConsent = R"(<div id="consent" class="banner" role="dialog">
<p>We and our partners use cookies to measure audiences and to show advertisements. You can change your choice at any time.</p>
<button>Accept all</button> <button>Manage choices</button>
</div>
)";

constexpr std::string_view kAdvertisement =
    "<div class=\"ad\"><span>Advertisement</span><!-- slot mid --></div>\n";
constexpr std::string_view kInvitation =
    "<aside class=\"newsletter\"><p>Sign up for our morning newsletter and never miss a "
    "story.</p><form><input type=\"email\" placeholder=\"Your address\"><button>Sign up</button>"
    "</form></aside>\n";

bool is_subhead(std::string_view paragraph) { return !paragraph.ends_with('.'); }

std::string property(std::string_view name, std::string_view content) {
  return fmt::format("<meta property=\"{}\" content=\"{}\">\n", name, escape_html(content));
}

nlohmann::ordered_json authors(const Article& article) {
  auto list = nlohmann::ordered_json::array();
  for (const std::string& name : article.byline) {
    list.push_back({{"@type", "Person"}, {"name", name}});
  }
  for (const std::string& name : article.agencies) {
    list.push_back({{"@type", "Organization"}, {"name", name}});
  }
  return list;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string day_in_words(const Timestamp& moment) {
  const auto day = moment.day();
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                     kMonths[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

std::string byline_text(const Article& article) {
  std::string out;
  if (!article.byline.empty()) out = "By " + join(article.byline, " and ");
  for (const std::string& agency : article.agencies) out += (out.empty() ? "" : ", ") + agency;
  return out;
}

std::string open_graph(const Article& article) {
  std::string out = fmt::format("<link rel=\"canonical\" href=\"{}\">\n", escape_html(article.url));
  out += property("og:type", "article");
  out += property("og:url", article.url);
  out += property("og:site_name", article.source);
  out += property("og:title", article.headline);
  if (!article.standfirst.empty()) out += property("og:description", article.standfirst);
  if (article.published) out += property("article:published_time", article.published->to_string());
  if (article.modified) out += property("article:modified_time", article.modified->to_string());
  out += property("article:section", article.section);
  for (const std::string& tag : article.tags) out += property("article:tag", tag);
  return out;
}

std::string json_ld(const Article& article) {
  nlohmann::ordered_json record;
  record["@context"] = "https://schema.org";
  record["@type"] = "NewsArticle";
  record["mainEntityOfPage"] = article.url;
  record["headline"] = article.headline;
  if (!article.standfirst.empty()) record["description"] = article.standfirst;
  if (article.published) record["datePublished"] = article.published->to_string();
  if (article.modified) record["dateModified"] = article.modified->to_string();
  record["author"] = authors(article);
  record["articleSection"] = article.section;
  record["keywords"] = article.tags;
  record["publisher"] = {{"@type", "Organization"}, {"name", article.source}};
  // "<" must not end the script early.
  return "<script type=\"application/ld+json\">" + replace_all(record.dump(), "<", "\\u003c") +
         "</script>\n";
}

std::string body_markup(const Article& article) {
  std::string out;
  const auto all = paragraphs(article.body);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view name = is_subhead(all[i]) ? "h2" : "p";
    out += fmt::format("<{0}>{1}</{0}>\n", name, escape_html(all[i]));
    if (i == 2 && all.size() > 4) out += kAdvertisement;
    if (i == 5 && all.size() > 8) out += kInvitation;
  }
  return out;
}

std::string tag_list(const Article& article) {
  std::string out = "<ul class=\"tags\">";
  for (const std::string& tag : article.tags) {
    out += fmt::format("<li><a rel=\"tag\" href=\"/topics\">{}</a></li>", escape_html(tag));
  }
  return out + "</ul>\n";
}

std::string menu() {
  std::string out = "<nav class=\"menu\"><ul>";
  for (const std::string_view name :
       {"Home", "World", "Politics", "Business", "Sport", "Science", "Culture", "Health", "Opinion",
        "Weather", "Subscribe", "Log in"}) {
    out += fmt::format("<li><a href=\"/{0}\">{0}</a></li>", name);
  }
  return out + "</ul></nav>\n";
}

std::string related_list(const Furniture& furniture) {
  std::string out = "<section class=\"related\"><h3>You might also like</h3><ul>\n";
  for (const Furniture::Link& link : furniture.related) {
    out += fmt::format("<li><a href=\"{}\">{}</a></li>\n", link.path, escape_html(link.headline));
  }
  return out + "</ul></section>\n";
}

std::string comment_list(const Furniture& furniture) {
  std::string out = "<section id=\"comments\" class=\"comments\"><h3>Comments</h3>\n";
  for (std::size_t i = 0; i < furniture.comments.size(); ++i) {
    out += fmt::format("<div class=\"comment\"><b>reader{}</b><p>{}!</p><a>Reply</a></div>\n", i,
                       escape_html(furniture.comments[i]));
  }
  return out + "</section>\n";
}

std::string style_and_scripts() { return std::string(kStyleAndScripts); }

std::string consent_banner() { return std::string(kConsent); }

std::string footer(const Article& article) {
  return fmt::format(
      "<footer><p>About us · Contact · Privacy · Terms of use</p>"
      "<p>© {}. All rights reserved.</p></footer>\n",
      escape_html(article.source));
}

}  // namespace dateline::corpus
