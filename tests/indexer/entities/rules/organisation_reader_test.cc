#include "indexer/entities/rules/organisation_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::organisation_reader_test {
namespace {

// A reader whose questions are open, and the one run of words that stands in brackets.
class Reader : public OrganisationReader {
 public:
  Reader(const std::vector<Word>& words, const Evidence& evidence, bool sober)
      : OrganisationReader(words, Lexicon::get(), evidence) {
    last_ = static_cast<std::uint32_t>(words.size());
    sober_ = sober;
  }
  using OrganisationReader::begins_name;
  using OrganisationReader::match;
  using OrganisationReader::nameable;
  using OrganisationReader::of_phrase_end;
  using OrganisationReader::organisation_end;
  using OrganisationReader::proves_nothing;
};

// A text in which "[" stands before the first word that is asked about and "]" behind the run.
class Asked {
 public:
  explicit Asked(std::string text, bool sober = false) : text_(std::move(text)) {
    const std::size_t open = text_.find('[');
    text_.erase(open, 1);
    const std::size_t close = text_.find(']');
    text_.erase(close, 1);
    words_ = split_words(text_, &Lexicon::get());
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      if (words_[i].begin < open) first_ = i + 1;
      if (words_[i].begin < close) end_ = i + 1;
    }
    sober_ = sober;
  }

  template <typename Question>
  auto ask(Question&& question) const {
    const Evidence evidence(words_);
    return question(Reader(words_, evidence, sober_), first_, end_);
  }

  // Words from the first to `end`, or "" where the question was answered with none.
  std::string until(std::uint32_t end) const {
    if (end <= first_) return "";
    const std::uint32_t begin = words_[first_].begin;
    return text_.substr(begin, words_[end - 1].end - begin);
  }

 private:
  std::string text_;
  std::vector<Word> words_;
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;
  bool sober_ = false;
};

std::string organisation(const char* text, bool sober = false) {
  const Asked asked(text, sober);
  return asked.until(asked.ask([](const Reader& reader, std::uint32_t at, std::uint32_t end) {
    return reader.organisation_end(at, end);
  }));
}

struct Row {
  const char* text;
  const char* found;
};

TEST(OrganisationReader, AnOrganisationEndsWithItsLastWordOrItsPhrase) {
  for (const auto& [text, found] : std::vector<Row>{
           {"then [Apple Inc] grew", "Apple Inc"},
           {"then [Acme Widgets Inc.] grew", "Acme Widgets Inc."},
           {"at [Dunmore University] then", "Dunmore University"},
           {"the [Ministry of Defense] said", "Ministry of Defense"},
           {"the [Ministry of Health] and Social Affairs said",
            "Ministry of Health and Social Affairs"},
           {"the [Department of Health] and Human Services said",
            "Department of Health and Human Services"},
           {"the [Houston Rockets] won", "Houston Rockets"},
           {"the [Free Syrian Army] fled", "Free Syrian Army"},
           {"the [Culture] and Tourism Ministry closed", "Culture and Tourism Ministry"},
           {"the [Syrian Observatory] for Human Rights counted",
            "Syrian Observatory for Human Rights"},
       }) {
    EXPECT_EQ(organisation(text), found) << text;
  }
}

TEST(OrganisationReader, WithoutSuchAWordThereIsNone) {
  for (const char* text :
       {"then [Quarnby] fell", "then [Mark Esper] left", "of [Iraqi Quarn] then",
        "the [Rockets] won", "they saw [Culture] and tourism", "they saw [Tavares] and Bank"}) {
    EXPECT_EQ(organisation(text), "") << text;
  }
}

TEST(OrganisationReader, ASoberReadingTakesShortNamesAlone) {
  EXPECT_EQ(organisation("[Apple Inc] Grows Again", true), "Apple Inc");
  EXPECT_EQ(organisation("[Grand Old Tessel Company] Grows", true), "");
  EXPECT_EQ(organisation("then [Grand Old Tessel Company] grew"), "Grand Old Tessel Company");
}

