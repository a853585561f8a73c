#include "indexer/agency/blocks.h"

#include <gtest/gtest.h>

#include <string_view>

namespace dateline::indexer::agency::blocks_test {
namespace {

struct Case {
  std::string_view markup;
  std::string_view text;
};

TEST(Blocks, MarkupIsParagraphsRowsAndLines) {
  for (const Case& one :
       {Case{"<p>One <b>two</b>\n three</p><p>Four</p>", "One two three\n\nFour"},
        Case{"Loose<p>One</p>end", "Loose\n\nOne\n\nend"},
        Case{"<ul><li>One</li><li><p>Two</p></li></ul>", "One\n\nTwo"},
        Case{"<p>One<br/>two<br/><br/>Three</p>", "One two\n\nThree"},
        Case{"<table><tr><td>a</td>\n<td>b</td></tr>\n<tr><td><p>c</p><p>d</p></td><td/></tr></"
             "table>",
             "a\tb\nc d\t"},
        Case{"<table><caption>Wind</caption><thead><tr><th>Day</th></tr></thead><tr><td> "
             "</td></tr></table>",
             "Wind\nDay"},
        Case{"<pre>Lee   3\n Day   4\n</pre><p>x</p>", "Lee 3\nDay 4\n\nx"},
        Case{"<p>One</p><figure><img/><figcaption>Not this</figcaption></figure><p>Two</p>",
             "One\n\nTwo"},
        Case{"<bq><block><p>No.</p></block><credit>Ann Lee</credit></bq>", "No.\n\nAnn Lee"},
        Case{"<p>Caf&eacute;&nbsp;au lait</p>", "Café au lait"}, Case{"", ""},
        // Not well-formed: as the strings of pages are read.
        Case{"<p>One<p>Two", "One\n\nTwo"}, Case{"<p>1 < 2</b>", "1 < 2"}}) {
    EXPECT_EQ(block_text_of(one.markup), one.text) << one.markup;
  }
}

TEST(Blocks, PlainTextIsPartedByEmptyLinesOrElseByLines) {
  for (const Case& one :
       {Case{"One\ntwo\n\nThree\n", "One two\n\nThree"}, Case{"One\nTwo", "One\n\nTwo"},
        Case{"\n\n One \r\n \r\n Two", "One\n\nTwo"}, Case{"  ", ""}}) {
    EXPECT_EQ(paragraphs_of(one.markup), one.text) << one.markup;
  }
}

}  // namespace
}  // namespace dateline::indexer::agency::blocks_test
