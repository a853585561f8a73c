#include "indexer/extract/page/phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

// How a furniture line begins; lower case. A line is compared up to its first 200 bytes.
constexpr auto kOpenings = std::to_array<std::string_view>({"share this",
                                                            "share on",
                                                            "share via",
                                                            "share article",
                                                            "share full article",
                                                            "share link",
                                                            "copy link",
                                                            "copy/paste",
                                                            "tweet this",
                                                            "advertisement",
                                                            "story continues below",
                                                            "article continues below",
                                                            "continue reading",
                                                            "read more:",
                                                            "read more about",
                                                            "read also",
                                                            "also read",
                                                            "see also:",
                                                            "related:",
                                                            "read next",
                                                            "more:",
                                                            "watch:",
                                                            "listen:",
                                                            "watch now",
                                                            "sign up for",
                                                            "sign up to",
                                                            "subscribe to",
                                                            "subscribe now",
                                                            "click here to",
                                                            "get the latest",
                                                            "get our",
                                                            "follow us",
                                                            "follow him on",
                                                            "follow her on",
                                                            "follow me on",
                                                            "follow @",
                                                            "join our",
                                                            "download our",
                                                            "download the",
                                                            "all rights reserved",
                                                            "copyright ",
                                                            "©",
                                                            "(c) 20",
                                                            "image credit",
                                                            "photo credit",
                                                            "photo:",
                                                            "image:",
                                                            "getty images",
                                                            "loading",
                                                            "to continue reading",
                                                            "already a subscriber",
                                                            "please enable javascript",
                                                            "your browser",
                                                            "javascript is",
                                                            "this article was originally published",
                                                            "this material may not be published",
                                                            "not be published, broadcast",
                                                            "have a tip",
                                                            "got a tip",
                                                            "log in",
                                                            "sign in",
                                                            "register to",
                                                            "skip to",
                                                            "back to top",
                                                            "report this",
                                                            "print this",
                                                            "email this",
                                                            "save this",
                                                            "lesen sie auch",
                                                            "lesen sie mehr",
                                                            "mehr zum thema",
                                                            "lesen sie hier",
                                                            "auch interessant",
                                                            "anzeige",
                                                            "werbung",
                                                            "quelle:",
                                                            "newsletter",
                                                            "lire aussi",
                                                            "à lire aussi",
                                                            "lisez aussi",
                                                            "publicité",
                                                            "partager",
                                                            "abonnez-vous",
                                                            "lea también",
                                                            "lee también",
                                                            "te puede interesar",
                                                            "publicidad",
                                                            "compartir",
                                                            "leggi anche",
                                                            "pubblicità",
                                                            "condividi",
                                                            "lees ook",
                                                            "leia também",
                                                            "leia mais",
                                                            "do you have a story",
                                                            "have you got a story",
                                                            "do you know more",
                                                            "sign up",
                                                            "this video cannot be played",
                                                            "like this:",
                                                            "like loading",
                                                            "if you purchase",
                                                            "our journalism needs your support",
                                                            "this feature is powered by text-to",
                                                            "give your feedback below",
                                                            "listen to this article",
                                                            "if you buy something",
                                                            "we may receive",
                                                            "we may earn",
                                                            "opens in new",
                                                            "opens in a new",
                                                            "this site uses",
                                                            "by using this site",
                                                            "what do you think",
                                                            "tell us what you think",
                                                            "leave a comment",
                                                            "leave a reply",
                                                            "post a comment",
                                                            "send us your",
                                                            "have your say",
                                                            "view comments",
                                                            "show comments",
                                                            "commenting on",
                                                            "comments are"});

