#include "indexer/input/rejection.h"

#include <gtest/gtest.h>

#include "indexer/input/raw_document.h"

namespace dateline::indexer {
namespace {

TEST(Rejection, IsOneLineOfJsonWithTheKeysOfTheContract) {
  const Rejection rejection{"a \"b\"\n.html", 12, std::string(reject::kEmpty), "no bytes"};
  EXPECT_EQ(rejection.to_json(),
            R"({"path":"a \"b\"\n.html","offset":12,"code":"empty","reason":"no bytes"})");
}

TEST(Rejection, APathThatIsNotUtf8IsStillPrinted) {
  const Rejection rejection{"caf\xE9", 0, "empty", "x"};
  EXPECT_NE(rejection.to_json().find("caf\xEF\xBF\xBD"), std::string::npos);
}

TEST(InputKind, NamesGoBothWays) {
  for (const InputKind kind : {InputKind::kHtml, InputKind::kJsonl, InputKind::kText}) {
    EXPECT_EQ(input_kind_from(name_of(kind)), kind);
  }
  EXPECT_EQ(input_kind_from("auto"), std::nullopt);
}

}  // namespace
}  // namespace dateline::indexer
