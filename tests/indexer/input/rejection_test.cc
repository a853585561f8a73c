#include "indexer/input/rejection.h"

#include <gtest/gtest.h>

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

TEST(Rejection, AMemberOfAnArchiveIsNamed) {
  const Rejection rejection{"a.tar", 0, "empty", "no bytes", "b.html"};
  EXPECT_EQ(rejection.to_json(),
            R"({"path":"a.tar","member":"b.html","offset":0,"code":"empty","reason":"no bytes"})");
}

}  // namespace
}  // namespace dateline::indexer
