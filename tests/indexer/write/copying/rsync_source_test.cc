#include "indexer/write/copying/rsync_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "indexer/write/copying/source_place.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

class FakeRunner final : public CommandRunner {
 public:
  Result<CommandEnd> run(const Command& command, const std::function<bool()>&) override {
    last = command;
    return end;
  }

  Command last;
  Result<CommandEnd> end = CommandEnd{};
};

TEST(SourcePlace, AColonBeforeAnySlashNamesAnotherMachine) {
  struct Case {
    const char* text;
    const char* host;
    const char* path;
  };
  for (const Case& one : {Case{"archive:/srv/a b", "archive", "/srv/a b"},
                          {"me@archive.example:index", "me@archive.example", "index"},
                          {"[2001:db8::1]:/x", "[2001:db8::1]", "/x"},
                          {"10.0.0.2:a:b", "10.0.0.2", "a:b"}}) {
    const auto place = remote_directory(one.text);
    ASSERT_TRUE(place && *place) << one.text;
    EXPECT_EQ((*place)->host, one.host);
    EXPECT_EQ((*place)->path, one.path);
  }
  for (const char* text : {"/srv/index", "index", "./a:b", "/a:b", "-x", "a/[b]:c"}) {
    const auto place = remote_directory(text);
    ASSERT_TRUE(place) << text;
    EXPECT_FALSE(*place) << text;
  }
}

TEST(SourcePlace, WhatCouldBeAnOptionOrACommandIsRefused) {
  for (const char* text :
       {"", ":x", "host:", "-oProxyCommand=id:/x", "me@-x:/x", "-me@host:/x", "a b:/x", "$(id):/x",
        "a;id:/x", "`id`:/x", "host::module", "rsync://host/x", "a@b@c:/x", "[]:/x", "[;]:/x",
        "host:/a\nb", "host:/a\x1b", "\xc3\xa4:/x"}) {
    const auto place = remote_directory(text);
    ASSERT_FALSE(place) << text;
    EXPECT_EQ(place.error().code, ErrorCode::kUsage);
    EXPECT_NE(place.error().hint, "");
  }
}

class RsyncSourceTest : public ::testing::Test {
 protected:
  Error error_of(int code, const std::string& errors) {
    runner_.end = CommandEnd{code, errors};
    RsyncSource source({"archive", "/srv/index"}, runner_, {});
    const auto fetched = source.fetch({"XAPIANDB"}, directory_.path());
    return fetched ? Error{} : fetched.error();
  }

  FakeRunner runner_;
  dateline::testing::TemporaryDirectory directory_;
};

TEST_F(RsyncSourceTest, PlacesAndNamesAreArgumentsAndNeverOptions) {
  RsyncSource source({"me@archive", "-e sh"}, runner_, {});
  source.keep_open(7);
  ASSERT_TRUE(source.fetch({"XAPIANDB", "segments/000001/sums"}, directory_.path()));
  const auto& arguments = runner_.last.arguments;
  const auto end_of_options = std::find(arguments.begin(), arguments.end(), "--");
  EXPECT_EQ(std::vector<std::string>(end_of_options + 1, arguments.end()),
            (std::vector<std::string>{"me@archive:./-e sh/", directory_.path() + "/"}));
  EXPECT_THAT(arguments, ::testing::IsSupersetOf({"--secluded-args", "--from0", "--files-from=-"}));
  EXPECT_EQ(runner_.last.input, std::string("XAPIANDB\0segments/000001/sums\0", 30));
  EXPECT_EQ(runner_.last.kept_open, 7);
}

TEST_F(RsyncSourceTest, ErrorsSayWhoseTheyAreAndWhatToDo) {
  struct Case {
    int code;
    const char* errors;
    ErrorCode kind;
    const char* message;
  };
  for (const Case& one :
       {Case{255, "ssh: Could not resolve hostname archive\nrsync error", ErrorCode::kIo,
             "cannot reach archive by ssh: ssh: Could not resolve"},
        {12, "me@archive: Permission denied (publickey).\nrsync: connection unexpectedly closed",
         ErrorCode::kIo, "cannot reach archive by ssh: me@archive: Permission denied"},
        {12, "rsync: connection unexpectedly closed", ErrorCode::kIo, "rsync could not copy"},
        {127, "bash: line 1: rsync: command not found", ErrorCode::kIo, "archive has no rsync"},
        {12, "sh: 1: rsync: not found", ErrorCode::kIo, "archive has no rsync"},
        {12, "sh: rsync: command not found\n", ErrorCode::kIo, "archive has no rsync"},
        {11, "rsync: write failed on \"x\": No space left on device (28)", ErrorCode::kNoSpace,
         "no space"},
        {23, "rsync: [sender] link_stat \"x\" failed: No such file or directory (2)",
         ErrorCode::kNotFound, "archive:/srv/index"},
        {12, "rsync: [sender] change_dir \"/x\" failed: No such file or directory (2)",
         ErrorCode::kNotFound, "archive:/srv/index"},
        {24, "file has vanished: \"x\"", ErrorCode::kNotFound, "vanished"},
        {23, "rsync: opendir \"x\" failed: Permission denied (13)", ErrorCode::kIo,
         "Permission denied"},
        {30, "rsync error: timeout", ErrorCode::kIo, "for a minute"},
        {137, "", ErrorCode::kIo, "it ended with 137): it gave no reason"},
        {5, "\x1b[31mred", ErrorCode::kIo, "rsync could not copy"}}) {
    const Error error = error_of(one.code, one.errors);
    EXPECT_EQ(error.code, one.kind) << one.errors;
    EXPECT_NE(error.message.find(one.message), std::string::npos) << error.message;
    EXPECT_EQ(error.message.find('\x1b'), std::string::npos);
  }
  runner_.end = failure(ErrorCode::kNotFound, "cannot start rsync");
  RsyncSource source({"archive", "/srv/index"}, runner_, {});
  const auto fetched = source.fetch({"XAPIANDB"}, directory_.path());
  ASSERT_FALSE(fetched);
  EXPECT_NE(fetched.error().message.find("needs rsync"), std::string::npos);
}

}  // namespace
}  // namespace dateline::indexer
