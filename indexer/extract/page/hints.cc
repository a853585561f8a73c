#include "indexer/extract/page/hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

using Entry = std::pair<std::string_view, Hint>;

// Words of class names, and pairs of words written together ("readmore" also stands for
// "read-more"). Sorted, for binary search.
constexpr std::array kWords{
    Entry{"usage", Hint::kFooter},
    Entry{"rail", Hint::kSidebar},
    Entry{"foot", Hint::kFooter},
    Entry{"colophon", Hint::kFooter},
    Entry{"disclaimer", Hint::kFooter},

    Entry{"schlagworte", Hint::kTags},
    Entry{"schlagwoerter", Hint::kTags},
    Entry{"motscles", Hint::kTags},
    Entry{"etiquetas", Hint::kTags},
    Entry{"werkzeuge", Hint::kShare},
    Entry{"outils", Hint::kShare},
    Entry{"redes", Hint::kShare},
    Entry{"partage", Hint::kShare},
    Entry{"teilen", Hint::kShare},
    Entry{"reactions", Hint::kComments},
    Entry{"reaction", Hint::kComments},
    Entry{"imgcap", Hint::kCaption},
    Entry{"bildunterschrift", Hint::kCaption},
    Entry{"legende", Hint::kCaption},
    Entry{"pullquote", Hint::kCaption},
    Entry{"encart", Hint::kSidebar},
    Entry{"signature", Hint::kAuthor},
    Entry{"firma", Hint::kAuthor},
    Entry{"meistgelesen", Hint::kRelated},
    Entry{"aroundtheweb", Hint::kRelated},
    Entry{"comentario", Hint::kComments},
    Entry{"comentarios", Hint::kComments},
    Entry{"commenti", Hint::kComments},
    Entry{"reacties", Hint::kComments},
    Entry{"komentarze", Hint::kComments},
    Entry{"leserkommentare", Hint::kComments},
    Entry{"ad", Hint::kPromotion},
    Entry{"addthis", Hint::kShare},
    Entry{"ads", Hint::kPromotion},
    Entry{"adslot", Hint::kPromotion},
    Entry{"advert", Hint::kPromotion},
    Entry{"advertisement", Hint::kPromotion},
    Entry{"advertising", Hint::kPromotion},
    Entry{"adverts", Hint::kPromotion},
    Entry{"alsoread", Hint::kRelated},
    Entry{"anzeige", Hint::kPromotion},
    Entry{"articlebody", Hint::kBody},
    Entry{"articlecontent", Hint::kBody},
    Entry{"articletext", Hint::kBody},
    Entry{"authorbio", Hint::kAuthor},
    Entry{"authorbox", Hint::kAuthor},
    Entry{"authorinfo", Hint::kAuthor},
    Entry{"banner", Hint::kPromotion},
    Entry{"bio", Hint::kAuthor},
    Entry{"breadcrumb", Hint::kNavigation},
    Entry{"breadcrumbs", Hint::kNavigation},
    Entry{"byline", Hint::kAuthor},
    Entry{"bylines", Hint::kAuthor},
    Entry{"caption", Hint::kCaption},
    Entry{"captions", Hint::kCaption},
    Entry{"carousel", Hint::kRelated},
    Entry{"comment", Hint::kComments},
    Entry{"commentaires", Hint::kComments},
    Entry{"commentary", Hint::kNone},
    Entry{"commenting", Hint::kComments},
    Entry{"comments", Hint::kComments},
    Entry{"consent", Hint::kConsent},
    Entry{"cookie", Hint::kConsent},
    Entry{"cookies", Hint::kConsent},
    Entry{"copyright", Hint::kFooter},
    Entry{"credit", Hint::kCaption},
    Entry{"credits", Hint::kCaption},
    Entry{"disqus", Hint::kComments},
    Entry{"donate", Hint::kPromotion},
    Entry{"donation", Hint::kPromotion},
    Entry{"entrycontent", Hint::kBody},
    Entry{"facebook", Hint::kShare},
    Entry{"fbpost", Hint::kEmbed},
    Entry{"figcaption", Hint::kCaption},
    Entry{"followus", Hint::kShare},
    Entry{"footer", Hint::kFooter},
    Entry{"gallery", Hint::kCaption},
    Entry{"gdpr", Hint::kConsent},
    Entry{"hidden", Hint::kHidden},
    Entry{"instagram", Hint::kEmbed},
    Entry{"invisible", Hint::kHidden},
    Entry{"keywords", Hint::kTags},
    Entry{"kommentar", Hint::kComments},
    Entry{"kommentare", Hint::kComments},
    Entry{"lightbox", Hint::kCaption},
    Entry{"linkbox", Hint::kRelated},
    Entry{"login", Hint::kForm},
    Entry{"masthead", Hint::kNavigation},
    Entry{"menu", Hint::kNavigation},
    Entry{"modal", Hint::kForm},
    Entry{"morefrom", Hint::kRelated},
    Entry{"moreon", Hint::kRelated},
    Entry{"mostread", Hint::kRelated},
    Entry{"mostviewed", Hint::kRelated},
    Entry{"nav", Hint::kNavigation},
    Entry{"navbar", Hint::kNavigation},
    Entry{"navigation", Hint::kNavigation},
    Entry{"newsletter", Hint::kPromotion},
    Entry{"newsletters", Hint::kPromotion},
    Entry{"nextarticle", Hint::kRelated},
    Entry{"noprint", Hint::kForm},
    Entry{"onetrust", Hint::kConsent},
    Entry{"outbrain", Hint::kRelated},
    Entry{"pagination", Hint::kNavigation},
    Entry{"popular", Hint::kRelated},
    Entry{"popup", Hint::kForm},
    Entry{"postcontent", Hint::kBody},
    Entry{"postmeta", Hint::kAuthor},
    Entry{"promo", Hint::kPromotion},
    Entry{"promoted", Hint::kPromotion},
    Entry{"promos", Hint::kPromotion},
    Entry{"promotion", Hint::kPromotion},
    Entry{"publicidad", Hint::kPromotion},
    Entry{"readalso", Hint::kRelated},
    Entry{"readmore", Hint::kRelated},
    Entry{"readnext", Hint::kRelated},
    Entry{"recirc", Hint::kRelated},
    Entry{"recirculation", Hint::kRelated},
    Entry{"recommend", Hint::kRelated},
    Entry{"recommendation", Hint::kRelated},
    Entry{"recommendations", Hint::kRelated},
    Entry{"recommended", Hint::kRelated},
    Entry{"related", Hint::kRelated},
    Entry{"relatedarticles", Hint::kRelated},
    Entry{"relatednews", Hint::kRelated},
    Entry{"relatedposts", Hint::kRelated},
    Entry{"relatedstories", Hint::kRelated},
    Entry{"relacionadas", Hint::kRelated},
    Entry{"relacionados", Hint::kRelated},
    Entry{"replies", Hint::kComments},
    Entry{"respond", Hint::kComments},
    Entry{"rightrail", Hint::kSidebar},
    Entry{"screenreader", Hint::kHidden},
    Entry{"seealso", Hint::kRelated},
    Entry{"share", Hint::kShare},
    Entry{"sharebar", Hint::kShare},
    Entry{"sharethis", Hint::kShare},
    Entry{"sharing", Hint::kShare},
    Entry{"sidebar", Hint::kSidebar},
    Entry{"signin", Hint::kForm},
    Entry{"signup", Hint::kPromotion},
    Entry{"slideshow", Hint::kCaption},
    Entry{"social", Hint::kShare},
    Entry{"socialmedia", Hint::kShare},
    Entry{"sponsor", Hint::kPromotion},
    Entry{"sponsored", Hint::kPromotion},
    Entry{"sronly", Hint::kHidden},
    Entry{"standfirst", Hint::kStandfirst},
    Entry{"storybody", Hint::kBody},
    Entry{"storycontent", Hint::kBody},
    Entry{"subscribe", Hint::kPromotion},
    Entry{"subscription", Hint::kPromotion},
    Entry{"taboola", Hint::kRelated},
    Entry{"tagcloud", Hint::kTags},
    Entry{"taglist", Hint::kTags},
    Entry{"tags", Hint::kTags},
    Entry{"tiktok", Hint::kEmbed},
    Entry{"tooltip", Hint::kHidden},
    Entry{"topics", Hint::kTags},
    Entry{"trending", Hint::kRelated},
    Entry{"tweet", Hint::kEmbed},
    Entry{"upnext", Hint::kRelated},
    Entry{"videoplayer", Hint::kEmbed},
    Entry{"visuallyhidden", Hint::kHidden},
    Entry{"youmaylike", Hint::kRelated},
};

