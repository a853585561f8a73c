// Labels that are not what they stand in the place of: no section, no headline, no article.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

// clang-format off: tables

// The site's front page, first in a path of links. Read by facts/facts.cc. Matched: the whole of a
// label, both folded (letters and digits alone, lower case).
inline constexpr auto kHomeLabels = std::to_array<std::string_view>(
    {"home", "homepage", "frontpage",
     // German; French; Spanish; Portuguese
     "start", "startseite", "accueil", "inicio", "portada", "início",
     // Danish, Norwegian, Swedish; Dutch; Turkish
     "hjem", "forside", "hem", "voorpagina", "anasayfa"});

// What editors set beside the section to say where the site shows the article. Read by
// facts/facts.cc. Matched: the whole of a label, both folded.
inline constexpr auto kPlacingLabels = std::to_array<std::string_view>(
    {"featured", "highlight", "highlights", "articles", "article", "slider", "topnews",
     "topstories", "popular", "breakingnews", "general", "latest", "latestnews", "premium",
     // German; French; Spanish; Italian
     "aktuell", "àlaune", "destacado", "destacada", "destacadas", "titulares", "evidenza",
     "inevidenza"});

// Headlines of pages that stand in an article's place. Read by page/page_kind.cc. Matched: at the
// beginning of a headline in lower case, up to the end of a word.
inline constexpr auto kErrorHeadlines = std::to_array<std::string_view>(
    {"404", "403", "error 404", "page not found", "not found", "access denied", "forbidden",
     "just a moment", "are you a robot", "attention required", "oops", "service unavailable",
     "bad gateway", "security check", "please verify",
     // German; French; Spanish; Italian
     "seite nicht gefunden", "page introuvable", "página no encontrada", "pagina non trovata"});

// What such pages say of what is not there. Read by page/page_kind.cc. Matched: anywhere in a short
// text; capitals of ASCII letters are of no account.
inline constexpr auto kErrorPhrases = std::to_array<std::string_view>(
    {"moved or deleted", "does not exist", "doesn't exist", "could not be found",
     "page you requested", "page you are looking for", "page you were looking for",
     "article you are looking for", "no longer available", "enable javascript and cookies",
     "unusual traffic",
     // German; French; Spanish; Italian; Dutch
     "nicht gefunden", "n'existe pas", "n'existe plus", "no existe", "non esiste", "bestaat niet"});

// clang-format on

}  // namespace dateline::indexer::page
