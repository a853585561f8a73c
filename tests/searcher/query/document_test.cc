// docs/query-language.md is true: its examples read as it says, and whatever its grammar makes is
// understood.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/strings.h"
#include "searcher/query/describe.h"
#include "searcher/query/language/parser.h"
#include "tests/searcher/query/small_index.h"
#include "tests/support/places.h"

namespace dateline::query::document_test {
namespace {

// The text of the first block of this kind in the document.
std::string block(const std::string& kind) {
  std::ifstream in(dateline::testing::source_directory() + "/docs/query-language.md");
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const std::size_t begin = text.find("```" + kind + "\n");
  if (begin == std::string::npos) return {};
  const std::size_t first = begin + 4 + kind.size();
  return text.substr(first, text.find("```", first) - first);
}

// What the grammar leaves to words.
const std::map<std::string, std::vector<std::string>> kSamples{
    {"word", {"iraq", "Erdoğan", "non-binding", "9/11", "C++", "U.S.", "the", "O'Neill", "a1"}},
    {"wildcard", {"elect*", "organi?ation", "*gate", "tro*s"}},
    {"name", {"headline", "body", "by", "source", "tag", "lang", "url", "id", "person", "entity"}},
    {"distance", {"1", "5", "1000"}},
    {"weight", {"0", "3", "0.5", "1000"}},
    {"year", {"2019", "2020"}},
    {"month", {"01", "12"}},
    {"day", {"01", "28"}},
    {"count", {"1", "7", "9999"}},
    {"monthname", {"jan", "September"}}};

// Makes random sentences of an EBNF grammar. Deep down it takes the shortest way out: options and
// repetitions are skipped, and the first alternative is taken.
class Grammar {
 public:
  explicit Grammar(const std::string& text) {
    for (const std::string_view line : split(text, '\n')) {
      const std::size_t equals = line.find(" = ");
      if (equals == std::string_view::npos) continue;
      rules_[std::string(trim(line.substr(0, equals)))] = tokens_of(line.substr(equals + 3));
    }
  }

  bool has(const std::string& rule) const { return rules_.count(rule) > 0; }
  std::size_t size() const { return rules_.size(); }

  std::string sentence(const std::string& rule) {
    depth_ = 0;
    return expand(rule);
  }

 private:
  using Tokens = std::vector<std::string>;

  static Tokens tokens_of(std::string_view text) {
    Tokens out;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at + 1;
      if (text[at] == '"' || text[at] == '\'' || text[at] == '?') {
        end = text.find(text[at], at + 1) + 1;
        if (text[at] == '?') end = text.rfind('?') + 1;
      } else if (is_ascii_alpha(text[at])) {
        while (end < text.size() && is_ascii_alpha(text[end])) ++end;
      }
      if (text[at] != ' ') out.emplace_back(text.substr(at, end - at));
      at = end;
    }
    return out;
  }

  bool flip() { return depth_ < 12 && random_() % 3 == 0; }

  std::string expand(const std::string& rule) {
    if (const auto samples = kSamples.find(rule); samples != kSamples.end()) {
      return samples->second[random_() % samples->second.size()];
    }
    ++depth_;
    std::size_t at = 0;
    std::string out = alternatives(rules_.at(rule), at, true);
    --depth_;
    return out;
  }

  // Reads alternatives up to a closing token; the text of one of them if `live`.
  std::string alternatives(const Tokens& tokens, std::size_t& at, bool live) {
    const std::size_t start = at;
    std::size_t count = 1;
    for (std::size_t probe = start, nested = 0; probe < tokens.size(); ++probe) {
      const std::string& token = tokens[probe];
      if (token == "[" || token == "{" || token == "(") ++nested;
      if ((token == "]" || token == "}" || token == ")") && nested-- == 0) break;
      if (token == "|" && nested == 0) ++count;
    }
    const std::size_t chosen = depth_ < 12 ? random_() % count : 0;
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
      out += sequence(tokens, at, live && i == chosen);
      if (at < tokens.size() && tokens[at] == "|") ++at;
    }
    return out;
  }

  std::string sequence(const Tokens& tokens, std::size_t& at, bool live) {
    std::string out;
    while (at < tokens.size() && std::string("]})|;").find(tokens[at]) == std::string::npos) {
      out += item(tokens, at, live);
    }
    return out;
  }

  std::string item(const Tokens& tokens, std::size_t& at, bool live) {
    const std::string& token = tokens[at++];
    if (token == "[" || token == "{" || token == "(") {
      const std::size_t begin = at;
      std::string out = alternatives(tokens, at, live && (token == "(" || flip()));
      while (token == "{" && !out.empty() && flip()) {
        at = begin;
        out += alternatives(tokens, at, live);
      }
      ++at;
      return out;
    }
    if (!live) return {};
    if (token[0] == '"' || token[0] == '\'') return token.substr(1, token.size() - 2);
    return expand(token);
  }

  std::map<std::string, Tokens> rules_;
  std::mt19937 random_{3};
  std::size_t depth_ = 0;
};

TEST(Document, ExamplesAreReadAsItSays) {
  std::size_t examples = 0;
  const std::string text = block("examples");
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t arrow = line.find("⇒");
    if (arrow == std::string_view::npos) continue;
    const std::string_view query = trim(line.substr(0, arrow));
    const auto parsed = parse(query, Match::kAll);
    ASSERT_TRUE(parsed) << describe(query, parsed.error());
    EXPECT_EQ(print(*parsed->tree), trim(line.substr(arrow + std::string_view("⇒").size())));
    ++examples;
  }
  EXPECT_GE(examples, 12U);
}

TEST(Document, WhateverTheGrammarMakesIsUnderstood) {
  Grammar grammar(block("ebnf"));
  ASSERT_TRUE(grammar.has("query"));
  SmallIndex index({{.headline = "Iraq", .body = "elected troops", .day = "20200106"}});
  std::size_t longest = 0;
  for (int round = 0; round < 3'000; ++round) {
    const std::string query = grammar.sentence("query");
    longest = std::max(longest, query.size());
    for (const Match match : {Match::kAll, Match::kAny}) {
      QueryOptions options;
      options.match = match;
      const auto compiled = compile(query, options, index.db());
      // A grammar cannot say that a range goes forward.
      if (!compiled && compiled.error().message == "this range ends before it begins") continue;
      ASSERT_TRUE(compiled) << describe(query, compiled.error()) << "\n" << query;
      const auto again = parse(compiled->parsed, match);
      ASSERT_TRUE(again) << query << " → " << compiled->parsed;
      EXPECT_EQ(again->tree ? print(*again->tree) : "", compiled->parsed) << query;
      find_in(index.db(), compiled->query);
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(longest, 200U);
}

}  // namespace
}  // namespace dateline::query::document_test
