#include "searcher/http/config/setting_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "searcher/http/config/toml_file.h"

namespace dateline::http {
namespace {

using ::testing::HasSubstr;
using Given = std::vector<GivenSetting>;

const Given kIndex{{"db", "news", "--db"}};

ReadSettings settings_with(Given more) {
  more.push_back(kIndex.front());
  return settings_from({more});
}

TEST(SettingsTest, TheFirstSourceThatNamesASettingCountsAlone) {
  const Given flags{{"listen", "127.0.0.1:1", "--listen"}};
  const Given environment{{"listen", "127.0.0.1:2", "DATELINE_LISTEN"},
                          {"workers", "3", "DATELINE_WORKERS"}};
  const Given file{{"workers", "9", "f:1"}, {"queue", "7", "f:2"}, {"db", "news", "f:3"}};
  const ReadSettings read = settings_from({flags, environment, file});
  ASSERT_TRUE(read.faults.empty()) << read.faults.front().to_string();
  ASSERT_EQ(read.settings.listen.size(), 1U);
  EXPECT_EQ(read.settings.listen[0].port, 1);
  EXPECT_EQ(read.settings.workers, 3U);
  EXPECT_EQ(read.settings.limits.queue, 7U);
}

TEST(SettingsTest, EachFaultIsToldWithItsPlace) {
  const ReadSettings read = settings_from(
      {{{"listen", "nowhere", "--listen"}, {"wrokers", "3", "f:2"}, {"queue", "0", "f:3"}}});
  ASSERT_EQ(read.faults.size(), 4U);
  EXPECT_THAT(read.faults[0].message, HasSubstr("--listen: “nowhere” is no address"));
  EXPECT_EQ(read.faults[1].to_string(), "f:2: “wrokers” is no setting (did you mean workers?)");
  EXPECT_THAT(read.faults[2].to_string(), HasSubstr("f:3: “0” is no value of queue (give a whole"));
  EXPECT_EQ(read.faults[3].message, "no index is named");
}

TEST(SettingsTest, ASecretWithoutAProxyIsAFault) {
  EXPECT_THAT(settings_with({{"proxy-secret", "f", "a"}}).faults.at(0).message,
              HasSubstr("no trusted-proxy"));
  EXPECT_TRUE(
      settings_with({{"proxy-secret", "f", "a"}, {"trusted-proxy", "unix", "a"}}).faults.empty());
}

TEST(SettingsTest, OnlyWhatIsRepeatableIsGivenTwice) {
  EXPECT_THAT(settings_with({{"queue", "1", "a"}, {"queue", "2", "b"}}).faults.at(0).message,
              HasSubstr("b: queue is given twice"));
  EXPECT_EQ(
      settings_with({{"cors", "*", "a"}, {"cors", "https://a.example", "b"}}).settings.cors.size(),
      2U);
}

TEST(SettingsTest, AnIndexIsCalledByItsNameOrItsDirectorys) {
  const auto clusters = settings_from({{{"cluster", "all=/etc/cluster", ""}}});
  ASSERT_EQ(clusters.settings.indexes.size(), 1U);
  EXPECT_EQ(clusters.settings.indexes[0].name, "all");
  EXPECT_EQ(clusters.settings.indexes[0].place, "/etc/cluster");
  EXPECT_TRUE(clusters.settings.indexes[0].is_cluster);
  const auto indexes = settings_from({{{"db", "/srv/news", ""}, {"db", "old=/srv/a=b", ""}}});
  ASSERT_TRUE(indexes.faults.empty());
  EXPECT_EQ(indexes.settings.indexes[0].name, "news");
  EXPECT_EQ(indexes.settings.indexes[1].name, "old");
  EXPECT_EQ(indexes.settings.indexes[1].place, "/srv/a=b");
}

// A name of a route is found before an index's.
TEST(SettingsTest, AnIndexHasANameOfItsOwn) {
  for (const Given& wrong :
       {Given{{"db", "search=/a", ""}}, Given{{"db", "a b=/a", ""}}, Given{{"db", "=/a", ""}},
        Given{{"db", "", ""}}, Given{{"db", "/a/x", ""}, {"db", "/b/x", ""}},
        Given{{"db", "a=/x", ""}, {"db", "/b/c d", ""}}}) {
    EXPECT_FALSE(settings_from({wrong}).faults.empty());
  }
}

// What each setting refuses, so that none takes anything.
const std::map<std::string_view, std::vector<std::string>>& wrong_settings() {
  static const std::map<std::string_view, std::vector<std::string>> kWrong{
      {"db", {"", "search=/a"}},
      {"listen", {"", "8400", "localhost:8400", "127.0.0.1:65536", "::1:80", "unix:"}},
      {"base-path", {"", "news", "/news/", "/a b", "/a?b"}},
      {"trusted-proxy", {"", "proxy.example", "1.2.3.4/33"}},
      {"cors", {"", "portal.example", "https://portal.example/"}},
      {"workers", {"0", "", "x", "1025", "-1"}},
      {"log-queries", {"", "yes"}},
  };
  return kWrong;
}

TEST(SettingsTest, EachSettingRefusesWrongValues) {
  for (const SettingRow& row : setting_rows()) {
    std::vector<std::string> values{""};
    const auto known = wrong_settings().find(row.name);
    if (known != wrong_settings().end()) values = known->second;
    for (const std::string& value : values) {
      Settings settings;
      EXPECT_FALSE(row.read(row, value, settings)) << row.name << "=" << value;
    }
  }
}

TEST(SettingsTest, TheEnvironmentHasEachSettingByItsName) {
  EXPECT_EQ(variable_of("trusted-proxy"), "DATELINE_TRUSTED_PROXY");
  ::setenv("DATELINE_CORS", "https://a.example, https://b.example", 1);
  ::setenv("DATELINE_DB", "/srv/a,b", 1);
  const ReadSettings read = settings_from({settings_of_environment()});
  ::unsetenv("DATELINE_CORS");
  ::unsetenv("DATELINE_DB");
  ASSERT_TRUE(read.faults.empty());
  EXPECT_EQ(read.settings.cors,
            (std::vector<std::string>{"https://a.example", "https://b.example"}));
  EXPECT_EQ(read.settings.indexes.at(0).place, "/srv/a,b");
}

TEST(TomlSettingsTest, AFileHasTheSameNamesAndListsWhatIsRepeated) {
  const auto given = settings_of_toml(
      "# a service\ndb = [\"news=/srv/news\", \"old=/srv/old\"]\nworkers = 4\nlog-queries = true\n",
      "serve.toml");
  ASSERT_TRUE(given) << given.error().to_string();
  const ReadSettings read = settings_from({*given});
  ASSERT_TRUE(read.faults.empty()) << read.faults.front().to_string();
  EXPECT_EQ(read.settings.indexes.size(), 2U);
  EXPECT_EQ(read.settings.workers, 4U);
  EXPECT_TRUE(read.settings.log_queries);
}

TEST(TomlSettingsTest, WhatIsWrongIsToldWithItsLine) {
  const auto error_of = [](const std::string& text) {
    const auto given = settings_of_toml(text, "serve.toml");
    if (!given) return given.error().message;
    const auto faults = settings_from({*given}).faults;
    return faults.empty() ? std::string("none") : faults.front().message;
  };
  EXPECT_THAT(error_of("db = \"a\"\nworkers = \"many\"\n"), HasSubstr("serve.toml:2: “many”"));
  EXPECT_THAT(error_of("db = \"a\"\nworkers = 1.5\n"), HasSubstr("serve.toml:2: workers is no"));
  EXPECT_THAT(error_of("db = \"a\"\n[limits]\nqueue = 1\n"), HasSubstr("serve.toml:2"));
  EXPECT_THAT(error_of("db = \n"), HasSubstr("serve.toml:1"));
  // What cannot begin a key ended the program in toml++.
  EXPECT_THAT(error_of("\n[="), HasSubstr("serve.toml:2"));
  EXPECT_THAT(error_of(std::string("[\0]", 3)), HasSubstr("serve.toml:1"));
  EXPECT_THAT(error_of("db = \"\xFF\""), HasSubstr("not UTF-8"));
  EXPECT_THAT(error_of("\nnonsense = 1\n"), HasSubstr("serve.toml:2: “nonsense” is no setting"));
  EXPECT_THAT(error_of("a.b.c.d.e.f.g.h.i.j.k = 1\n"), HasSubstr("too many dots"));
}

TEST(ListenAddressTest, IsWrittenAsItIsRead) {
  for (const char* text : {"127.0.0.1:8400", "[::1]:0", "0.0.0.0:65535", "unix:/run/x"}) {
    const auto address = read_listen_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(to_string(*address), text);
  }
}

}  // namespace
}  // namespace dateline::http