constexpr auto kSorted = [] {
  auto words = kWords;
  std::sort(words.begin(), words.end(),
            [](const Entry& a, const Entry& b) { return a.first < b.first; });
  return words;
}();

Hint look_up(std::string_view word) {
  const auto* at = std::lower_bound(kSorted.begin(), kSorted.end(), word,
                                    [](const Entry& e, std::string_view w) { return e.first < w; });
  return at != kSorted.end() && at->first == word ? at->second : Hint::kNone;
}

// "has-sidebar" and "no-comments" speak of what is elsewhere or is not there.
bool negates(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kNegating{
      "has", "no", "not", "with", "without", "is", "hide", "hides", "mit"};
  return std::find(kNegating.begin(), kNegating.end(), word) != kNegating.end();
}

// Splits at everything but letters and digits and where "camelCase" has a capital; hands each word
// to `use`, in lower case, until it returns true.
template <typename Use>
void each_word(std::string_view names, Use use) {
  std::array<char, 32> word{};
  std::size_t size = 0;
  const auto finish = [&](bool ends_name) {
    const bool stop = size > 0 && use(std::string_view(word.data(), size), ends_name);
    size = 0;
    return stop;
  };
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = is_ascii_alnum(c);
    const bool hump = is_ascii_upper(c) && i > 0 && is_ascii_lower(names[i - 1]);
    if ((!letter || hump) && size > 0 && finish(is_ascii_space(c))) return;
    if (letter && size < word.size()) word[size++] = ascii_lower(c);
  }
}

