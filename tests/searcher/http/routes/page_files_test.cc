#include "searcher/http/routes/page_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/http/messages/target.h"
#include "searcher/web/web_files.h"

namespace dateline::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const PageFile* page_at(std::string_view path) { return page_file_at(read_target(path)->segments); }

std::string versioned(std::string_view path) {
  return "/assets/" + std::string(web::web_version()) + "/" + std::string(path);
}

HttpRequest asked_with(std::string name, std::string value) {
  HttpRequest request;
  request.headers.push_back({std::move(name), std::move(value)});
  return request;
}

std::string sent_header(const HttpResponse& response, std::string_view name) {
  for (const Header& one : response.headers) {
    if (one.name == name) return one.value;
  }
  return {};
}

TEST(PageFilesTest, ThePageStandsAtTheRootAndItsFilesUnderTheirVersion) {
  ASSERT_NE(page_at("/"), nullptr);
  EXPECT_THAT(page_at("/")->file->text, HasSubstr(versioned("page/main.js").substr(1)));
  EXPECT_NE(page_at(versioned("page/main.js")), nullptr);
  EXPECT_EQ(page_at("/assets/000000000000/page/main.js"), nullptr);
  EXPECT_EQ(page_at("/page/main.js"), nullptr);
}

TEST(PageFilesTest, OtherPathsAreNoFiles) {
  for (const char* path : {"/index.html", "/assets", "/widget/", "/widget/../page/main.js",
                           "/widget/%2e%2e/page/main.js", "//"}) {
    EXPECT_EQ(page_at(path), nullptr) << path;
  }
}

TEST(PageFilesTest, EveryFileHasATypeAndIsReachable) {
  for (const web::WebFile& file : web::web_files()) {
    EXPECT_NE(file.type, "application/octet-stream") << file.path;
    EXPECT_THAT(file.text, Not(HasSubstr("{{version}}"))) << file.path;
    const bool is_page = file.path == "page/index.html";
    EXPECT_NE(page_at(is_page ? "/" : versioned(file.path)), nullptr) << file.path;
  }
}

TEST(PageFilesTest, FilesOfAVersionAreKeptForEverAndOthersAskedForAgain) {
  const auto caching = [](std::string_view path) {
    return sent_header(page_response(*page_at(path), {}), "Cache-Control");
  };
  EXPECT_THAT(caching(versioned("page/main.js")), HasSubstr("immutable"));
  EXPECT_EQ(caching("/"), "public, no-cache");
  EXPECT_EQ(caching("/widget/common/dom.js"), "public, no-cache");
}

TEST(PageFilesTest, WhoHasItIsToldSo) {
  const PageFile& file = *page_at("/");
  const HttpResponse again = page_response(file, asked_with("If-None-Match", file.tag));
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(page_response(file, asked_with("If-None-Match", "\"other\"")).status, 200);
}

TEST(PageFilesTest, BytesAreCompressedForWhoReadsThat) {
  const PageFile& file = *page_at("/");
  const HttpResponse packed = page_response(file, asked_with("Accept-Encoding", "gzip"));
  EXPECT_EQ(sent_header(packed, "Content-Encoding"), "gzip");
  EXPECT_THAT(packed.body, StartsWith("\x1f\x8b"));
  EXPECT_LT(packed.body.size(), file.file->text.size());
  EXPECT_EQ(page_response(file, {}).body, file.file->text);
}

TEST(PageFilesTest, ThePageRunsNothingButTheServicesOwnFiles) {
  const std::string policy =
      sent_header(page_response(*page_at("/"), {}), "Content-Security-Policy");
  EXPECT_THAT(policy, StartsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
  EXPECT_THAT(policy, HasSubstr("require-trusted-types-for 'script'; trusted-types 'none'"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
}

}  // namespace
}  // namespace dateline::http
