#include "searcher/search/matching/index_languages.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::search {
namespace {

using Languages = std::vector<std::string>;

Xapian::WritableDatabase index_in(const std::vector<Languages>& articles) {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (const Languages& terms : articles) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_boolean_term("L" + term);
    db.add_document(document);
  }
  return db;
}

TEST(IndexLanguages, TheMostFrequentComesFirst) {
  EXPECT_EQ(languages_of(index_in({{"de"}, {"en"}, {"de"}})), (Languages{"de", "en"}));
}

TEST(IndexLanguages, RegionsCountWithTheirLanguage) {
  EXPECT_EQ(languages_of(index_in({{"en-gb", "en"}, {"en-us", "en"}, {"fr"}})),
            (Languages{"en", "fr"}));
}

TEST(IndexLanguages, ArticlesWithoutOneAreEnglish) {
  EXPECT_EQ(languages_of(index_in({{}, {}, {"de"}})), (Languages{"en", "de"}));
  EXPECT_EQ(languages_of(index_in({})), Languages{"en"});
}

TEST(IndexLanguages, ThoseWithoutAStemmerAreOne) {
  EXPECT_EQ(languages_of(index_in({{"sw"}, {"ja"}, {"en"}})), (Languages{"none", "en"}));
}

TEST(IndexLanguages, AreBounded) {
  const auto db = index_in(
      {{"da"}, {"de"}, {"en"}, {"es"}, {"fi"}, {"fr"}, {"it"}, {"nl"}, {"pt"}, {"ru"}, {"sv"}});
  EXPECT_EQ(languages_of(db).size(), kMaxLanguages);
}

}  // namespace
}  // namespace dateline::search
