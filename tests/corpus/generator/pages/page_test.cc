#include "corpus/generator/pages/page.h"

#include <gtest/gtest.h>

#include "corpus/generator/pages/page_parts.h"

namespace dateline::corpus {
namespace {

constexpr CorpusOptions kOptions{.seed = 5, .mean_words = 200};

// One article of each outlet, and so of each template.
class PageOfOutlet : public testing::TestWithParam<std::uint64_t> {
 protected:
  CorpusModel model_{kOptions};
  Article article_ = model_.article(GetParam());
  const Outlet& outlet_ = Layout::outlet_of(GetParam());
  std::string page_ = render_page(article_, outlet_, furniture_of(model_, GetParam()));

  bool states(std::string_view text) const {
    return page_.find(escape_html(text)) != std::string::npos;
  }
};

TEST_P(PageOfOutlet, StatesWhatItsRecordHas) {
  EXPECT_TRUE(states(article_.headline));
  EXPECT_TRUE(states(article_.standfirst));
  EXPECT_TRUE(states(article_.section) || states("Home &gt; " + article_.section));
  EXPECT_TRUE(states(article_.source));
  for (const std::string& name : article_.byline) EXPECT_TRUE(states(name)) << name;
  for (const std::string& name : article_.agencies) EXPECT_TRUE(states(name)) << name;
  for (const std::string& tag : article_.tags) EXPECT_TRUE(states(tag)) << tag;
  for (const std::string_view paragraph : paragraphs(article_.body)) {
    EXPECT_TRUE(page_.find(">" + escape_html(paragraph) + "<") != std::string::npos) << paragraph;
  }
}

TEST_P(PageOfOutlet, StatesItsDates) {
  if (outlet_.states_time) {
    EXPECT_TRUE(states(article_.published->to_string()));
    EXPECT_TRUE(!article_.modified || states(article_.modified->to_string()));
  } else {
    EXPECT_TRUE(states(day_in_words(*article_.published)));
  }
  EXPECT_EQ(page_.find("rel=\"canonical\"") != std::string::npos, !article_.canonical_url.empty());
}

TEST_P(PageOfOutlet, IsOnePage) {
  EXPECT_EQ(page_.find("<!DOCTYPE html"), 0U);
  EXPECT_EQ(page_.rfind("<!DOCTYPE html"), 0U);
  EXPECT_TRUE(page_.ends_with("</html>\n"));
}

INSTANTIATE_TEST_SUITE_P(Outlets, PageOfOutlet, testing::Range<std::uint64_t>(0, outlets().size()));

TEST(Page, HasFurnitureThatIsNotTheArticles) {
  const CorpusModel model(kOptions);
  const Furniture furniture = furniture_of(model, 4);
  ASSERT_EQ(furniture.related.size(), 4U);
  ASSERT_EQ(furniture.comments.size(), 4U);
  const Article article = model.article(4);
  for (const auto& link : furniture.related) EXPECT_NE(link.headline, article.headline);
}

TEST(Page, EscapesWhatMarkupWouldTake) {
  EXPECT_EQ(escape_html("Kaltex & Sons <\"a\">"), "Kaltex &amp; Sons &lt;&quot;a&quot;&gt;");
}

TEST(Page, BylinesReadAsPapersWriteThem) {
  Article article;
  EXPECT_EQ(byline_text(article), "");
  article.agencies = {"AP"};
  EXPECT_EQ(byline_text(article), "AP");
  article.byline = {"Anna Kalbova", "Hugo Dernescu"};
  EXPECT_EQ(byline_text(article), "By Anna Kalbova and Hugo Dernescu, AP");
}

TEST(Page, JsonCannotEndItsScript) {
  Article article;
  article.headline = "a </script> b";
  EXPECT_EQ(json_ld(article).find("</script> b"), std::string::npos);
}

}  // namespace
}  // namespace dateline::corpus
