#include "indexer/extract/page/hints.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::hints_test {
namespace {

struct NamedHint {
  const char* names;
  Hint hint;
};

TEST(HintIn, TellsFurnitureByWordsInGeneralUse) {
  for (const auto& [names, hint] : {
           NamedHint{"main-navigation", Hint::kNavigation},
           NamedHint{"breadcrumbs", Hint::kNavigation},
           NamedHint{"site-footer", Hint::kFooter},
           NamedHint{"sidebar", Hint::kSidebar},
           NamedHint{"c-article__related-links js-track", Hint::kRelated},
           NamedHint{"social-share", Hint::kShare},
           NamedHint{"comments", Hint::kComments},
           NamedHint{"newsletter-signup", Hint::kPromotion},
           NamedHint{"cookie-banner", Hint::kConsent},
           NamedHint{"caption", Hint::kCaption},
           NamedHint{"author-bio", Hint::kAuthor},
           NamedHint{"article-tags", Hint::kTags},
       }) {
    EXPECT_EQ(name_of(hint_in(names)), name_of(hint)) << names;
  }
}

TEST(HintIn, TellsWhatIsTheArticles) {
  EXPECT_EQ(hint_in("article-body"), Hint::kBody);
  EXPECT_EQ(hint_in("standfirst"), Hint::kStandfirst);
  EXPECT_FALSE(is_furniture(Hint::kBody));
  EXPECT_FALSE(is_furniture(Hint::kStandfirst));
  EXPECT_FALSE(is_furniture(Hint::kNone));
  EXPECT_TRUE(is_furniture(Hint::kRelated));
}

TEST(HintIn, SaysNothingOfWordsThatMeanNothing) {
  for (const char* names : {"", "x", "col-md-8", "css-1a2b3c", "js-track wrapper", "grid row"}) {
    EXPECT_EQ(name_of(hint_in(names)), name_of(Hint::kNone)) << names;
  }
}

// The hint of the first element of that kind.
Hint hint_of_first(Tag tag, const std::string& html) {
  const Page page = dateline::testing::page_of(html);
  const NodeIndex at = page.tree.find(tag, 0, page.tree.size());
  if (at == kNoNode) {
    ADD_FAILURE() << "no such element in " << html;
    return Hint::kNone;
  }
  return hint_of(page.tree, at);
}

TEST(HintOf, AnElementsKindSpeaksFirst) {
  EXPECT_EQ(hint_of_first(Tag::kNav, "<nav class='article-body'><p>x</p></nav>"),
            Hint::kNavigation);
  EXPECT_EQ(hint_of_first(Tag::kFigcaption, "<figcaption>x</figcaption>"), Hint::kCaption);
  EXPECT_EQ(hint_of_first(Tag::kVideo, "<video>x</video>"), Hint::kEmbed);
}

TEST(HintOf, WhatIsHiddenIsHidden) {
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div hidden>x</div>"), Hint::kHidden);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div aria-hidden=true>x</div>"), Hint::kHidden);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div aria-hidden=false>x</div>"), Hint::kNone);
}

TEST(HintOf, RolesAndMicrodataCount) {
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div role=navigation>x</div>"), Hint::kNavigation);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div role=contentinfo>x</div>"), Hint::kFooter);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div role=complementary>x</div>"), Hint::kSidebar);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div itemprop=articleBody>x</div>"), Hint::kBody);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div itemprop=comment>x</div>"), Hint::kComments);
}

TEST(HintOf, EachAttributeThatNamesAnElementIsRead) {
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div class=related-articles>x</div>"), Hint::kRelated);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div id=comments>x</div>"), Hint::kComments);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div aria-label='Related articles'>x</div>"), Hint::kRelated);
  EXPECT_EQ(hint_of_first(Tag::kDiv, "<div>x</div>"), Hint::kNone);
}

TEST(HintName, IsForPeople) {
  EXPECT_EQ(name_of(Hint::kRelated), "related links");
  for (int hint = static_cast<int>(Hint::kNavigation); hint <= static_cast<int>(Hint::kBody);
       ++hint) {
    EXPECT_FALSE(name_of(static_cast<Hint>(hint)).empty()) << hint;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::hints_test
