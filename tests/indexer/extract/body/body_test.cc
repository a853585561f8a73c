#include "indexer/extract/body/body.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::body_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;
using dateline::testing::sentence;
using dateline::testing::texts_of;

using Texts = std::vector<std::string>;

struct Found {
  Texts texts;
  std::map<std::string, std::string> cut;  // text to reason
};

Found body_of(const std::string& html) {
  const Page page = page_of(html);
  const Body body = find_body(page);
  Found found{texts_of(page, body.blocks), {}};
  for (const CutBlock& cut : body.cut) {
    found.cut.emplace(page.blocks.text(cut.block), cut.reason);
  }
  return found;
}

const std::string kTitle = "<h1>The harbour board closes the bridge</h1>";

TEST(Body, HasWhatACarrierOfTextMayBeAndNoLabels) {
  const Found found = body_of(kTitle + "<div>" + paragraphs(1, 2) +
                              "<h2>What the papers say</h2><ul><li>One</li><li>Two</li></ul>"
                              "<blockquote>Short words</blockquote><pre>Line</pre>"
                              "<p>A short paragraph</p><div>A label</div>" +
                              paragraphs(3, 1) + "</div>");
  EXPECT_EQ(found.texts, (Texts{sentence(1), sentence(2), "What the papers say", "One", "Two",
                                "Short words", "Line", "A short paragraph", sentence(3)}));
}

TEST(Body, EndsWithNoHeading) {
  const Found found = body_of(kTitle + "<div>" + paragraphs(1, 3) +
                              "<h2>More on bridges</h2><h3>Ferries</h3></div>");
  EXPECT_EQ(found.texts, (Texts{sentence(1), sentence(2), sentence(3)}));
}

TEST(Body, TellsWhyProseWasLeftOut) {
  const std::string cookies =
      "We use cookies on this website, and our partners read what your browser sends, always.";
  const std::string rights =
      "Copyright 2020 by the harbour town's courier, all of whose rights are kept, as ever.";
  const Found found = body_of(kTitle + "<div>" + paragraphs(1, 3) + "<p>" + rights + "</p><p>" +
                              cookies + "</p><div class=newsletter><p>" + sentence(7) +
                              "</p></div>" + paragraphs(4, 3) + "</div>");
  EXPECT_EQ(found.texts.size(), 6U);
  EXPECT_EQ(found.cut.at(rights), "furniture line");
  EXPECT_EQ(found.cut.at(sentence(7)), "promotion");
  EXPECT_EQ(found.cut.count(cookies), 0U) << "consent texts are no prose, and so are not told";
}

TEST(Body, OfAnArticleAboutCookiesKeepsThem) {
  const std::string about =
      "The court said that cookies of a website are a matter of consent, which one may refuse.";
  const std::string text = "<div>" + paragraphs(1, 3) + "<p>" + about + "</p></div>";
  EXPECT_EQ(body_of("<title>Cookie ruling</title>" + kTitle + text).texts.size(), 4U);
  EXPECT_EQ(body_of("<title>Harbour ruling</title>" + kTitle + text).texts.size(), 3U);
}

TEST(Body, LosesNoParagraphForAWordThatItHas) {
  const std::string baking =
      "Some stalls mark down bread and cookies then, and it pays to look at their website too.";
  const std::string text = "<div>" + paragraphs(1, 3) + "<p>" + baking + "</p></div>";
  EXPECT_EQ(body_of(kTitle + text).texts, (Texts{sentence(1), sentence(2), sentence(3), baking}));
}

TEST(Body, LosesNoParagraphForAPhraseThatItBeginsWith) {
  const std::string docks = "Loading docks at the harbour stay shut, the council said, until June.";
  const auto text = [](const std::string& line) {
    return kTitle + "<div>" + paragraphs(1, 3) + "<p>" + line + "</p>" + paragraphs(4, 3) +
           "</div>";
  };
  EXPECT_EQ(body_of(text(docks)).texts.size(), 7U);
  EXPECT_EQ(body_of(text("<a href=/x>" + docks + "</a>")).texts.size(), 6U) << "a link is no text";
  EXPECT_EQ(body_of(text("<b>" + docks + "</b>")).texts.size(), 6U) << "nor is a call";
}

TEST(Body, OfAShortItemMayStandFarBelowTheHeadline) {
  std::string labels;
  for (int i = 0; i < 20; ++i) labels += "<div>Label " + std::to_string(i) + "</div>";
  EXPECT_EQ(body_of(kTitle + labels + "<p>" + sentence(1) + "</p>").texts, Texts{sentence(1)});
}

