// What an element's names (class, id, role, label) say of what it holds. Only words in general use
// count: no word here belongs to one site.
#pragma once

#include <string_view>

#include "indexer/extract/markup/tree.h"

namespace dateline::indexer::page {

enum class Hint : std::uint8_t {
  kNone,
  kNavigation,
  kFooter,
  kSidebar,
  kRelated,
  kShare,
  kComments,
  kPromotion,  // newsletters, subscriptions, advertising
  kConsent,
  kCaption,  // captions, credits, galleries
  kAuthor,   // byline, biography
  kTags,
  kEmbed,  // posts of others, players
  kHidden,
  kForm,
  kStandfirst,  // not furniture: the summary above the body
  kBody,        // not furniture: the text itself
};

// For `extract --explain`: "related links".
std::string_view name_of(Hint hint);

// True for all but kNone, kBody and kStandfirst.
bool is_furniture(Hint hint);

// Of the element `i` itself, not of those around it.
Hint hint_of(const Tree& tree, NodeIndex i);

// The same by its tag, its role and whether it is hidden, whatever its names say.
Hint hint_of_tag_and_role(const Tree& tree, NodeIndex i);

// Of one value of a class or id attribute, e.g. "c-article__related-links js-track".
Hint hint_in(std::string_view names);

}  // namespace dateline::indexer::page
