// Snippets of texts of any length, against an oracle that goes through the text word by word.
//
// Texts are invented words with single spaces, so a piece of a snippet is found again in its text, and
// what it marks is compared with what the oracle says of each word.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/text/stemmer.h"
#include "searcher/search/snippet/paragraph_choice.h"
#include "searcher/search/snippet/snippet.h"
#include "tests/searcher/search/snippet/mark_makers.h"

namespace dateline::search {
namespace {

using query::Mark;
using testing::form;
using testing::near;
using testing::phrase;
using testing::stem;

struct TextWord {
  std::string text;
  std::size_t begin;
  std::size_t paragraph;
  bool marked = false;
};

// A text and its words. Rare words differ all over the text, so that a piece is in it once.
struct Text {
  std::string text;
  std::vector<TextWord> words;
};

const std::vector<std::string> kCommonWords{"vote", "voted", "votes", "paper", "river", "rivers",
                                            "the",  "stone", "voter", "cry",   "cries"};

Text random_text(std::mt19937& random, std::size_t bytes) {
  Text out;
  std::size_t paragraph = 0;
  while (out.text.size() < bytes) {
    if (!out.text.empty()) out.text += "\n\n";
    // Most paragraphs have none of the words.
    const std::size_t common = random() % 4 == 0 ? 5 : 1000;
    for (std::size_t i = 20 + random() % 60; i > 0; --i) {
      if (!out.text.empty() && out.text.back() != '\n') out.text += ' ';
      std::string word = random() % common == 0 ? kCommonWords[random() % kCommonWords.size()]
                                                : "w" + std::to_string(random() % 100'000) + "x";
      out.words.push_back({word, out.text.size(), paragraph});
      out.text += word;
    }
    ++paragraph;
  }
  return out;
}

// ---- The oracle

using Wanted = std::pair<std::vector<std::string>, bool>;  // words in a row, and whether by stem

void mark(Text& text, const Wanted& wanted) {
  const auto& [row, by_stem] = wanted;
  text::Stemmer stemmer("en");
  for (std::size_t i = 0; i + row.size() <= text.words.size(); ++i) {
    bool met = text.words[i].paragraph == text.words[i + row.size() - 1].paragraph;
    for (std::size_t n = 0; n < row.size() && met; ++n) {
      const std::string& word = text.words[i + n].text;
      met = (by_stem ? std::string(stemmer.stem(word)) : word) == row[n];
    }
    for (std::size_t n = 0; n < row.size() && met; ++n) text.words[i + n].marked = true;
  }
}

// Pieces of a snippet between ellipses, each as its text without marks and which bytes are marked.
std::vector<std::pair<std::string, std::vector<bool>>> pieces_of(std::string snippet) {
  std::vector<std::pair<std::string, std::vector<bool>>> out(1);
  bool marked = false;
  const auto takes = [&](std::string_view piece) {
    if (!std::string_view(snippet).starts_with(piece)) return false;
    snippet.erase(0, piece.size());
    return true;
  };
  while (!snippet.empty()) {
    if (takes("<mark>")) {
      marked = true;
    } else if (takes("</mark>")) {
      marked = false;
    } else if (takes(" … ") || takes("…")) {
      if (!out.back().first.empty()) out.emplace_back();
    } else {
      out.back().first += snippet[0];
      out.back().second.push_back(marked);
      snippet.erase(0, 1);
    }
  }
  if (out.back().first.empty()) out.pop_back();
  return out;
}

void expect_marks_of_oracle(const Text& text, const std::string& snippet) {
  std::string flat = text.text;  // as snippets have white space, with a byte for a byte
  std::vector<std::size_t> begins;
  for (const TextWord& word : text.words) begins.push_back(word.begin - word.paragraph);
  for (std::size_t at = 0; (at = flat.find("\n\n", at)) != std::string::npos;) {
    flat.replace(at, 2, " ");
  }
  for (const auto& [piece, marked] : pieces_of(snippet)) {
    const std::size_t at = flat.find(piece);
    ASSERT_NE(at, std::string::npos) << piece;
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      if (begins[i] < at || begins[i] >= at + piece.size()) continue;
      ASSERT_EQ(marked[begins[i] - at], text.words[i].marked)
          << text.words[i].text << " in: " << snippet;
    }
  }
}

const std::vector<std::pair<Mark, Wanted>> kAsked{
    {stem("vote"), {{"vote"}, true}},
    {stem("river"), {{"river"}, true}},
    {stem("cri"), {{"cri"}, true}},
    {form("voted"), {{"voted"}, false}},
    {phrase({"the", "vote"}), {{"the", "vote"}, false}},
    {phrase({"paper", "stone"}), {{"paper", "stone"}, false}},
};

TEST(LongText, IsMarkedInWhatIsShownAsIfEveryWordOfItHadBeenRead) {
  std::mt19937 random(61);
  Stemmers stemmers;
  Article article;
  article.language = "en";
  std::size_t with_marks = 0;
  for (int round = 0; round < 300; ++round) {
    Text text = random_text(random, round % 3 == 0 ? 2'000 : kShortText + random() % 40'000);
    std::vector<Mark> marks;
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
      const auto& [one, wanted] = kAsked[random() % kAsked.size()];
      marks.push_back(one);
      mark(text, wanted);
    }
    const std::size_t chars = 60 + random() % 400;
    const std::vector<std::uint32_t> rarity(marks.size(),
                                            1 + static_cast<std::uint32_t>(random() % 9));
    const std::string snippet =
        SnippetMaker(marks, rarity, chars, stemmers).make(article, text.text);
    ASSERT_NO_FATAL_FAILURE(expect_marks_of_oracle(text, snippet));
    const bool any = std::any_of(text.words.begin(), text.words.end(),
                                 [](const TextWord& word) { return word.marked; });
    ASSERT_EQ(snippet.find("<mark>") != std::string::npos, any) << "what is there is shown";
    with_marks += any ? 1 : 0;
  }
  EXPECT_GT(with_marks, 200U);
}

TEST(LongText, ShowsTheWordsTogetherWhereverTheyStandTogether) {
  std::string body;
  for (int i = 0; i < 400; ++i) {
    body += i % 2 == 0 ? "The paper said nothing of it at all, and went on to other things.\n\n"
                       : "Of the river there was no word, nor of the boats on it.\n\n";
  }
  body.insert(body.find("The paper", body.size() * 2 / 3), "A paper on the river came out.\n\n");
  Stemmers stemmers;
  SnippetMaker maker({stem("paper"), stem("river")}, {3, 3}, 60, stemmers);
  EXPECT_NE(maker.make({}, body).find("A <mark>paper</mark> on the <mark>river</mark> came out."),
            std::string::npos);
}

TEST(LongText, WordsThatMayStandInDifferentParagraphsAreMarkedThere) {
  const std::string filler(kShortText, 'x');
  const std::string body = filler + "\n\nA vote.\n\nA river.\n\n" + filler;
  Stemmers stemmers;
  SnippetMaker maker({near({"vote", "river"}, 20)}, {3}, 200, stemmers);
  const std::string snippet = maker.make({}, body);
  EXPECT_NE(snippet.find("<mark>vote</mark>"), std::string::npos) << snippet;
  EXPECT_NE(snippet.find("<mark>river</mark>"), std::string::npos) << snippet;
}

}  // namespace
}  // namespace dateline::search