TEST(Body, IsThereHoweverItsElementsAreNamed) {
  for (const std::string name :
       {"comment", "footer", "gdpr", "menu", "related", "promo", "share"}) {
    std::string text;
    Texts expected;
    for (int i = 1; i <= 4; ++i) {
      text += "<p class=" + name + ">" + sentence(i) + "</p>";
      expected.push_back(sentence(i));
    }
    EXPECT_EQ(body_of(kTitle + "<div>" + text + "</div>").texts, expected) << name;
  }
}

TEST(Body, OfADialogueHasItsShortestLines) {
  const Texts lines{"When did it fall down?", "At noon, he said.", "Who saw it?", "The watchman."};
  for (const char* tag : {"p", "div"}) {
    std::string html;
    for (const std::string& line : lines) {
      html += std::string("<") + tag + ">" + line + "</" + tag + ">";
    }
    EXPECT_EQ(body_of(kTitle + "<section>" + html + "</section>").texts, lines) << tag;
  }
  EXPECT_EQ(body_of(kTitle + "<div>" + lines[0] + "<br><br>" + lines[1] + "<br><br>" + lines[2] +
                    "<br><br>" + lines[3] + "</div>")
                .texts,
            lines);
}

TEST(Body, GoesOnBehindALabelThatHeadsNothing) {
  const Found found = body_of(kTitle + "<article><div class=t>" + paragraphs(1, 3) +
                              "</div><div><header><h3>Trending</h3></header><ul></ul></div>"
                              "<div class=t>" +
                              paragraphs(4, 2) + "</div></article>");
  EXPECT_EQ(found.texts.size(), 5U);
}

TEST(Body, HasATableWhole) {
  const std::string table =
      "<table><tr><th>Pos.</th><th>Rower</th></tr><tr><td>1</td><td>Moor</td></tr>"
      "<tr><td>2</td><td>Ribeira</td></tr></table>";
  const Page page =
      page_of(kTitle + "<div>" + paragraphs(1, 3) + table + paragraphs(4, 2) + "</div>");
  const std::string text = text_of(find_body(page), page);
  EXPECT_NE(text.find("\n\nPos.\tRower\n1\tMoor\n2\tRibeira\n\n"), std::string::npos) << text;
}

TEST(Body, IsFoundInScriptsWithoutSpaces) {
  const std::string one =
      "港務局週一表示，橫跨海峽的大橋因風暴而關閉，工程師六年來一直警告其支座有裂縫。";
  const std::string two =
      "部長說，在查明原因之前，大橋將保持關閉，渡輪將每小時運行一次，直至另行通知。";
  EXPECT_EQ(body_of("<h1>大橋關閉</h1><div><p>" + one + "</p><p>" + two + "</p></div>").texts,
            (Texts{one, two}));
}

TEST(Body, IsFoundInScriptsWithoutFullStops) {
  const struct {
    const char* script;
    std::string phrase;
  } kScripts[] = {
      {"Thai", "คณะกรรมการท่าเรือกล่าวเมื่อวันอังคารว่าท่าเรือข้ามฟากจะเปิดอีกครั้งในวันจันทร์"},
      {"Lao", "ຄະນະກຳມະການທ່າເຮືອກ່າວໃນວັນອັງຄານວ່າທ່າເຮືອຂ້າມຟາກຈະເປີດອີກໃນວັນຈັນ"},
      {"Khmer", "គណៈកម្មការកំពង់ផែបាននិយាយនៅថ្ងៃអង្គារថាកំពង់ផែនឹងបើកឡើងវិញនៅថ្ងៃចន្ទខាងមុខនេះ"},
      {"Burmese", "ဆိပ်ကမ်းအဖွဲ့ကအင်္ဂါနေ့တွင်ကူးတို့ဆိပ်ကိုတနင်္လာနေ့တွင်ပြန်ဖွင့်မည်ဟုပြောကြားခဲ့သည်"},
  };
  for (const auto& [script, phrase] : kScripts) {
    const std::string one = phrase + phrase;
    const std::string two = phrase + " " + phrase;
    EXPECT_EQ(body_of("<h1>X</h1><div><p>" + one + "</p><p>" + two + "</p></div>").texts,
              (Texts{one, two}))
        << script;
  }
}

TEST(Body, OfAPageWithoutTextIsEmpty) {
  for (const char* html : {"<p></p>", "<h1>Alone</h1>", "<nav><a href=/>Home</a></nav>"}) {
    EXPECT_EQ(body_of(html).texts, Texts{}) << html;
  }
}

TEST(BodyText, HasAnEmptyLineBetweenParagraphs) {
  const Page page = page_of("<p>One</p><p>Two</p><p>Three</p>");
  Body body;
  EXPECT_EQ(text_of(body, page), "");
  body.blocks = {1};
  EXPECT_EQ(text_of(body, page), "Two");
  body.blocks = {0, 2};
  EXPECT_EQ(text_of(body, page), "One\n\nThree");
}

}  // namespace
}  // namespace dateline::indexer::page::body_test
