// Under which keys <meta> elements state a field, the most trusted first; the first that has a
// value that can be read decides. Matched: the whole of a name, property or item property, in lower
// case.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

// clang-format off: tables

// Read by dates/dates.cc.
inline constexpr auto kPublishedKeys =
    std::to_array<std::string_view>({"article:published_time",
                                     "og:article:published_time",
                                     "datepublished",
                                     "og:published_time",
                                     "article:published",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "dc.date.issued",
                                     "dcterms.issued",
                                     "dcterms.created",
                                     "dc.date.created",
                                     "pubdate",
                                     "publishdate",
                                     "publish-date",
                                     "publish_date",
                                     "publication_date",
                                     "publication-date",
                                     "date.created",
                                     "datecreated",
                                     "article.published",
                                     "article.created",
                                     "article_date_original",
                                     "originalpublicationdate",
                                     "cxenseparse:recs:publishtime",
                                     "citation_publication_date",
                                     "ptime",
                                     "pdate",
                                     "last_updated_date",
                                     "published_at",
                                     "published-date",
                                     "rnews:datepublished",
                                     "dc.date",
                                     "dcterms.date",
                                     "date",
                                     "created",
                                     "timestamp",
                                     "creation_date",
                                     "og:pubdate",
                                     "news_publish_date",
                                     "displaydate",
                                     "uploaddate",
                                     "dcsext.articlefirstpublished"});

// Read by dates/dates.cc.
inline constexpr auto kModifiedKeys = std::to_array<std::string_view>(
    {"article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time",
     "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised", "modified",
     "article.updated", "updated_time", "last_updated_date"});

// Read by credits/byline.cc. Of the first key that has a value all values are taken.
inline constexpr auto kAuthorKeys = std::to_array<std::string_view>(
    {"author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator",
     "dcterms.creator", "dc.contributor", "article.author", "authors", "citation_author",
     "cxenseparse:author"});

// Read by facts/headline.cc.
inline constexpr auto kTitleKeys = std::to_array<std::string_view>(
    {"parsely-title", "sailthru.title", "dc.title", "dcterms.title", "hdl", "headline", "title"});

// Read by facts/facts.cc.
inline constexpr auto kSectionKeys = std::to_array<std::string_view>(
    {"article:section", "og:article:section", "parsely-section", "articlesection", "section",
     "article.section", "sailthru.verticals", "category"});

// clang-format on

}  // namespace dateline::indexer::page
