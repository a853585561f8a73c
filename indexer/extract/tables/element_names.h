// What names of elements (class, id, label) and addresses of links say, beside furniture (see
// class_names.inc). No word here belongs to one site. Entries are in lower case, as the text is to
// be that is looked through.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

// clang-format off: tables

// Words that make the next word of a name speak of what is elsewhere, or is not there
// ("has-sidebar", "no-comments"). Read by page/hints.cc. Matched: as whole words.
inline constexpr auto kNegatingWords = std::to_array<std::string_view>(
    {"has", "no", "not", "with", "without", "is", "hide", "hides", "mit"});

// An element that names the author. Read by credits/byline.cc. Matched: anywhere in a class.
inline constexpr auto kAuthorNames =
    std::to_array<std::string_view>({"byline", "author", "autor", "writer", "auteur"});

// The address of an author's page. Read by credits/byline.cc. Matched: anywhere in a link's address.
inline constexpr auto kAuthorPaths = std::to_array<std::string_view>(
    {"/author", "/bio/", "/by/", "/contributor", "/journalist", "/people/", "/person/", "/profile",
     "/staff/", "/team/", "/writer",
     // German, Spanish; French; Danish and Norwegian
     "/autor", "/redakt", "/auteur", "/forfatter"});

// An element that dates the article. Read by dates/date_elements.cc. Matched: anywhere in its names.
inline constexpr auto kDateNames = std::to_array<std::string_view>(
    {"date", "time", "publish", "posted", "datum", "fecha", "data"});

// The summary above the text. Read by body/standfirst.cc. Matched: anywhere in a class, id or data
// attribute where no letter or digit stands before it and no letter after it.
inline constexpr auto kStandfirstNames = std::to_array<std::string_view>(
    {"standfirst", "subtitle", "sub-title", "subheadline", "sub-headline", "subheading",
     "sub-heading", "subhead", "dek", "deck", "article-summary", "article__summary",
     "articlesummary", "article-description", "article__description", "article-intro",
     "article__intro", "article-lead", "article__lead", "article-lede", "lead-text",
     "article-excerpt", "strapline", "tagline", "storysummary", "story-summary", "summary",
     // German; French
     "vorspann", "untertitel", "chapo", "chapeau",
     // Italian; Spanish, Portuguese
     "sottotitolo", "sommario", "entradilla", "bajada", "sumario",
     // Swedish, Norwegian; Danish
     "ingress", "manchet"});

// The few words above a headline that many templates set within the heading. Read by
// facts/headline.cc. Matched: anywhere in a class.
inline constexpr auto kKickerNames = std::to_array<std::string_view>(
    {"kicker", "overline", "topline", "eyebrow", "visually-hidden", "sr-only",
     // German; Spanish, Italian, French
     "dachzeile", "spitzmarke", "antetitulo", "occhiello", "surtitre"});

// The path of links from the site's front to the article. Read by facts/facts.cc. Matched: anywhere
// in a class, id, item type or label.
inline constexpr auto kBreadcrumbNames = std::to_array<std::string_view>(
    {"breadcrumb", "crumbs", "brotkr", "ariane", "migas", "kruimel", "briciole"});

// The label that names the section. Read by facts/facts.cc. Matched: the whole of a class.
inline constexpr auto kSectionNames = std::to_array<std::string_view>(
    {"section", "section-name", "article-section", "article__section", "category",
     "article-category", "article__category", "post-category",
     // German; French; Spanish, Portuguese; Italian; Dutch
     "rubrik", "ressort", "kategorie", "rubrique", "seccion", "categoria", "sezione", "rubriek"});

// clang-format on

}  // namespace dateline::indexer::page
