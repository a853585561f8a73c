// Pieces that several page templates share. All take plain text and return markup.
#pragma once

#include <string>
#include <string_view>

#include "corpus/generator/pages/page.h"

namespace dateline::corpus {

std::string escape_html(std::string_view text);

// "6 January 2020".
std::string day_in_words(const Timestamp& moment);

// "By Anna Kalbova and Hugo Dernescu, AP", "AP", or empty. Plain text.
std::string byline_text(const Article& article);

// <link rel=canonical> and Open Graph, article:* included.
std::string open_graph(const Article& article);

// A <script> with schema.org's NewsArticle.
std::string json_ld(const Article& article);

// <p> and <h2>, with an advertisement and an invitation between them where the article is long.
std::string body_markup(const Article& article);

std::string tag_list(const Article& article);
std::string menu();
std::string related_list(const Furniture& furniture);
std::string comment_list(const Furniture& furniture);
std::string style_and_scripts();
std::string consent_banner();
std::string footer(const Article& article);

}  // namespace dateline::corpus
