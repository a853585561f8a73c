#include "common/program/wrong_command_line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace dateline::program {
namespace {

// What is said to somebody who typed `arguments` after the name of a program that has two verbs.
std::string said_of(const std::vector<std::string>& arguments) {
  CLI::App app("Tries things", "tool");
  app.require_subcommand(1);
  std::vector<std::string> words;
  unsigned limit = 10;
  std::string place;
  CLI::App* query = app.add_subcommand("query", "Asks");
  query->add_option("QUERY", words, "What");
  query->add_option("--limit", limit, "How many");
  CLI::App* info = app.add_subcommand("info", "Tells");
  info->add_option("--db", place, "Where")->required();
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    const Error wrong = what_is_wrong(app, error);
    EXPECT_EQ(wrong.code, ErrorCode::kUsage);
    return wrong.message + "; " + wrong.hint;
  }
  return "nothing";
}

struct Case {
  std::vector<std::string> arguments;
  const char* said;
};

void expect_said(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(said_of(c.arguments), c.said);
}

TEST(WrongCommandLineTest, ARightOneIsLeftAlone) {
  EXPECT_EQ(said_of({"query", "--limit", "3", "--", "word", "-word"}), "nothing");
}

TEST(WrongCommandLineTest, AVerbThatDoesNotExistIsNamedWithTheNearest) {
  expect_said({
      {{"qery", "bridge"}, "qery is no verb; did you mean query? tool --help lists all"},
      {{"Info"}, "Info is no verb; did you mean info? tool --help lists all"},
      {{"frobnicate"}, "frobnicate is no verb; see tool --help"},
      {{"a\x1b[31m"}, "a\\x1b[31m is no verb; see tool --help"},
      {{}, "no verb is given; see tool --help"},
  });
}

TEST(WrongCommandLineTest, AnOptionThatDoesNotExistIsNamedWithTheNearest) {
  expect_said({
      {{"query", "--limt", "3", "bridge"},
       "--limt is no option of tool query; did you mean --limit? tool query --help lists all"},
      {{"query", "--limt=3"},
       "--limt is no option of tool query; did you mean --limit? tool query --help lists all"},
      {{"query", "--frobnicate"}, "--frobnicate is no option of tool query; see tool query --help"},
      {{"--verson"}, "--verson is no option of tool; see tool --help"},
  });
}

// CLI11 says that --db is missing.
TEST(WrongCommandLineTest, WhatIsMistypedIsNamedBeforeWhatIsMissing) {
  expect_said({
      {{"info", "--dbb", "x"},
       "--dbb is no option of tool info; did you mean --db? tool info --help lists all"},
      {{"--db", "x", "info"},
       "--db stands before the verb; options follow the verb: tool info --db …"},
      {{"info"}, "--db is required; see tool info --help"},
  });
}

TEST(WrongCommandLineTest, AWordWithOneHyphenIsProbablyNoOption) {
  expect_said({
      {{"query", "-word"},
       "-word is no option of tool query; write -- before a QUERY that begins with -: tool query "
       "-- -word"},
      {{"info", "--db", "x", "-word"}, "-word is no option of tool info; see tool info --help"},
  });
}

TEST(WrongCommandLineTest, ValuesAreNamed) {
  expect_said({
      {{"query", "--limit", "many"}, "“many” is no value of --limit; see tool query --help"},
      {{"query", "--limit"}, "--limit has no value; see tool query --help"},
      {{"query", "--limit", "1", "--limit", "2"}, "--limit is given several times; give it once"},
      {{"info", "--db", "x", "more"}, "“more” is more than tool info takes; see tool info --help"},
  });
}

}  // namespace
}  // namespace dateline::program
