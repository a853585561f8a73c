// What all tables of words promise: entries in the form in which they are matched, each once, and
// none that another hides.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/page/hints.h"
#include "indexer/extract/tables/credits.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/element_names.h"
#include "indexer/extract/tables/furniture.h"
#include "indexer/extract/tables/labels.h"
#include "indexer/extract/tables/matching.h"
#include "indexer/extract/tables/meta_keys.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page::tables_test {
namespace {

using Words = std::vector<std::string_view>;

struct NamedTable {
  std::string name;
  Words words;
};

template <typename Table>
NamedTable named(std::string name, const Table& table) {
  return {std::move(name), Words(table.begin(), table.end())};
}

template <typename Table, typename Word>
NamedTable named(std::string name, const Table& table, Word word) {
  NamedTable out{std::move(name), {}};
  for (const auto& row : table) out.words.push_back(row.*word);
  return out;
}

struct ClassName {
  std::string_view word;
  Hint hint;
};
constexpr auto kClassNames = std::to_array<ClassName>({
#include "indexer/extract/tables/class_names.inc"
});

struct Agency {
  std::string_view spelling;
  std::string_view name;
  bool also_small;
};
constexpr auto kAgencies = std::to_array<Agency>({
#include "indexer/extract/tables/agencies.inc"
});

struct Month {
  std::string_view beginning;
  unsigned number;
};
constexpr auto kMonthBeginnings = std::to_array<Month>({
#include "indexer/extract/tables/month_beginnings.inc"
});

// Matched with a text in lower case, or ignoring the case of ASCII letters.
std::vector<NamedTable> lower_tables() {
  return {named("class names", kClassNames, &ClassName::word),
          named("months", kMonthBeginnings, &Month::beginning),
          named("furniture", kFurniturePhrases, &FurniturePhrase::words),
          named("zone offsets", kZoneOffsets, &ZoneOffset::name),
          named("zone places", kZonePlaces, &ZonePlace::name),
          named("consent", kConsentWords),
          named("negating", kNegatingWords),
          named("author names", kAuthorNames),
          named("author paths", kAuthorPaths),
          named("date names", kDateNames),
          named("standfirst names", kStandfirstNames),
          named("kicker names", kKickerNames),
          named("breadcrumb names", kBreadcrumbNames),
          named("section names", kSectionNames),
          named("error headlines", kErrorHeadlines),
          named("error phrases", kErrorPhrases),
          named("particles", kNameParticles),
          named("fillers", kDateFillers),
          named("domains", kMonthFirstDomains),
          named("update words", kUpdateWords),
          named("published words", kPublishedWords),
          named("other date words", kOtherDateWords),
          named("published keys", kPublishedKeys),
          named("modified keys", kModifiedKeys),
          named("author keys", kAuthorKeys),
          named("title keys", kTitleKeys),
          named("section keys", kSectionKeys)};
}

// Matched with a folded text.
std::vector<NamedTable> folded_tables() {
  return {named("agencies", kAgencies, &Agency::spelling),
          named("role words", kRoleWords),
          named("title words", kTitleWords),
          named("home labels", kHomeLabels),
          named("placing labels", kPlacingLabels),
          named("date labels", kDateLabels)};
}

std::vector<NamedTable> all_tables() {
  std::vector<NamedTable> all = lower_tables();
  for (NamedTable& table : folded_tables()) all.push_back(std::move(table));
  all.push_back(named("credit openings", kCreditOpenings, &CreditOpening::words));
  all.push_back(named("caseless roles", kCaselessRoles));
  all.push_back(named("joints", kNameJoints));
  all.push_back(named("name ends", kNameEnds));
  all.push_back(named("sentence ends", kSentenceEnds));
  all.push_back(named("closing signs", kClosingSigns));
  all.push_back(named("title separators", kTitleSeparators));
  all.push_back(named("label separators", kLabelSeparators));
  all.push_back(named("dashes", kDatelineDashes));
  all.push_back(named("Persian months", kPersianMonths));
  return all;
}

TEST(Tables, NoEntryStandsTwiceInATable) {
  for (const NamedTable& table : all_tables()) {
    std::set<std::string_view> seen;
    for (const std::string_view word : table.words) {
      EXPECT_TRUE(seen.insert(word).second) << table.name << ": " << word;
    }
  }
}

TEST(Tables, NoEntryIsEmptyAndSoMatchesEverything) {
  for (const NamedTable& table : all_tables()) {
    for (const std::string_view word : table.words) EXPECT_FALSE(word.empty()) << table.name;
  }
}

TEST(Tables, EntriesThatAreMatchedInLowerCaseAreWrittenSo) {
  for (const NamedTable& table : lower_tables()) {
    for (const std::string_view word : table.words) {
      EXPECT_EQ(to_ascii_lower(word), word) << table.name;
    }
  }
}

TEST(Tables, EntriesThatAreMatchedFoldedAreWrittenSo) {
  for (const NamedTable& table : folded_tables()) {
    for (const std::string_view word : table.words) EXPECT_EQ(folded(word), word) << table.name;
  }
}

TEST(Tables, ACreditOpeningEndsBeforeTheNameBegins) {
  for (const CreditOpening& opening : kCreditOpenings) {
    EXPECT_FALSE(is_ascii_alnum(opening.words.back())) << opening.words;
  }
}

TEST(Tables, AnOpeningIsNotHiddenByAShorterOneBeforeIt) {
  for (std::size_t i = 0; i < kCreditOpenings.size(); ++i) {
    for (std::size_t j = i + 1; j < kCreditOpenings.size(); ++j) {
      EXPECT_FALSE(
          starts_with_ignoring_ascii_case(kCreditOpenings[j].words, kCreditOpenings[i].words))
          << kCreditOpenings[i].words << " hides " << kCreditOpenings[j].words;
    }
  }
}

TEST(Tables, AHeadingOfFurnitureHasNoColonNorFullStopForNoneIsLookedAt) {
  for (const FurniturePhrase& phrase : kFurniturePhrases) {
    if (!phrase.heads()) continue;
    EXPECT_EQ(phrase.words.find(':'), std::string_view::npos) << phrase.words;
    EXPECT_NE(phrase.words.back(), '.') << phrase.words;
  }
}

TEST(Tables, ClassNamesAreWordsAsNamesAreCut) {
  for (const ClassName& name : kClassNames) {
    for (const char c : name.word) EXPECT_TRUE(is_ascii_alnum(c)) << name.word;
    EXPECT_LE(name.word.size(), 32U) << "longer words are cut: " << name.word;
  }
}

TEST(Tables, EveryMonthIsNamedInLatinLettersAndInCyrillic) {
  for (unsigned month = 1; month <= 12; ++month) {
    bool latin = false;
    bool cyrillic = false;
    for (const Month& row : kMonthBeginnings) {
      if (row.number != month) continue;
      latin = latin || is_ascii_lower(row.beginning.front());
      const char lead = row.beginning.front();
      cyrillic = cyrillic || lead == '\xD0' || lead == '\xD1';
    }
    EXPECT_TRUE(latin && cyrillic) << month;
  }
  for (const Month& row : kMonthBeginnings) EXPECT_TRUE(row.number >= 1 && row.number <= 12);
  EXPECT_EQ(kPersianMonths.size(), 12U);
}

TEST(Tables, EastAsianMarksAreOfThreeBytesAsTheirReaderTakesThem) {
  for (const std::string_view mark : kEastAsianMarks) EXPECT_EQ(mark.size(), 3U) << mark;
}

TEST(Matching, AsAWholeMeansLetterByLetter) {
  const Words table{"home", "startseite"};
  EXPECT_TRUE(is_one_of(table, "home"));
  for (const std::string_view other : {"", "Home", "homes", "hom"}) {
    EXPECT_FALSE(is_one_of(table, other)) << other;
  }
}

TEST(Matching, HoldsFindsAnEntryWithinAWord) {
  const Words table{"author", "byline"};
  for (const std::string_view text : {"author", "c-author-name", "coauthors"}) {
    EXPECT_TRUE(holds_one_of(table, text)) << text;
  }
  for (const std::string_view text : {"", "auth", "Author"}) {
    EXPECT_FALSE(holds_one_of(table, text)) << text;
  }
  EXPECT_TRUE(holds_one_of_ignoring_case(table, "The AUTHOR"));
  EXPECT_FALSE(holds_one_of_ignoring_case(table, "auth or"));
}

TEST(Matching, BeginsWithLooksAtTheBeginningAlone) {
  const Words table{"published", "publi\xC3\xA9"};
  for (const std::string_view text : {"Published today", "PUBLISHED", "Publi\xC3\xA9 le 3 mai"}) {
    EXPECT_TRUE(begins_with_one_of(table, text)) << text;
  }
  for (const std::string_view text : {"", "publ", "first published", "Publi\xC3\x89"}) {
    EXPECT_FALSE(begins_with_one_of(table, text)) << text;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::tables_test
