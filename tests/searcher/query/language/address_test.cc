#include "searcher/query/language/address.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/strings.h"

namespace dateline::query::address_test {
namespace {

// "values=… patterns=… host_pattern=… host=… words=…", of what there is; "?" where it may be a host
// or words.
std::string print(const Address& address) {
  std::vector<std::string> parts;
  if (!address.values.empty()) parts.push_back("values=" + join(address.values, ","));
  if (!address.patterns.empty()) parts.push_back("patterns=" + join(address.patterns, ","));
  if (!address.host_pattern.empty()) parts.push_back("host_pattern=" + address.host_pattern);
  if (!address.host.empty()) parts.push_back("host=" + address.host);
  if (!address.words.empty()) parts.push_back("words=" + address.words);
  return join(parts, " ") + (address.host_or_words ? " ?" : "");
}

struct Row {
  const char* typed;
  const char* read;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(print(read_address(row.typed)), row.read) << row.typed;
}

TEST(Address, AWholeOneIsAValueWithoutItsScheme) {
  check({{"https://thehill.com/policy", "values=//thehill.com/policy"},
         {"http://TheHill.com/Policy", "values=//thehill.com/Policy"},
         {"https://thehill.com", "values=//thehill.com/"}});
}

TEST(Address, WithoutASchemeItMayBeginWithWww) {
  check({{"thehill.com/policy",
          "values=//thehill.com/policy,//www.thehill.com/policy host=thehill.com words= policy"},
         {"www.TheHill.com/policy",
          "values=//thehill.com/policy,//www.thehill.com/policy host=thehill.com words= policy"}});
}

TEST(Address, AHostAloneMayBeWordsAsWell) {
  check({{"thehill.com", "host=thehill.com words=thehill com ?"},
         {"www.thehill.com", "host=thehill.com words=thehill com ?"},
         {"policy", "words=policy"},
         {"the hill.com", "words=the hill com"}});
}

TEST(Address, StarsStandForHostsOrForPaths) {
  check({{"*.gov", "host_pattern=*.gov"},
         {"WWW.*.gov", "host_pattern=www.*.gov"},
         {"https://thehill.com/*", "patterns=//thehill.com/*"},
         {"TheHill.com/News/*", "patterns=//thehill.com/News/*,//www.thehill.com/News/*"},
         {"*", "host_pattern=*"}});
}

TEST(Address, WhatIsNoneIsReadAsWords) {
  check({{"https://", "words=https   "},
         {"/policy", "words= policy"},
         {"", ""},
         {"://", "words=   "}});
}

}  // namespace
}  // namespace dateline::query::address_test
