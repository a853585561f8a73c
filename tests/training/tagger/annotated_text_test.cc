#include "training/tagger/annotated_text.h"

#include <gtest/gtest.h>

#include "common/base/file.h"

namespace dateline::training {
namespace {

constexpr const char* kFile =
    "# source: written for this test\n"
    "# newdoc id = a\n"
    "Mark\tB-PER\nEsper\tI-PER\nleft\tO\nSyria\tB-LOC\nIraq\tB-LOC\n.\tO\n"
    "\n"
    "Al-Jazeera\tB-ORG\n's\tO\nfilm\tO\n"
    "# newdoc id = b\n"
    "#\tO\nIranians\tB-MISC\n";

class AnnotatedText : public testing::Test {
 protected:
  void SetUp() override {
    const std::string path = testing::TempDir() + "annotated_text_test.tsv";
    ASSERT_TRUE(replace_file(path, kFile));
    auto read = read_annotated(path);
    ASSERT_TRUE(read) << read.error().to_string();
    documents_ = std::move(*read);
  }

  // "Mark Esper:0 Syria:2": the names with the numbers of their kinds.
  static std::string names_in(const MarkedText& marked) {
    std::string out;
    for (const GoldSpan& span : marked.names) {
      out += out.empty() ? "" : "|";
      out += marked.text.substr(span.begin, span.end - span.begin);
      out += ":" + std::to_string(static_cast<int>(span.kind));
    }
    return out;
  }

  std::vector<AnnotatedDocument> documents_;
};

TEST_F(AnnotatedText, DocumentsAndSentencesEndWhereTheFileSaysSo) {
  ASSERT_EQ(documents_.size(), 2U);
  EXPECT_EQ(documents_[0].sentences.size(), 2U);
  EXPECT_EQ(documents_[1].sentences[0][0].text, "#") << "a token, not a comment";
}

TEST_F(AnnotatedText, NamesAreMarkedWhereTheyStandInTheText) {
  const MarkedText marked = render(documents_[0], Spacing::kTokens);
  EXPECT_EQ(marked.text, "Mark Esper left Syria Iraq .\nAl-Jazeera 's film\n");
  EXPECT_EQ(names_in(marked), "Mark Esper:0|Syria:2|Iraq:2|Al-Jazeera:1");
}

TEST_F(AnnotatedText, ProseHasItsPunctuationWhereNewspapersHaveIt) {
  const MarkedText marked = render(documents_[0], Spacing::kProse);
  EXPECT_EQ(marked.text, "Mark Esper left Syria Iraq.\nAl-Jazeera's film\n");
  EXPECT_EQ(names_in(marked), "Mark Esper:0|Syria:2|Iraq:2|Al-Jazeera:1");
}

TEST_F(AnnotatedText, SplitHyphensBelongToTheirName) {
  EXPECT_EQ(names_in(render(documents_[0], Spacing::kSplitHyphens)),
            "Mark Esper:0|Syria:2|Iraq:2|Al - Jazeera:1");
}

}  // namespace
}  // namespace dateline::training