Hint stronger(Hint a, Hint b) {
  if (!is_furniture(a)) return b == Hint::kNone ? a : b;
  return a;
}

}  // namespace

std::string_view name_of(Hint hint) {
  static constexpr std::array<std::string_view, 17> kNames{
      "none",          "navigation", "footer",       "sidebar",    "related links", "share links",
      "comments",      "promotion",  "consent text", "caption",    "author box",    "tags",
      "embedded post", "hidden",     "form",         "standfirst", "body"};
  return kNames[static_cast<std::size_t>(hint)];
}

bool is_furniture(Hint hint) {
  return hint != Hint::kNone && hint != Hint::kBody && hint != Hint::kStandfirst;
}

Hint hint_in(std::string_view names) {
  Hint found = Hint::kNone;
  std::string previous;
  each_word(names, [&](std::string_view word, bool ends_name) {
    Hint hint = negates(previous) ? Hint::kNone : look_up(word);
    // "hidden-xs" is hidden on some screens only.
    if (hint == Hint::kHidden && word == "hidden" && !(ends_name && previous.empty())) {
      hint = Hint::kNone;
    }
    if (hint == Hint::kNone && !previous.empty()) {
      hint = look_up(previous.append(word));
    }
    found = stronger(found, hint);
    previous = ends_name ? std::string_view() : word;
    return is_furniture(found);
  });
  return found;
}

namespace {

Hint hint_of_tag(const Tree& tree, NodeIndex i) {
  switch (tree[i].tag) {
    case Tag::kNav:
    case Tag::kMenu:
      return Hint::kNavigation;
    case Tag::kFooter:
      return Hint::kFooter;
    case Tag::kAside:
      return Hint::kSidebar;
    case Tag::kForm:
    case Tag::kButton:
    case Tag::kDialog:
    case Tag::kLabel:
    case Tag::kOption:
    case Tag::kFieldset:
      return Hint::kForm;
    case Tag::kFigure:
    case Tag::kFigcaption:
    case Tag::kCaption:
    case Tag::kPicture:
      return Hint::kCaption;
    case Tag::kAudio:
    case Tag::kVideo:
      return Hint::kEmbed;
    default:
      return Hint::kNone;
  }
}

Hint hint_of_role(std::string_view role) {
  if (role.empty()) return Hint::kNone;
  if (role == "navigation" || role == "menu" || role == "menubar") return Hint::kNavigation;
  if (role == "contentinfo") return Hint::kFooter;
  if (role == "complementary") return Hint::kSidebar;
  if (role == "dialog" || role == "search" || role == "form" || role == "button")
    return Hint::kForm;
  return Hint::kNone;
}

Hint hint_of_itemprop(std::string_view property) {
  if (property.empty()) return Hint::kNone;
  if (property.find("articleBody") != std::string_view::npos) return Hint::kBody;
  if (property == "comment") return Hint::kComments;
  if (property == "caption") return Hint::kCaption;
  if (property == "author") return Hint::kAuthor;
  return Hint::kNone;
}

}  // namespace

Hint hint_of(const Tree& tree, NodeIndex i) {
  const Hint by_tag = hint_of_tag(tree, i);
  if (by_tag != Hint::kNone || tree[i].attributes_count == 0) return by_tag;
  if (tree.has(i, AttributeName::kHidden)) return Hint::kHidden;
  if (tree.attribute(i, AttributeName::kAriaHidden) == "true") return Hint::kHidden;
  Hint hint = hint_of_role(tree.attribute(i, AttributeName::kRole));
  hint = stronger(hint, hint_of_itemprop(tree.attribute(i, AttributeName::kItemprop)));
  for (const AttributeName name : {AttributeName::kClass, AttributeName::kId, AttributeName::kData,
                                   AttributeName::kAriaLabel}) {
    if (is_furniture(hint)) break;
    const std::string_view value = tree.attribute(i, name);
    if (!value.empty()) hint = stronger(hint, hint_in(value));
  }
  return hint;
}

}  // namespace dateline::indexer::page
