// What has to hold of any text, over many texts that were put together by chance: of names, words of
// grammar, marks, letters of other alphabets, and bytes that are no UTF-8.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/entities/joining/document_pass.h"
#include "indexer/entities/joining/entity_joiner.h"
#include "indexer/entities/model/default_tagger.h"
#include "indexer/entities/rules/rule_tagger.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::properties_test {
namespace {

constexpr int kTexts = 400;

const std::vector<std::string>& sound_pieces() {
  static const std::vector<std::string> kPieces{
      "Mark Esper", "Esper", "Mr. ",    "President ",  "Iraq",    "New York", "Acme Inc.",
      "Ministry",   " of ",  "Defense", "the ",        " and ",   "said ",    "in ",
      "NATO",       "U.S.",  "(AP)",    " — ",         "O'Brien", "al-Assad", "’s ",
      "'s",         ". ",    "\n",      "\n\n",        ", ",      "“",        "”",
      "&",          "-",     "...",     "Élan",        "Żak",     "Иван",     "東京",
      "بغداد",      "20",    "@",       "é",           "x",       "A",        "\u00A0",
      " ",          " ",     " ",       "Los Angeles", "Lakers",  "I-Vt.",    "HEADLINES",
      "ARE LOUD",   "Quarn", "quarn",   "von der ",    "Leyen"};
  return kPieces;
}

const std::vector<std::string>& broken_pieces() {
  static const std::vector<std::string> kPieces{
      "\xFF", "\xC3", "\xE2\x80", "\x80\x80", std::string(1, '\0'), "\xF0\x9F"};
  return kPieces;
}

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string text(bool broken) {
    std::string out;
    const std::size_t pieces = random_() % 60;
    for (std::size_t i = 0; i < pieces; ++i) {
      const bool damage = broken && random_() % 6 == 0;
      const auto& from = damage ? broken_pieces() : sound_pieces();
      out += from[random_() % from.size()];
      if (random_() % 2 == 0) out += ' ';
    }
    return out;
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::mt19937 random_;
};

TEST(Properties, SpansKeepTheirPromisesInAnyText) {
  for (const Tagger* tagger : {&rule_tagger(), &default_tagger()}) {
    for (const bool broken : {false, true}) {
      Writer writer(broken ? 17 : 13);
      for (int i = 0; i < kTexts; ++i) {
        const std::string text = writer.text(broken);
        ASSERT_EQ(fault_of_spans(text, tagger->tag(text)), "") << testing::PrintToString(text);
      }
    }
  }
}

TEST(Properties, ATextIsTaggedTheSameEachTime) {
  Writer writer(19);
  std::vector<std::string> texts;
  std::vector<std::vector<EntitySpan>> first;
  for (int i = 0; i < kTexts / 4; ++i) {
    texts.push_back(writer.text(true));
    first.push_back(default_tagger().tag(texts.back()));
  }
  // In another order, so that what was remembered of other texts would show.
  for (std::size_t i = texts.size(); i-- > 0;) {
    EXPECT_EQ(default_tagger().tag(texts[i]), first[i]) << testing::PrintToString(texts[i]);
  }
}

TEST(Properties, EverySpanBeginsAndEndsWithAWord) {
  Writer writer(23);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = writer.text(false);
    std::set<std::uint32_t> begins;
    std::set<std::uint32_t> ends;
    for (const Word& word : split_words(text, &Lexicon::get())) {
      begins.insert(word.begin);
      ends.insert(word.end);
    }
    for (const EntitySpan& span : default_tagger().tag(text)) {
      EXPECT_TRUE(begins.contains(span.begin)) << text;
      EXPECT_TRUE(ends.contains(span.end)) << text;
    }
  }
}

TEST(Properties, WordsCoverEveryLetterOnceAndInOrder) {
  for (const bool broken : {false, true}) {
    Writer writer(broken ? 31 : 29);
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = writer.text(broken);
      std::uint32_t last = 0;
      bool first = true;
      for (const Word& word : split_words(text, &Lexicon::get())) {
        ASSERT_LT(word.begin, word.end);
        ASSERT_GE(word.begin, last);
        ASSERT_LE(word.end, text.size());
        ASSERT_EQ(word.dotted, text[word.end - 1] == '.');
        ASSERT_TRUE(word.opens || !first) << "the first word opens a sentence";
        const std::string_view gap = std::string_view(text).substr(last, word.begin - last);
        ASSERT_EQ(std::count_if(gap.begin(), gap.end(),
                                [](char c) { return c >= 'A' && c <= 'Z' && c != 'S'; }),
                  0)
            << "a capital between words, other than a possessive: " << gap;
        last = word.end;
        first = false;
      }
    }
  }
}