constexpr auto kEnders = std::to_array<std::string_view>({"you might also like",
                                                          "you may also like",
                                                          "you might be interested in",
                                                          "related articles",
                                                          "related stories",
                                                          "related news",
                                                          "related posts",
                                                          "related content",
                                                          "related topics",
                                                          "more stories",
                                                          "more from",
                                                          "more on this story",
                                                          "more on this",
                                                          "most read",
                                                          "most popular",
                                                          "most viewed",
                                                          "trending now",
                                                          "trending",
                                                          "recommended for you",
                                                          "recommended",
                                                          "read next",
                                                          "up next",
                                                          "comments",
                                                          "leave a reply",
                                                          "leave a comment",
                                                          "post a comment",
                                                          "join the discussion",
                                                          "about the author",
                                                          "popular stories",
                                                          "latest news",
                                                          "see also",
                                                          "share this articlecomments",
                                                          "mehr zum thema",
                                                          "das könnte sie auch interessieren",
                                                          "auch interessant",
                                                          "kommentare",
                                                          "meistgelesen",
                                                          "sur le même sujet",
                                                          "à lire aussi",
                                                          "vous aimerez aussi",
                                                          "commentaires",
                                                          "noticias relacionadas",
                                                          "te puede interesar",
                                                          "articoli correlati",
                                                          "potrebbe interessarti",
                                                          "notícias relacionadas",
                                                          "around the web",
                                                          "read more on this",
                                                          "réactions",
                                                          "les plus lus",
                                                          "newsletter",
                                                          "never miss a story",
                                                          "most commented",
                                                          "más información",
                                                          "lo más leído",
                                                          "leserkommentare",
                                                          "weitere artikel",
                                                          "weitere themen",
                                                          "mehr aus",
                                                          "in other news",
                                                          "editor's picks",
                                                          "don't miss",
                                                          "promoted stories",
                                                          "sponsored",
                                                          "from around the web",
                                                          "more news",
                                                          "top stories",
                                                          "latest stories",
                                                          "latest articles",
                                                          "what to read next",
                                                          "recommended stories",
                                                          "recommended reading",
                                                          "discover more",
                                                          "explore more",
                                                          "join the conversation",
                                                          "tags",
                                                          "topics",
                                                          "share this story",
                                                          "share this article",
                                                          "about the authors",
                                                          "contact us",
                                                          "journal information",
                                                          "provided by",
                                                          "tell us what you think..."});

bool is_word_end(std::string_view line, std::size_t at) {
  return at >= line.size() || !is_ascii_alnum(line[at]);
}

}  // namespace

bool is_furniture_line(std::string_view line) {
  // A short opening says enough of a short line alone.
  constexpr std::size_t kLongest = 500;
  constexpr std::size_t kShort = 200;
  if (line.size() > kLongest) return false;
  const std::string lower = to_ascii_lower(line);
  return std::any_of(kOpenings.begin(), kOpenings.end(), [&](std::string_view opening) {
    if (opening.size() < 10 && line.size() > kShort) return false;
    return lower.compare(0, opening.size(), opening) == 0 &&
           (!is_ascii_alnum(opening.back()) || is_word_end(lower, opening.size()));
  });
}

bool is_consent_text(std::string_view text) {
  if (find_ignoring_ascii_case(text, "partners process data") != std::string_view::npos)
    return true;
  if (find_ignoring_ascii_case(text, "cookie") == std::string_view::npos) return false;
  static constexpr auto kAlso = std::to_array<std::string_view>(
      {"website", "web site", "this site", "our site", "browser", "consent", "preferences",
       "privacy", "personal", "seite", "navega", "navigat", "sitio", "sito", "analytics"});
  return std::any_of(kAlso.begin(), kAlso.end(), [&](std::string_view word) {
    return find_ignoring_ascii_case(text, word) != std::string_view::npos;
  });
}

bool opens_furniture(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return false;
  std::string lower = to_ascii_lower(line);
  while (!lower.empty() && (lower.back() == ':' || lower.back() == ' ' || lower.back() == '.')) {
    lower.pop_back();
  }
  // "Never miss a story: get our brief".
  const std::string_view name = std::string_view(lower).substr(0, lower.find(':'));
  return std::find(kEnders.begin(), kEnders.end(), name) != kEnders.end();
}

}  // namespace dateline::indexer::page
