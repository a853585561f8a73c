// Any bytes as a beginning to be completed, against an index of two segments with words, names and
// headlines of several scripts, and with an article that has gone.
//
// What is no UTF-8 or too long is refused, all else is answered: within the limit, nothing twice,
// all of it UTF-8 that can be typed in its turn. A word that is offered is a word of the index, so
// it is offered again to whoever has typed it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/utf8.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"
#include "searcher/search/searcher.h"
#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

Article article_of(const std::string& id, const std::string& headline, const std::string& body,
                   const std::string& person) {
  Article article;
  article.id = id;
  article.headline = headline;
  article.body = body + " " + person;
  article.language = "en";
  article.entities = {
      {EntityType::kPerson, person, 1, {person, person.substr(person.rfind(' ') + 1)}},
      {EntityType::kOrganisation, "Bank of England", 1, {"Bank of England", "the Bank"}},
      {EntityType::kPlace, "São Tomé", 1, {"São Tomé"}}};
  return article;
}

// The place of an index that lives as long as the process.
std::string make_index() {
  static const testing::TemporaryDirectory kDirectory;
  std::string place = kDirectory.file("index");
  auto writer = indexer::IndexWriter::open(place);
  require(static_cast<bool>(writer));
  indexer::ArticleAnalyser analyser;
  const auto put = [&](const Article& article) {
    require(static_cast<bool>((*writer)->add(analyser.analyse(article, ""))));
  };
  put(article_of("a", "Troops leave Iraq",
                 "A non-binding vote; COVID-19, AT&T, C++ and 5,000 re-runs",
                 "Recep Tayyip Erdoğan"));
  put(article_of("b", "Café & <b>naïve</b>", "state-of-the-art O'Neill's #metoo @handle l'Élysée",
                 "Mark T. Esper"));
  put(article_of("gone", "Parliament vetoes everything", "vetoed", "Mark Zed"));
  require(static_cast<bool>((*writer)->commit()));
  put(article_of("c", "Tröops: 選挙の結果", "Москва การเลือกตั้ง 東京 İstanbul straße", "李小龍"));
  require(static_cast<bool>((*writer)->remove_id("gone")));
  require(static_cast<bool>((*writer)->commit()));
  return place;
}

bool same(const Completion& a, const Completion& b) { return a.kind == b.kind && a.text == b.text; }

void check_again(Searcher& searcher, const Completion& word) {
  const auto again = searcher.suggest(word.text, kMaxCompletions);
  require(static_cast<bool>(again));
  require(std::any_of(again->begin(), again->end(),
                      [&](const Completion& one) { return same(one, word); }));
}

void check_all(const std::vector<Completion>& found, std::size_t limit) {
  require(found.size() <= limit);
  for (std::size_t i = 0; i < found.size(); ++i) {
    require(!found[i].text.empty() && found[i].count > 0 && is_valid_utf8(found[i].text));
    for (std::size_t j = 0; j < i; ++j) require(!same(found[i], found[j]));
  }
}

void try_beginning(Searcher& searcher, std::string_view typed, std::size_t limit) {
  const auto found = searcher.suggest(typed, limit);
  const bool good = typed.size() <= kMaxBeginning && is_valid_utf8(typed);
  require(static_cast<bool>(found) == good);
  if (!found) return;
  check_all(*found, limit);
  for (const Completion& one : *found) {
    if (one.kind == Completion::Kind::kWord && one.text.size() <= kMaxBeginning) {
      check_again(searcher, one);
    }
  }
}

}  // namespace
}  // namespace dateline::search

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static dateline::search::Searcher searcher =
      dateline::search::Searcher::open({dateline::search::make_index()}).value();
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  dateline::search::try_beginning(searcher, typed, 10);
  dateline::search::try_beginning(searcher, typed, 3);
  return 0;
}