TEST(Properties, JoinedMentionsKeepTheirCount) {
  Writer writer(37);
  for (int i = 0; i < kTexts; ++i) {
    Article article;
    article.headline = writer.text(false);
    article.body = writer.text(false);
    const std::string text = article.headline + "\n" + article.standfirst + "\n" + article.body;
    const std::vector<Entity> entities = entities_of(article, default_tagger());
    std::size_t mentions = 0;
    std::set<std::string> forms;
    for (const Entity& entity : entities) {
      mentions += entity.mentions;
      EXPECT_FALSE(entity.name.empty());
      EXPECT_FALSE(entity.forms.empty());
      for (const std::string& form : entity.forms) {
        EXPECT_TRUE(forms.insert(form).second) << form << " stands in two entities";
        EXPECT_NE(text.find(form), std::string::npos) << form;
      }
      EXPECT_TRUE(std::find(entity.forms.begin(), entity.forms.end(), entity.name) !=
                  entity.forms.end());
    }
    EXPECT_EQ(mentions, default_tagger().tag(text).size()) << text;
    EXPECT_TRUE(std::is_sorted(entities.begin(), entities.end(), [](const auto& a, const auto& b) {
      return a.mentions > b.mentions;
    }));
  }
}

TEST(Properties, NamedSpansAreTheTaggersWithTheFullestForms) {
  Writer writer(41);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = writer.text(false);
    const std::vector<EntitySpan> spans = default_tagger().tag(text);
    const std::vector<NamedSpan> named = named_spans(text, default_tagger());
    ASSERT_EQ(named.size(), spans.size());
    for (std::size_t at = 0; at < spans.size(); ++at) {
      EXPECT_EQ(named[at].span, spans[at]);
      EXPECT_NE(text.find(named[at].name), std::string::npos) << named[at].name;
      EXPECT_FALSE(named[at].name.empty());
    }
  }
}

TEST(Properties, JoiningLosesNoMentionInAnyOrder) {
  const std::vector<std::pair<std::string, EntityType>> pool{
      {"Mark Esper", EntityType::kPerson},
      {"Esper", EntityType::kPerson},
      {"Esper", EntityType::kOrganisation},
      {"ESPER", EntityType::kPerson},
      {"Mick Schumacher", EntityType::kPerson},
      {"Michael Schumacher", EntityType::kPerson},
      {"Schumacher", EntityType::kPerson},
      {"Mick", EntityType::kPerson},
      {"Food and Drug Administration", EntityType::kOrganisation},
      {"FDA", EntityType::kOrganisation},
      {"Pfizer Inc", EntityType::kOrganisation},
      {"Pfizer", EntityType::kOrganisation},
      {"U.S.", EntityType::kPlace},
      {"United States", EntityType::kPlace},
      {"Bogotá", EntityType::kPlace},
      {"BOGOTA", EntityType::kPlace},
      {"…", EntityType::kPlace},
      {"", EntityType::kPerson},
      {std::string(300, 'Q'), EntityType::kPerson}};
  Writer writer(43);
  for (int round = 0; round < kTexts; ++round) {
    EntityJoiner joiner;
    const std::size_t count = writer.below(30);
    std::set<std::string> spellings;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& [form, type] = pool[writer.below(pool.size())];
      joiner.add_mention(form, type);
      spellings.insert(form);
      EXPECT_TRUE(joiner.knows(form));
    }
    const std::vector<Entity> entities = joiner.join(1000);
    std::size_t forms = 0;
    std::size_t mentions = 0;
    for (const Entity& entity : entities) {
      forms += entity.forms.size();
      mentions += entity.mentions;
    }
    EXPECT_EQ(mentions, count);
    EXPECT_EQ(forms, spellings.size());
  }
}

TEST(Properties, LongTextsAreTaggedWhole) {
  // What is far from the front is read as what is near to it.
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "We saw nothing there. ";
  text += "Then Defense Secretary Mark Esper spoke.";
  for (const Tagger* tagger : {&rule_tagger(), &default_tagger()}) {
    EXPECT_EQ(names_in(text, *tagger), "person Mark Esper");
  }
}

}  // namespace
}  // namespace dateline::indexer::properties_test
