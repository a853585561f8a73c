// Names are cut into words, and each word, and each two in a row, is looked up in a sorted table
// (tables/class_names.inc):
//
//   "c-article__relatedLinks js-track"   →   c, article, related (kRelated), …
//   "read-more"                          →   read, readmore (kRelated)
//   "has-sidebar"                        →   nothing: it speaks of a neighbour
//
// The element's tag decides before any name, then hidden, role and microdata, then class, id, data
// attributes and label. The first furniture that any of them names is the answer; a word for body
// or standfirst counts where there is none. Tested in hints_test.cc.
#include "indexer/extract/page/hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "indexer/extract/tables/element_names.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

using Entry = std::pair<std::string_view, Hint>;

// See class_names.inc.
constexpr auto kWords = std::to_array<Entry>({
#include "indexer/extract/tables/class_names.inc"
});

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
bool negates(std::string_view word) { return is_one_of(kNegatingWords, word); }

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

Hint hint_of_tag_and_role(const Tree& tree, NodeIndex i) {
  const Hint by_tag = hint_of_tag(tree, i);
  if (by_tag != Hint::kNone || tree[i].attributes_count == 0) return by_tag;
  if (tree.has(i, AttributeName::kHidden)) return Hint::kHidden;
  if (tree.attribute(i, AttributeName::kAriaHidden) == "true") return Hint::kHidden;
  return hint_of_role(tree.attribute(i, AttributeName::kRole));
}

Hint hint_of(const Tree& tree, NodeIndex i) {
  Hint hint = hint_of_tag_and_role(tree, i);
  if (hint != Hint::kNone || tree[i].attributes_count == 0) return hint;
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
