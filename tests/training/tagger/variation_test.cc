#include "training/tagger/variation.h"

#include <gtest/gtest.h>

#include "common/base/file.h"

#include "training/tagger/name_pool.h"

namespace dateline::training {
namespace {

AnnotatedDocument small_document() {
  return {{{{"Mark", NameKind::kPerson, true},
            {"Esper", NameKind::kPerson, false},
            {"denied"},
            {"it"},
            {"to"},
            {"the"},
            {"FBI", NameKind::kOrganisation, true},
            {"."}},
           {{"Mr."}, {"Esper", NameKind::kPerson, true}, {"left"}, {"."}}}};
}

TEST(Variation, HeadlinesHaveCapitalsAndNoFullStop) {
  EXPECT_EQ(render(in_title_case(small_document()), Spacing::kTokens).text,
            "Mark Esper Denied It to the FBI\nMr. Esper Left\n");
  EXPECT_EQ(render(in_upper_case(small_document()), Spacing::kTokens).text,
            "MARK ESPER DENIED IT TO THE FBI\nMR. ESPER LEFT\n");
}

TEST(Variation, ASurnameFollowsItsNewFullName) {
  const NamePool nobody;  // gives "Nobody" for every part of a name
  Random random(1);
  const MarkedText marked =
      render(with_other_names(small_document(), nobody, random), Spacing::kTokens);
  // Of organisations some are replaced: that is not what this test is about.
  EXPECT_EQ(marked.text.find("Nobody Nobody denied it to the "), 0U) << marked.text;
  EXPECT_NE(marked.text.find("\nMr. Nobody left .\n"), std::string::npos) << marked.text;
  ASSERT_EQ(marked.names.size(), 3U);
  EXPECT_EQ(marked.names[0].end, 13U);
}

TEST(NamePool, SaysWhichListIsMissing) {
  const auto read = NamePool::read(testing::TempDir() + "no-such-folder");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("firstnames"), std::string::npos);
}

}  // namespace
}  // namespace dateline::training