TEST(OrganisationReader, AnOfPhraseTakesTheWordsThatBelongToIt) {
  for (const auto& [text, found] : std::vector<Row>{
           {"the [Ministry] of Defense said", "Ministry of Defense"},
           {"the [Bank] of the South said", "Bank of the South"},
           {"the [Institute] for Public Health said", "Institute for Public Health"},
           {"the [University] of California, Berkeley", "University of California"},
           {"the [Ministry] of Health and Social Affairs and Iran",
            "Ministry of Health and Social Affairs"},
           {"the [Ministry] said", "Ministry"},
           {"the [Ministry] of", "Ministry"},
           {"the [Ministry] of the", "Ministry"},
           {"the [Ministry] of his own", "Ministry"},
           {"the [Ministry]", "Ministry"},
           {"the [Ministry] and Defense", "Ministry"},
       }) {
    const Asked asked(text);
    EXPECT_EQ(asked.until(asked.ask([](const Reader& reader, std::uint32_t at, std::uint32_t) {
      return reader.of_phrase_end(at);
    })),
              found)
        << text;
  }
}

TEST(OrganisationReader, TheLongestEntryOfTheTablesMatches) {
  const auto matched = [](const char* text, std::uint32_t categories) {
    const Asked asked(text);
    return asked.until(asked.ask([=](const Reader& reader, std::uint32_t at, std::uint32_t) {
      return reader.match(at, categories).end;
    }));
  };
  EXPECT_EQ(matched("in [New York] then", kPlace), "New York");
  EXPECT_EQ(matched("in [New York] then", kOrganisation), "");
  EXPECT_EQ(matched("in [United Arab Emirates] then", kPlace), "United Arab Emirates");
  EXPECT_EQ(matched("the [Secretary of State] then", kRole), "Secretary of State");
  EXPECT_EQ(matched("in [Quarnby] then", kPlace | kOrganisation | kRole), "");
  EXPECT_EQ(matched("in [Iraq]", kPlace), "Iraq") << "at the end of the text";
}

TEST(OrganisationReader, ACapitalIsBelievedUnlessTheReadingIsSober) {
  const auto may_be_named = [](const char* text, bool sober) {
    return Asked(text, sober).ask([](const Reader& reader, std::uint32_t at, std::uint32_t) {
      return reader.nameable(at);
    });
  };
  EXPECT_TRUE(may_be_named("they saw [Quarnby] then", false));
  EXPECT_FALSE(may_be_named("they saw [quarnby] then", false));
  EXPECT_FALSE(may_be_named("they saw [2020] then", false));
  EXPECT_TRUE(may_be_named("they saw [Quarnby] then", true)) << "the text has no small one";
  EXPECT_FALSE(may_be_named("[Gendarmes] left; more gendarmes came", true));
  EXPECT_TRUE(may_be_named("they saw [Iraq] then", true));
}

TEST(OrganisationReader, ASentencesFirstCapitalProvesNothing) {
  const auto nothing = [](const char* text, bool sober = false) {
    return Asked(text, sober).ask([](const Reader& reader, std::uint32_t at, std::uint32_t) {
      return reader.proves_nothing(at);
    });
  };
  EXPECT_TRUE(nothing("[Quarnby] fell"));
  EXPECT_FALSE(nothing("then [Quarnby] fell"));
  EXPECT_FALSE(nothing("[NATO] fell")) << "no sentence begins in capitals";
  EXPECT_TRUE(nothing("then [Quarnby] fell", true));
}

TEST(OrganisationReader, APeopleBeginsTheNamesOfPapersAndPurposes) {
  const auto begins = [](const char* text) {
    return Asked(text).ask([](const Reader& reader, std::uint32_t at, std::uint32_t end) {
      return reader.begins_name(at, end);
    });
  };
  EXPECT_TRUE(begins("the Irish [Times] said"));
  EXPECT_TRUE(begins("the French [Alps] then"));
  EXPECT_TRUE(begins("the Syrian [Observatory] for Human Rights said"));
  EXPECT_FALSE(begins("the Iraqi [Ministry] of Defense said"));
  EXPECT_FALSE(begins("the Iraqi [Quarn] said"));
  EXPECT_FALSE(begins("the Irish, [Times] said")) << "a comma parts them";
}

}  // namespace
}  // namespace dateline::indexer::organisation_reader_test
