#include "common/document/url.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline {
namespace {

struct Resolve {
  std::string_view reference;
  std::string_view base;
  std::string_view expected;  // empty: no URL
};

TEST(Url, ResolvesWhatPagesHold) {
  constexpr Resolve kRows[] = {
      {"https://a.example/x", "", "https://a.example/x"},
      {" https://a.example/x\n", "", "https://a.example/x"},
      {"/b/c?d=1", "https://a.example/x/y", "https://a.example/b/c?d=1"},
      {"c.html", "https://a.example/x/y", "https://a.example/x/c.html"},
      {"../c", "https://a.example/x/y/z", "https://a.example/x/c"},
      {"//cdn.example/i", "https://a.example/", "https://cdn.example/i"},
      {"?p=2", "https://a.example/x", "https://a.example/x?p=2"},
      {"https://a.example/a b", "", "https://a.example/a%20b"},
      {"https://a.example/\u00E9t\u00E9", "", "https://a.example/%C3%A9t%C3%A9"},
      {"https://a.example/100%", "", "https://a.example/100%25"},
      {"https://a.example/a[1]", "", "https://a.example/a%5B1%5D"},
      {"/x", "", ""},
      {"mailto:a@b.example", "", ""},
      {"javascript:alert(1)", "https://a.example/", ""},
      {"file:///etc/passwd", "", ""},
      {"", "https://a.example/", ""},
      {"https://", "", ""},
      {"/x", "not a url", ""},
  };
  for (const Resolve& row : kRows) {
    EXPECT_EQ(resolve_url(row.reference, row.base).value_or(""), row.expected)
        << row.reference << " on " << row.base;
  }
}

TEST(Url, OneSpellingForOneAddress) {
  constexpr Resolve kRows[] = {
      {"HTTPS://A.Example/x", "", "https://a.example/x"},
      {"https://a.example", "", "https://a.example/"},
      {"https://a.example:443/x", "", "https://a.example/x"},
      {"http://a.example:80/x", "", "http://a.example/x"},
      {"http://a.example:8080/x", "", "http://a.example:8080/x"},
      {"https://a.example/x#part", "", "https://a.example/x"},
      {"https://a.example/x?utm_source=b&id=3&fbclid=q", "", "https://a.example/x?id=3"},
      {"https://a.example/x?utm_source=b", "", "https://a.example/x"},
      {"https://a.example?id=3", "", "https://a.example/?id=3"},
      {"https://a.example/a/./b/../c", "", "https://a.example/a/c"},
      {"https://a.example/%7euser", "", "https://a.example/~user"},
      {"relative", "", ""},
  };
  for (const Resolve& row : kRows) {
    EXPECT_EQ(normalise_url(row.reference).value_or(""), row.expected) << row.reference;
  }
}

TEST(Url, HostComesWithoutWww) {
  EXPECT_EQ(host_of("https://www.A.example:8080/x"), "a.example");
  EXPECT_EQ(host_of("https://[2001:db8::1]/x"), "2001:db8::1");
  EXPECT_EQ(host_of("nonsense"), "");
}

TEST(Url, ARootHasNothingAfterItsHost) {
  EXPECT_TRUE(is_site_root("https://a.example"));
  EXPECT_TRUE(is_site_root("https://a.example/#top"));
  EXPECT_FALSE(is_site_root("https://a.example/?p=7"));
  EXPECT_FALSE(is_site_root("https://a.example/x"));
  EXPECT_FALSE(is_site_root(""));
}

TEST(Url, OnlyAddressesOfTheWebMayBeVisited) {
  for (const char* url : {"https://a.example/x:y", "HTTP://a.example", "//a.example/", "/x?y=a:b",
                          "a/b:c", "", "#javascript:x"}) {
    EXPECT_TRUE(may_be_visited(url)) << url;
  }
  for (const char* url :
       {"javascript:alert(1)", " JavaScript:x", "java\nscript:x", "\x01javascript:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd"}) {
    EXPECT_FALSE(may_be_visited(url)) << url;
  }
}

TEST(Url, RefusesWhatIsTooLong) {
  EXPECT_FALSE(normalise_url("https://a.example/" + std::string(5000, 'x')));
  EXPECT_FALSE(resolve_url("https://a.example/" + std::string(4000, ' ') + "x", ""));
}

TEST(WebAddress, IsHttpOrHttpsAlone) {
  for (const std::string_view url :
       {"https://a.example/x", "HTTP://A.EXAMPLE", "http://[::1]:8080/a?b#c",
        "https://a.example/a b", "https://m\xC3\xBCnchen.example/\xC3\xA4"}) {
    EXPECT_TRUE(is_web_address(url)) << url;
  }
  for (const std::string_view url :
       {"", "a.example/x", "/x", "//a.example/x", "javascript:alert(1)",
        "JavaScript://a.example/%0aalert(1)", "java\nscript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "vbscript:x", "ftp://a.example/x", "https:", "https:///x",
        "http:javascript:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)"}) {
    EXPECT_FALSE(is_web_address(url)) << url;
  }
  EXPECT_FALSE(is_web_address("https://a.example/" + std::string(5000, 'a')));
}

}  // namespace
}  // namespace dateline
